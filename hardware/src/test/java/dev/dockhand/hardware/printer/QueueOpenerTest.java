package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.label.LabelSamples;
import dev.dockhand.hardware.label.LabelWriter;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.PrintQueues;
import dev.dockhand.hardware.port.QueueOpener;
import dev.dockhand.hardware.port.SystemPrintQueues;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class QueueOpenerTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final PortAddress OFFICE = PortAddress.parse("queue:Office 2");

    private final BlockingQueue<byte[]> paper = new LinkedBlockingQueue<>();
    private final PrintQueues queues = queues(document -> paper.add(document));

    /** What a queue does with a document. */
    private interface Tray {
        void take(byte[] document) throws PortException, InterruptedException;
    }

    private static PrintQueues queues(Tray tray) {
        return new PrintQueues() {
            @Override
            public List<String> names() {
                return List.of("Office 1", "Office 2");
            }

            @Override
            public void submit(String queue, byte[] document) throws PortException {
                try {
                    tray.take(document);
                } catch (InterruptedException e) {
                    throw new PortException(ConnectionState.LOST, "interrupted");
                }
            }
        };
    }

    private static PrintState print(PrintQueues queues, byte[] bytes) {
        try (LabelPrinter printer = new LabelPrinter(
                "office",
                OFFICE,
                new QueueOpener(queues, SHORT),
                PrinterLanguage.of("pdf"),
                PrinterRig.patient(),
                InstantSource.system())) {
            return printer.start().print(new PrintJob("a", bytes)).join().state();
        }
    }

    @Test
    void aLabelReachesItsQueueAsOneDocumentAndProvesNoMoreThanThat() throws LabelException, InterruptedException {
        var pdf = LabelLanguages.byId("pdf").orElseThrow();
        byte[] bytes = new LabelWriter(pdf).write(LabelSamples.label("waybill", pdf), Dpi.DPI_600);
        assertThat(bytes.length).as("more than one piece").isGreaterThan(8_192);
        assertThat(print(queues, bytes)).isEqualTo(new PrintState.Confirmed(ProofLevel.ACCEPTED, false));
        assertThat(paper.take()).isEqualTo(bytes);
        assertThat(paper).isEmpty();
    }

    @Test
    void aQueueThatRefusesOrHangsLeavesTheJobUnknownInTime() {
        PrintQueues refusing = queues(document -> {
            throw new PortException(ConnectionState.LOST, "no");
        });
        assertThat(print(refusing, new byte[] {1})).isEqualTo(new PrintState.Unknown(PrintReason.LOST_AFTER));
        CountDownLatch never = new CountDownLatch(1);
        assertThat(print(queues(document -> never.await()), new byte[] {1}))
                .isEqualTo(new PrintState.Unknown(PrintReason.LOST_AFTER));
        never.countDown();
    }

    @Test
    void aQueueThatIsNotThereIsToldWithThoseThatAre() {
        QueueOpener opener = new QueueOpener(queues, SHORT);
        assertThatThrownBy(() -> opener.open(PortAddress.parse("queue:Kitchen")))
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.state()).isEqualTo(ConnectionState.ABSENT))
                .hasMessageContaining("no print queue Kitchen")
                .hasMessageContaining("Office 1, Office 2");
    }

    @Test
    void theQueuesOfThisSystemAreAskedAlsoWhereThereIsNone() {
        PrintQueues system = new SystemPrintQueues();
        assertThatThrownBy(() -> new QueueOpener().open(PortAddress.parse("queue:no-such-queue")))
                .isInstanceOfSatisfying(
                        PortException.class, e -> assertThat(e.state()).isEqualTo(ConnectionState.ABSENT));
        assertThatThrownBy(() -> system.submit("no-such-queue", new byte[] {1}))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("no print queue");
    }

    @Test
    void anAddressOfAQueueIsReadAndWritten() {
        assertThat(OFFICE).isEqualTo(new PortAddress.Queue("Office 2"));
        assertThat(PortAddress.parse(OFFICE.uri())).isEqualTo(OFFICE);
        assertThatThrownBy(() -> PortAddress.parse("queue:"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no print queue is named");
    }
}
