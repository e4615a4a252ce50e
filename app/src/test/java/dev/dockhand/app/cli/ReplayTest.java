package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.port.RawTrace;
import dev.dockhand.hardware.port.TraceFile;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualPrinter;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import dev.dockhand.hardware.virtual.VirtualScanner;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands trace, {@code replay} prints again. */
class ReplayTest {

    @TempDir
    private Path folder;

    @Test
    void scansAreReadAgainFromTheirTrace() throws Exception {
        String trace = folder.resolve("trace").toString();
        VirtualScanner scanner = new VirtualScanner(VirtualScanner.Ending.CR_LF);
        try (FarEnd end = FarEnd.socket()) {
            end.serve(scanner);
            CompletableFuture<Ran> listening = CompletableFuture.supplyAsync(() -> Ran.run(
                    "listen",
                    "--port",
                    end.address().uri(),
                    "--count",
                    "3",
                    "--json",
                    "--window",
                    "30s",
                    "--trace",
                    trace));
            Awaitility.await().until(scanner::isConnected);
            scanner.scan("]C10108801234567893");
            scanner.scan("LOC-A1");
            scanner.scan("LOC-A1");
            Ran live = listening.get(30, TimeUnit.SECONDS);
            assertThat(live.code()).isZero();
            Ran again = Ran.run("replay", trace, "--json");
            assertThat(again.code()).isZero();
            assertThat(again.fields("text")).isEqualTo(live.fields("text")).hasSize(3);
            assertThat(live.fields("repeated")).hasSize(1);
            assertThat(again.fields("aim")).containsExactly("]C1");
        }
    }

    @Test
    void readingsAreReadAgainFromTheirTrace() {
        String trace = folder.resolve("trace").toString();
        VirtualScalePan pan = new VirtualScalePan(new BigDecimal("15000"), new BigDecimal("5"));
        try (FarEnd end = FarEnd.socket()) {
            end.serve(VirtualScale.forProfile("mt-sics", pan).orElseThrow());
            String port = end.address().uri();
            Ran live = Ran.run(
                    "weigh", "--port", port, "--profile", "mt-sics", "--count", "3", "--json", "--trace", trace);
            assertThat(live.code()).isZero();
            Ran again = Ran.run("replay", trace, "--json");
            assertThat(again.code()).isZero();
            assertThat(again.fields("grams")).isNotEmpty().containsSequence(live.fields("grams"));
            assertThat(Ran.run("replay", trace, "--profile", "nonsense").code()).isEqualTo(Common.MISUSED);
        }
    }

    @Test
    void whatAPrinterSaidIsReadAgainFromItsTrace() throws Exception {
        String trace = folder.resolve("trace").toString();
        Path data = Files.writeString(folder.resolve("location.json"), """
            {"code": "A-01-2"}\
            """);
        try (FarEnd paper = FarEnd.socket()) {
            VirtualPrinter printer = new VirtualPrinter(paper, InstantSource.system());
            printer.start();
            String port = paper.address().uri();
            Ran live = Ran.run(
                    "print",
                    "--printer",
                    port,
                    "--language",
                    "zpl",
                    "--label",
                    "location",
                    "--data",
                    data.toString(),
                    "--json",
                    "--trace",
                    trace);
            assertThat(live.code()).as(live.out()).isZero();
            assertThat(printer.labels()).hasSize(1);
        }
        assertThat(TraceFile.read(Path.of(trace)).chunks())
                .filteredOn(chunk -> chunk.direction() == RawTrace.Direction.OUT)
                .anyMatch(chunk -> new String(chunk.bytes(), StandardCharsets.ISO_8859_1).contains("^XA"));
        Ran again = Ran.run("replay", trace, "--json");
        assertThat(again.code()).as(again.out()).isZero();
        assertThat(again.fields("severity")).isNotEmpty().contains("INFO");
    }

    @Test
    void aFileThatIsNoTraceIsNamed() {
        Ran ran = Ran.run("replay", folder.resolve("none").toString());
        assertThat(ran.code()).isEqualTo(Common.NOT_DONE);
        assertThat(ran.out()).contains("none cannot be read");
    }
}
