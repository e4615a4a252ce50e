package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.label.Bitmap;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelBytes;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.Mark;
import dev.dockhand.hardware.label.Picture;
import dev.dockhand.hardware.label.Sheet;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.PrintedLabel;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A virtual printer on a real port and the code under test at the other end. */
final class PrinterRig implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);

    /** Pseudo-terminals take turns: on a busy machine the kernel, which hands on their bytes, lets several of them starve. */
    private static final Semaphore PTY = new Semaphore(1);

    private final Kind kind;
    private final PrinterLanguage language;
    final VirtualPrinter far;
    final LabelPrinter printer;
    final Queue<PrintUpdate> updates = new ConcurrentLinkedQueue<>();

    enum Kind {
        SOCKET,
        PTY
    }

    PrinterRig(Kind kind, Path folder) {
        this(kind, folder, patient());
    }

    PrinterRig(Kind kind, Path folder, PrinterSettings settings) {
        this(kind, folder, settings, "zpl");
    }

    PrinterRig(Kind kind, Path folder, PrinterSettings settings, String language) {
        this.kind = kind;
        this.language = PrinterLanguage.of(language);
        far = new VirtualPrinter(farEnd(kind, folder), language, InstantSource.system()).start();
        far.dials().labelTime(Duration.ofMillis(40));
        printer = connect(settings);
    }

    private static FarEnd farEnd(Kind kind, Path folder) {
        if (kind == Kind.PTY) {
            assumeThat(VirtualPty.supported()).as("PTYs need Linux").isTrue();
            PTY.acquireUninterruptibly();
            return new VirtualPty(folder.resolve("printer"));
        }
        return new VirtualSocket();
    }

    /** Asks often, and waits for a printer that does its part however busy the machine is. */
    static PrinterSettings patient() {
        return waiting(30_000, 30_000, 30_000, 60_000);
    }

    /** Does not wait for a printer that is known to print nothing. */
    static PrinterSettings refusing() {
        return waiting(30_000, 300, 30_000, 60_000);
    }

    /** Takes a printer for silent, or for not finished, soon. */
    static PrinterSettings losing() {
        return waiting(500, 30_000, 30_000, 2_500);
    }

    /** Does not wait for a printer that is known to print nothing, and takes one for silent after some seconds. */
    static PrinterSettings refusingTheSilent() {
        return waiting(5_000, 300, 30_000, 60_000);
    }

    /** Takes a printer for silent soon, and waits a few seconds for one that can print. */
    static PrinterSettings brief() {
        return waiting(500, 4_000, 30_000, 60_000);
    }

    /** Takes a printer for stuck soon. */
    static PrinterSettings sticking() {
        return waiting(30_000, 30_000, 2_000, 60_000);
    }

    private static PrinterSettings waiting(long answer, long prepare, long send, long confirm) {
        return new PrinterSettings(
                true,
                Duration.ofMillis(answer),
                Duration.ofMillis(300),
                Duration.ofMillis(100),
                Duration.ofMillis(prepare),
                Duration.ofMillis(send),
                Duration.ofMillis(confirm),
                Duration.ofMillis(50));
    }

    LabelPrinter connect(PrinterSettings settings) {
        return new LabelPrinter(
                        "printer", far.end().address(), new AnyOpener(), language, settings, InstantSource.system())
                .start();
    }

    /** A label of about so many bytes that names its job, in the language of this printer. */
    PrintJob label(String id, int size) {
        if (language.labels().id().equals("zpl")) {
            return job(id, size);
        }
        Bitmap dots = Bitmap.ofRows(800, Math.max(1, size / 100), new byte[Math.max(1, size / 100) * 100]);
        Sheet sheet = new Sheet(800, 4_000, Dpi.DPI_203, List.of(new Mark.Dots(0, 0, new Picture(dots))));
        byte[] bytes;
        try {
            bytes = language.labels().write(sheet);
        } catch (LabelException e) {
            throw new IllegalStateException(e);
        }
        byte[] name = ("\n^FDjob " + id + "^FS\n").getBytes(StandardCharsets.US_ASCII);
        return new PrintJob(id, new LabelBytes().add(name).add(bytes).bytes());
    }

    /** A ZPL label of about so many bytes that names its job. */
    static PrintJob job(String id, int size) {
        String padding = "^FX" + "x".repeat(Math.max(0, size - 40)) + "\n";
        return new PrintJob(
                id, ("^XA\n" + padding + "^FDjob " + id + "^FS\n^XZ\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Prints and gives the state that ended the job. */
    PrintState print(PrintJob job) {
        AtomicReference<PrintState> end = new AtomicReference<>();
        printer.submit(job, update -> {
            updates.add(update);
            if (update.state().ended() && !seen(update.state())) {
                assertThat(end.compareAndSet(null, update.state()))
                        .as("one end")
                        .isTrue();
            }
        });
        await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> end.get() != null);
        return end.get();
    }

    private static boolean seen(PrintState state) {
        return state instanceof PrintState.Confirmed confirmed && confirmed.proof() == ProofLevel.SCANNED_BACK;
    }

    void awaitState(ConnectionState state) {
        awaitState(now -> now == state);
    }

    /** Waits until the printer's loss was seen; a state from before would be taken for one from after. */
    void awaitLoss() {
        awaitState(now -> now != ConnectionState.OK);
    }

    private void awaitState(Predicate<ConnectionState> wanted) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> wanted.test(printer.link().status().state()));
    }

    /** How many whole labels of a job came out. */
    long whole(String id) {
        return labels(id).stream()
                .filter(label -> label.condition() != PrintedLabel.Condition.DAMAGED)
                .count();
    }

    List<PrintedLabel> labels(String id) {
        return far.labels().stream()
                .filter(label ->
                        new String(label.bytes(), StandardCharsets.ISO_8859_1).contains("^FDjob " + id + "^FS"))
                .toList();
    }

    @Override
    public void close() {
        printer.close();
        far.end().close();
        if (kind == Kind.PTY) {
            PTY.release();
        }
    }
}
