package dev.dockhand.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WokenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Site HERE = Site.of("acme", "icheon");
    private static final Site THERE = Site.of("acme", "busan");

    private final Map<Site, Integer> rounds = new ConcurrentHashMap<>();

    @Test
    void howeverManyWakeItWhileItIsDoneItIsDoneOnceMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Woken woken = new Woken(site -> {
            rounds.merge(site, 1, Integer::sum);
            begun.countDown();
            waitFor(goOn);
        })) {
            woken.wake(HERE);
            begun.await();
            for (int i = 0; i < 10; i++) {
                woken.wake(HERE);
            }
            woken.wake(THERE);
            goOn.countDown();
        }
        assertThat(rounds).containsOnly(Map.entry(HERE, 2), Map.entry(THERE, 1));
    }

    @Test
    void aRoundThatFailsKeepsNobodyFromTheNextOne() {
        try (Woken woken = new Woken(site -> {
            if (rounds.merge(site, 1, Integer::sum) == 1) {
                throw new IllegalStateException("on purpose");
            }
        })) {
            woken.wake(HERE);
            await().atMost(PATIENCE).until(() -> {
                woken.wake(HERE);
                return rounds.getOrDefault(HERE, 0) > 1;
            });
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
