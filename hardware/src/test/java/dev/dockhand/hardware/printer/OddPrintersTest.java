package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualDevice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Printers that answer late, in pieces, in other words than the manual, or never. */
@Execution(ExecutionMode.CONCURRENT)
class OddPrintersTest {

    private static final PrintState CLEAR = new PrintState.Confirmed(ProofLevel.CLEAR, false);
    private static final String ZPL = "^XA^FDone^FS^XZ\n";

    /** Answers each question with the same pieces, and keeps everything else. */
    private static final class Scripted implements VirtualDevice {
        private final String question;
        private final List<String> pieces;
        private final Duration apart;
        private final StringBuffer got = new StringBuffer();

        Scripted(String language, Duration apart, List<String> pieces) {
            byte[] asked = PrinterLanguage.of(language).talk().orElseThrow().question();
            this.question = new String(asked, StandardCharsets.ISO_8859_1);
            this.pieces = pieces;
            this.apart = apart;
        }

        /** What was sent beside questions. */
        String labels() {
            return got.toString();
        }

        @Override
        public void serve(Wire line) throws PortException, InterruptedException {
            StringBuilder heard = new StringBuilder();
            while (true) {
                byte[] bytes = line.read(Duration.ofMillis(5));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
                int at = heard.indexOf(question);
                if (at >= 0) {
                    got.append(heard, 0, at);
                    heard.delete(0, at + question.length());
                    answer(line);
                } else if (!question.startsWith(heard.toString())) {
                    got.append(heard);
                    heard.setLength(0);
                }
            }
        }

        private void answer(Wire line) throws PortException, InterruptedException {
            for (String piece : pieces) {
                TimeUnit.NANOSECONDS.sleep(apart.toNanos());
                line.write(piece.getBytes(StandardCharsets.ISO_8859_1), Duration.ofSeconds(1));
            }
        }
    }

    private static PrintState print(Scripted scripted, String language, PrinterSettings settings, String label) {
        try (FarEnd end = FarEnd.socket()) {
            end.serve(scripted);
            try (LabelPrinter printer = new LabelPrinter(
                            "odd",
                            end.address(),
                            new AnyOpener(),
                            PrinterLanguage.of(language),
                            settings,
                            InstantSource.system())
                    .start()) {
                PrintState state = printer.print(new PrintJob("job", label.getBytes(StandardCharsets.ISO_8859_1)))
                        .join()
                        .state();
                if (state instanceof PrintState.Confirmed(ProofLevel proof, boolean ignored)
                        && proof == ProofLevel.ACCEPTED) {
                    // Accepted means that the line took it; the device may read it later.
                    await().until(() -> !scripted.labels().isEmpty());
                }
                return state;
            }
        }
    }

    private static List<String> each(String text, int length) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += length) {
            pieces.add(text.substring(at, Math.min(text.length(), at + length)));
        }
        return pieces;
    }

    static Stream<List<String>> answers() {
        String first = "030,0,0,1245,000,0,0,0,000,0,0,0";
        String second = "000,0,0,0,1,2,6,0,00000000,1,000";
        return Stream.of(
                List.of("\u0002" + first + "\u0003\r\n", "\u0002" + second + "\u0003\r\n", "\u00021234,0\u0003\r\n"),
                List.of("\u0002" + first + "\u0003\r\n\u0002" + second + "\u0003\r\n\u00021234,0\u0003\r\n"),
                List.of(first + "\r\n", second + "\r\n", "1234,0\r\n"),
                List.of(first + "\n" + second.replace(",2,6,", ",K,6,") + "\n1234,0\n"),
                List.of("\u0002" + first + ",0,1\u0003\r", "\u0002" + second + ",7\u0003\r"),
                each("\u0002" + first + "\u0003\r\n\u0002" + second + "\u0003\r\n\u00021234,0\u0003\r\n", 30));
    }

    /** The usual patience: half a second between the packets of each answer. */
    @ParameterizedTest
    @MethodSource("answers")
    void aHostStatusInSlowPacketsIsReadForWhatItHas(List<String> pieces) {
        Scripted scripted = new Scripted("zpl", Duration.ofMillis(500), pieces);
        assertThat(print(scripted, "zpl", PrinterSettings.usual(), ZPL)).isEqualTo(CLEAR);
        assertThat(scripted.labels()).isEqualTo(ZPL);
    }

    @Test
    void aByteAtATimeIsAnAnswerTooInOtherLanguages() {
        Duration apart = Duration.ofMillis(400);
        Scripted epl = new Scripted("epl", apart, each("00\r\n", 1));
        assertThat(print(epl, "epl", PrinterSettings.usual(), "P1\n"))
                .isEqualTo(new PrintState.Confirmed(ProofLevel.ACCEPTED, false));
        assertThat(epl.labels()).isEqualTo("P1\n");
        Scripted escpos = new Scripted("escpos", apart, each("\u0012\u0012\u0012\u0012", 1));
        assertThat(print(escpos, "escpos", PrinterSettings.usual(), "receipt"))
                .isEqualTo(new PrintState.Confirmed(ProofLevel.ACCEPTED, false));
        assertThat(escpos.labels()).startsWith("receipt");
    }

    /** Half an answer tells of paper, and proves nothing of a label. */
    @Test
    void anAnswerThatStaysHalfIsReadForWhatItHas() {
        Scripted half = new Scripted("zpl", Duration.ZERO, List.of("030,0,0,1245,000,0,0,0,000,0,0,0\r\n"));
        assertThat(print(half, "zpl", PrinterRig.brief(), ZPL))
                .isEqualTo(new PrintState.Confirmed(ProofLevel.ACCEPTED, false));
        Scripted out = new Scripted("zpl", Duration.ZERO, List.of("030,1,0,1245,000,0,0,0,000,0,0,0\r\n"));
        assertThat(print(out, "zpl", PrinterRig.brief(), ZPL)).isEqualTo(new PrintState.Failed(PrintReason.PAPER_OUT));
        assertThat(out.labels()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zpl", "tspl", "slcs", "epl", "escpos"})
    void aPrinterThatNeverAnswersPrintsOnlyWhenItIsNotAsked(String language) {
        Scripted asked = new Scripted(language, Duration.ZERO, List.of());
        assertThat(print(asked, language, PrinterRig.brief(), "label\n"))
                .isEqualTo(new PrintState.Failed(PrintReason.SILENT));
        assertThat(asked.labels()).isEmpty();
        Scripted taken = new Scripted(language, Duration.ZERO, List.of());
        assertThat(print(taken, language, PrinterSettings.writeOnly(), "label\n"))
                .isEqualTo(new PrintState.Confirmed(ProofLevel.ACCEPTED, false));
        assertThat(taken.labels()).isEqualTo("label\n");
    }

    @Test
    void aPrinterThatIsNotAskedIsNeverCalledBlocked() throws Exception {
        try (FarEnd end = FarEnd.socket()) {
            end.serve(new Scripted("tspl", Duration.ZERO, List.of()));
            try (LabelPrinter printer = new LabelPrinter(
                            "odd",
                            end.address(),
                            new AnyOpener(),
                            PrinterLanguage.of("tspl"),
                            PrinterSettings.writeOnly(),
                            InstantSource.system())
                    .start()) {
                printer.print(new PrintJob("one", new byte[] {'\n'})).join();
                assertThat(printer.condition().connection()).isEqualTo(ConnectionState.OK);
                assertThat(printer.condition().reason()).isEmpty();
            }
        }
    }
}
