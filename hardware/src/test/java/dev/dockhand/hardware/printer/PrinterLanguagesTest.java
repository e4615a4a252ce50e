package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrinterRig.Kind;
import dev.dockhand.hardware.virtual.PrintedLabel.Condition;
import dev.dockhand.hardware.virtual.PrinterDials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link LabelPrinterTest} shows for ZPL, for the languages whose printers do not count their labels. */
@Execution(ExecutionMode.CONCURRENT)
class PrinterLanguagesTest {
    /** Long enough to be seen at work even on a busy machine: most languages prove a label by that. */
    private static final Duration LABEL = Duration.ofMillis(800);

    @TempDir
    private Path folder;

    static Stream<Arguments> everyLanguage() {
        return Stream.of("tspl", "slcs", "epl", "escpos")
                .flatMap(language -> Stream.of(Kind.values()).map(kind -> Arguments.of(language, kind)));
    }

    /** Each language over one kind of line. */
    static Stream<Arguments> eachLanguage() {
        return Stream.of(
                Arguments.of("tspl", Kind.SOCKET),
                Arguments.of("slcs", Kind.PTY),
                Arguments.of("epl", Kind.SOCKET),
                Arguments.of("escpos", Kind.PTY));
    }

    private PrinterRig rig(String language, Kind kind) {
        return rig(language, kind, PrinterRig.patient());
    }

    private PrinterRig rig(String language, Kind kind, PrinterSettings settings) {
        PrinterRig rig = new PrinterRig(kind, folder, settings, language);
        rig.far.dials().labelTime(LABEL);
        return rig;
    }

    /** EPL2 tells errors only; nothing that it says proves a label. */
    private static PrintState proved(String language) {
        return new PrintState.Confirmed(language.equals("epl") ? ProofLevel.ACCEPTED : ProofLevel.CLEAR, false);
    }

    @ParameterizedTest
    @MethodSource("everyLanguage")
    void labelsAreSentOnceAndProvedAsFarAsTheLanguageCan(String language, Kind kind) {
        try (PrinterRig rig = rig(language, kind)) {
            for (String id : List.of("a", "b", "c")) {
                assertThat(rig.print(rig.label(id, 20_000))).isEqualTo(proved(language));
            }
            await().atMost(PrinterRig.LONG).until(() -> rig.far.labels().size() == 3);
            assertThat(rig.far.labels()).allMatch(label -> label.condition() == Condition.WHOLE);
            assertThat(rig.labels("b").getFirst().bytes()).endsWith(tail(rig.label("b", 20_000)));
        }
    }

    private static byte[] tail(PrintJob job) {
        byte[] bytes = job.bytes();
        return java.util.Arrays.copyOfRange(bytes, 20, bytes.length);
    }

    @ParameterizedTest
    @MethodSource("eachLanguage")
    void aPrinterThatCannotPrintIsNamedAndNothingIsSent(String language, Kind kind) {
        try (PrinterRig rig = rig(language, kind, PrinterRig.refusing())) {
            rig.awaitState(ConnectionState.OK);
            refused(rig, PrinterDials::paperOut, PrintReason.PAPER_OUT);
            refused(rig, PrinterDials::headOpen, PrintReason.HEAD_OPEN);
            if (language.equals("tspl") || language.equals("slcs")) {
                refused(rig, PrinterDials::ribbonOut, PrintReason.RIBBON_OUT);
            }
            if (language.equals("tspl") || language.equals("epl")) {
                refused(rig, PrinterDials::pause, PrintReason.PAUSED);
            }
            assertThat(rig.far.labels()).isEmpty();
        }
    }

    private static void refused(PrinterRig rig, BiConsumer<PrinterDials, Boolean> dial, PrintReason reason) {
        dial.accept(rig.far.dials(), true);
        rig.awaitState(ConnectionState.BLOCKED);
        assertThat(rig.print(rig.label("at " + reason, 500))).isEqualTo(new PrintState.Failed(reason));
        assertThat(rig.printer.condition().severity()).isEqualTo(Severity.STOP);
        dial.accept(rig.far.dials(), false);
        rig.awaitState(ConnectionState.OK);
    }

