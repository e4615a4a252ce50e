package dev.dockhand.hardware.port;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemPrintQueuesTest {

    @Test
    void aMissingSpoolerIsNamedWithThePackageThatBringsItBeforeAnythingIsPrinted() {
        QueueOpener opener = new QueueOpener(new SystemPrintQueues(Path.of("/nowhere/lpr")), Duration.ofSeconds(10));
        assertThatThrownBy(() -> opener.open(PortAddress.parse("queue:Office")))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("/nowhere/lpr")
                .hasMessageContaining("apt install cups-bsd");
    }
}
