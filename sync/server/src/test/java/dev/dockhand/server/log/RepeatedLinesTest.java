package dev.dockhand.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("hears every line of the log")
class RepeatedLinesTest {

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final RepeatedLines filter = new RepeatedLines();
    private Logger logger;

    @BeforeEach
    void start() {
        logger = context.getLogger("door");
        logger.setLevel(Level.INFO);
        log.setContext(context);
        log.start();
        logger.addAppender(log);
        filter.setContext(context);
        context.addTurboFilter(filter);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private List<String> lines() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void whatComesAgainAndAgainIsCountedAndToldAtTheEnd() {
        filter.start();
        for (int i = 0; i < 332; i++) {
            logger.warn("{} came", i);
        }
        logger.warn("something else");
        logger.debug("what is off");
        assertThat(lines())
                .hasSize(21)
                .contains("0 came", "19 came", "something else")
                .doesNotContain("20 came");
        filter.stop();
        assertThat(lines())
                .hasSize(22)
                .last()
                .asString()
                .startsWith("… 312 times more")
                .endsWith("{} came");
    }

    @Test
    void aLineThatWasCountedIsShownAgainInTheNextPeriod() {
        filter.setSeconds(1);
        filter.start();
        for (int i = 0; i < 30; i++) {
            logger.info("again {}", i);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> lines().toString().contains("… 10 times more within 1 s"));
        logger.info("again {}", "after it");
        assertThat(lines()).contains("again after it");
    }

    @Test
    void anotherErrorIsAnotherLine() {
        filter.start();
        for (int i = 0; i < 100; i++) {
            logger.error("failed", new IOException("cut"));
        }
        logger.error("failed", new IllegalStateException("news"));
        assertThat(lines()).hasSize(21);
    }
}