    @ParameterizedTest
    @MethodSource("eachLanguage")
    void paperOutInTheMiddleIsNeverCalledPrintedUnlessThePrinterSurelyPrintsAgain(String language, Kind kind) {
        try (PrinterRig rig = rig(language, kind)) {
            boolean reprints = language.equals("slcs");
            rig.far.dials().reprints(reprints);
            rig.awaitState(ConnectionState.OK);
            rig.far.dials().paperOutInNextLabel();
            if (language.equals("epl")) {
                assertThat(rig.print(rig.label("a", 2_000))).isEqualTo(proved("epl"));
                return;
            }
            CompletableFuture<PrintUpdate> end = rig.printer.print(rig.label("a", 2_000));
            rig.awaitState(ConnectionState.BLOCKED);
            assertThat(end).isNotDone();
            rig.far.dials().paperOut(false);
            assertThat(end.join().state())
                    .isEqualTo(
                            reprints
                                    ? new PrintState.Confirmed(ProofLevel.CLEAR, true)
                                    : new PrintState.Unknown(PrintReason.INTERRUPTED));
            assertThat(rig.whole("a")).isEqualTo(reprints ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("eachLanguage")
    void powerLostInTheMiddleOfALabelIsUnknownAndNothingIsSentAgain(String language, Kind kind) {
        try (PrinterRig rig = rig(language, kind)) {
            rig.awaitState(ConnectionState.OK);
            rig.far.dials().powerOffAfter(9_000);
            assertThat(rig.print(rig.label("a", 60_000))).isInstanceOf(PrintState.Unknown.class);
            rig.awaitLoss();
            rig.far.powerOn();
            rig.awaitState(ConnectionState.OK);
            assertThat(rig.print(rig.label("b", 500))).isEqualTo(proved(language));
            await().atMost(PrinterRig.LONG).until(() -> rig.whole("b") == 1);
            assertThat(rig.whole("a")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tspl", "slcs", "epl", "escpos"})
    void aLabelAfterOneThatWasCutOffInItsPictureIsItselfAndWhole(String language) {
        try (PrinterRig rig = rig(language, Kind.PTY, PrinterRig.sticking())) {
            rig.awaitState(ConnectionState.OK);
            rig.far.end().dials().stallAfter(9_000);
            assertThat(rig.print(rig.label("a", 60_000))).isEqualTo(new PrintState.Unknown(PrintReason.STUCK));
            rig.far.end().dials().stall(false);
            rig.awaitState(ConnectionState.OK);
            PrintJob next = rig.label("b", 5_000);
            assertThat(rig.print(next)).isEqualTo(proved(language));
            await().atMost(PrinterRig.LONG).until(() -> rig.whole("b") == 1);
            assertThat(rig.labels("b").getFirst().bytes()).endsWith(tail(next));
            assertThat(rig.far.labels()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("eachLanguage")
    void lostAnswersEndAsUnknownAndAScanProvesTheLabel(String language, Kind kind) {
        try (PrinterRig rig = rig(language, kind, PrinterRig.losing())) {
            rig.awaitState(ConnectionState.OK);
            CompletableFuture<PrintUpdate> end = rig.printer.print(rig.label("a", 100));
            await().atMost(PrinterRig.LONG).until(() -> rig.printer.waiting() == 0);
            rig.far.dials().loseAnswers(true);
            assertThat(end.join().state())
                    .isIn(
                            new PrintState.Unknown(PrintReason.NO_ANSWER),
                            new PrintState.Failed(PrintReason.SILENT),
                            proved(language));
            if (end.join().state() instanceof PrintState.Unknown) {
                assertThat(rig.printer.scannedBack("a")).isTrue();
            }
            assertThat(rig.whole("a")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theLateAnswerOfASlowSlipDoesNotProveTheNextOne() {
        try (PrinterRig rig = rig("escpos", Kind.SOCKET)) {
            rig.far.dials().labelTime(Duration.ofMillis(3_000));
            rig.awaitState(ConnectionState.OK);
            PrintState accepted = new PrintState.Confirmed(ProofLevel.ACCEPTED, false);
            assertThat(rig.print(rig.label("a", 100))).isEqualTo(accepted);
            PrintState next = rig.print(rig.label("b", 100));
            assertThat(rig.whole("a")).isOne();
            assertThat(rig.whole("b")).isZero();
            assertThat(next).isEqualTo(accepted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tspl", "slcs", "epl", "escpos"})
    void aSecondStationSendsNothingUntilTheFirstHasLeft(String language) {
        try (PrinterRig rig = rig(language, Kind.SOCKET)) {
            rig.awaitState(ConnectionState.OK);
            try (LabelPrinter second = rig.connect(PrinterRig.refusingTheSilent())) {
                await().atMost(PrinterRig.LONG)
                        .until(() -> second.link().status().state() == ConnectionState.BLOCKED);
                assertThat(second.print(rig.label("second", 500)).join().state())
                        .isEqualTo(new PrintState.Failed(PrintReason.SILENT));
                rig.printer.close();
                await().atMost(PrinterRig.LONG)
                        .until(() -> second.link().status().state() == ConnectionState.OK);
                assertThat(second.print(rig.label("third", 500)).join().state()).isEqualTo(proved(language));
            }
            assertThat(rig.whole("second")).isZero();
            await().atMost(PrinterRig.LONG).until(() -> rig.whole("third") == 1);
        }
    }
}
