package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrinterRig.Kind;
import dev.dockhand.hardware.virtual.PrintedLabel.Condition;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class LabelPrinterTest {
    private static final PrintState CLEAR = new PrintState.Confirmed(ProofLevel.CLEAR, false);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLabelIsSentOnceAndProvedClear(Kind kind) {
        try (PrinterRig rig = new PrinterRig(kind, folder)) {
            assertThat(rig.print(PrinterRig.job("a", 20_000))).isEqualTo(CLEAR);
            assertThat(rig.updates).extracting(PrintUpdate::state).containsExactly(new PrintState.Sent(), CLEAR);
            assertThat(rig.far.labels()).hasSize(1);
            assertThat(rig.far.labels().getFirst().condition()).isEqualTo(Condition.WHOLE);
            assertThat(rig.printer.condition().reason()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void jobsArePrintedInTheirOrderOneAtATime(Kind kind) {
        try (PrinterRig rig = new PrinterRig(kind, folder)) {
            List<CompletableFuture<PrintUpdate>> ends = IntStream.range(0, 20)
                    .mapToObj(i -> rig.printer.print(PrinterRig.job("n" + i, 500)))
                    .toList();
            ends.forEach(end -> assertThat(end.join().state()).isEqualTo(CLEAR));
            assertThat(rig.far.labels()).hasSize(20);
            IntStream.range(0, 20)
                    .forEach(i ->
                            assertThat(rig.labels("n" + i).getFirst().number()).isEqualTo(i + 1));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSilentPrinterFailsTheJobWithNothingSent(Kind kind) {
        try (PrinterRig rig = new PrinterRig(kind, folder, PrinterRig.refusingTheSilent())) {
            rig.far.dials().hidesFaults(true);
            rig.far.dials().paperOut(true);
            rig.awaitState(ConnectionState.BLOCKED);
            assertThat(rig.print(PrinterRig.job("a", 500))).isEqualTo(new PrintState.Failed(PrintReason.SILENT));
            assertThat(rig.printer.link().status().state()).isEqualTo(ConnectionState.BLOCKED);
            rig.far.dials().paperOut(false);
            rig.awaitState(ConnectionState.OK);
            assertThat(rig.print(PrinterRig.job("b", 500))).isEqualTo(CLEAR);
            assertThat(rig.whole("a")).isZero();
            assertThat(rig.whole("b")).isOne();
        }
    }

    @Test
    void aPrinterThatAnswersNamesWhatIsWrong() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder, PrinterRig.refusing())) {
            var dials = rig.far.dials();
            refused(rig, dials::paperOut, PrintReason.PAPER_OUT);
            refused(rig, dials::ribbonOut, PrintReason.RIBBON_OUT);
            refused(rig, dials::headOpen, PrintReason.HEAD_OPEN);
            refused(rig, dials::pause, PrintReason.PAUSED);
            assertThat(rig.far.labels()).isEmpty();
        }
    }

    private static void refused(PrinterRig rig, Consumer<Boolean> dial, PrintReason reason) {
        dial.accept(true);
        rig.awaitState(ConnectionState.BLOCKED);
        assertThat(rig.print(PrinterRig.job("at " + reason, 500))).isEqualTo(new PrintState.Failed(reason));
        assertThat(rig.printer.condition().reason()).contains(reason);
        dial.accept(false);
        rig.awaitState(ConnectionState.OK);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void paperOutInTheMiddleIsWaitedForAndMarked(Kind kind) {
        try (PrinterRig rig = new PrinterRig(kind, folder)) {
            rig.awaitState(ConnectionState.OK);
            rig.far.dials().paperOutInNextLabel();
            CompletableFuture<PrintUpdate> end = rig.printer.print(PrinterRig.job("a", 2000));
            rig.awaitState(ConnectionState.BLOCKED);
            assertThat(end).isNotDone();
            rig.far.dials().paperOut(false);
            assertThat(end.join().state()).isEqualTo(new PrintState.Confirmed(ProofLevel.CLEAR, true));
            assertThat(rig.labels("a"))
                    .extracting(label -> label.condition())
                    .containsExactly(Condition.DAMAGED, Condition.REPRINTED);
        }
    }

    @Test
    void paperThatNobodyBringsEndsAsUnknown() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder, PrinterRig.losing())) {
            rig.awaitState(ConnectionState.OK);
            rig.far.dials().paperOutInNextLabel();
            assertThat(rig.print(PrinterRig.job("a", 2000)))
                    .isEqualTo(new PrintState.Unknown(PrintReason.NOT_FINISHED));
            assertThat(rig.whole("a")).isZero();
        }
    }

    @Test
    void aPrinterThatGoesSilentWithoutPaperEndsAsUnknown() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder, PrinterRig.losing())) {
            rig.awaitState(ConnectionState.OK);
            rig.far.dials().hidesFaults(true);
            rig.far.dials().paperOutInNextLabel();
            assertThat(rig.print(PrinterRig.job("a", 2000))).isEqualTo(new PrintState.Unknown(PrintReason.NO_ANSWER));
            assertThat(rig.whole("a")).isZero();
        }
    }

    @Test
    void anOpenHeadAfterPrintingLowersTheProof() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder)) {
            rig.far.onLabel(label -> rig.far.dials().headOpen(true));
            assertThat(rig.print(PrinterRig.job("a", 500))).isEqualTo(new PrintState.Confirmed(ProofLevel.IDLE, false));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void powerLostInTheMiddleOfALabelIsUnknownAndNothingIsSentAgain(Kind kind) {
        try (PrinterRig rig = new PrinterRig(kind, folder)) {
            rig.awaitState(ConnectionState.OK);
            rig.far.dials().powerOffAfter(9_000);
            PrintState end = rig.print(PrinterRig.job("a", 60_000));
            assertThat(end).isInstanceOf(PrintState.Unknown.class);
            rig.awaitLoss();
            rig.far.powerOn();
            rig.awaitState(ConnectionState.OK);
            assertThat(rig.print(PrinterRig.job("b", 500))).isEqualTo(CLEAR);
            assertThat(rig.whole("a")).isZero();
            assertThat(rig.whole("b")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void lostAnswersEndAsUnknownAndAScanProvesTheLabel(Kind kind) {
        try (PrinterRig rig = new PrinterRig(kind, folder, PrinterRig.losing())) {
            rig.awaitState(ConnectionState.OK);
            rig.far.onLabel(label -> rig.far.dials().loseAnswers(true));
            assertThat(rig.print(PrinterRig.job("a", 500)))
                    .isIn(
                            new PrintState.Unknown(PrintReason.NO_ANSWER),
                            new PrintState.Unknown(PrintReason.NOT_FINISHED));
            assertThat(rig.printer.scannedBack("a")).isTrue();
            assertThat(rig.updates)
                    .last()
                    .extracting(PrintUpdate::state)
                    .isEqualTo(new PrintState.Confirmed(ProofLevel.SCANNED_BACK, false));
            assertThat(rig.printer.scannedBack("a")).isFalse();
            assertThat(rig.whole("a")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPulledCableFailsTheJobWithNothingSent(Kind kind) {
        try (PrinterRig rig = new PrinterRig(kind, folder, PrinterRig.refusing())) {
            rig.awaitState(ConnectionState.OK);
            rig.far.end().unplug();
            rig.awaitState(ConnectionState.LOST);
            assertThat(rig.print(PrinterRig.job("a", 500))).isEqualTo(new PrintState.Failed(PrintReason.LOST_BEFORE));
            assertThat(rig.printer.scannedBack("a")).isFalse();
            rig.far.end().replug();
            rig.awaitState(ConnectionState.OK);
            assertThat(rig.print(PrinterRig.job("b", 500))).isEqualTo(CLEAR);
            assertThat(rig.whole("a")).isZero();
        }
    }

    @Test
    void aJobWaitsForAPrinterThatComesBackInTime() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder)) {
            rig.awaitState(ConnectionState.OK);
            rig.far.end().unplug();
            rig.awaitState(ConnectionState.LOST);
            CompletableFuture<PrintUpdate> end = rig.printer.print(PrinterRig.job("a", 500));
            rig.far.end().replug();
            assertThat(end.join().state()).isEqualTo(CLEAR);
            assertThat(rig.whole("a")).isOne();
        }
    }

    @Test
    void aPrinterThatTakesNoMoreBytesIsStuck() {
        try (PrinterRig rig = new PrinterRig(Kind.PTY, folder, PrinterRig.sticking())) {
            rig.awaitState(ConnectionState.OK);
            rig.far.end().dials().stallAfter(9_000);
            assertThat(rig.print(PrinterRig.job("a", 60_000))).isEqualTo(new PrintState.Unknown(PrintReason.STUCK));
            rig.far.end().dials().stall(false);
            rig.awaitState(ConnectionState.OK);
            assertThat(rig.print(PrinterRig.job("b", 500))).isEqualTo(CLEAR);
            assertThat(rig.whole("a")).isZero();
            assertThat(rig.whole("b")).isOne();
        }
    }

    @Test
    void aSecondStationIsToldThatThePrinterIsSilent() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder)) {
            rig.awaitState(ConnectionState.OK);
            try (LabelPrinter second = rig.connect(PrinterRig.refusingTheSilent())) {
                await().atMost(PrinterRig.LONG)
                        .until(() -> second.link().status().state() == ConnectionState.BLOCKED);
                assertThat(second.print(PrinterRig.job("second", 500)).join().state())
                        .isEqualTo(new PrintState.Failed(PrintReason.SILENT));
                rig.printer.close();
                await().atMost(PrinterRig.LONG)
                        .until(() -> second.link().status().state() == ConnectionState.OK);
                assertThat(second.print(PrinterRig.job("third", 500)).join().state())
                        .isEqualTo(CLEAR);
            }
            assertThat(rig.whole("second")).isZero();
            assertThat(rig.whole("third")).isOne();
        }
    }

    @Test
    void garbageOnTheLineIsNoAnswer() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder)) {
            rig.awaitState(ConnectionState.OK);
            rig.far.end().dials().garbage(new byte[] {2, '0', ',', 3, 0x13, 0x11, (byte) 0xFF, 2, 2, 3});
            rig.far.end().dials().byteByByte(true);
            assertThat(rig.print(PrinterRig.job("a", 500))).isEqualTo(CLEAR);
            assertThat(rig.whole("a")).isOne();
        }
    }

    @Test
    void aPortThatOnlyTakesBytesProvesNoMoreThanThat() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder, PrinterSettings.writeOnly())) {
            assertThat(rig.print(PrinterRig.job("a", 500)))
                    .isEqualTo(new PrintState.Confirmed(ProofLevel.ACCEPTED, false));
        }
    }

    @Test
    void aReprintIsAJobOfItsOwn() {
        try (PrinterRig rig = new PrinterRig(Kind.SOCKET, folder)) {
            assertThat(rig.print(PrinterRig.job("a", 500))).isEqualTo(CLEAR);
            assertThatThrownBy(() -> rig.printer.print(PrinterRig.job("a", 500)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("submitted before");
            assertThat(rig.whole("a")).isOne();
        }
    }

    @Test
    void closingEndsEveryJob() {
        PrinterRig rig = new PrinterRig(Kind.SOCKET, folder);
        rig.far.dials().paperOut(true);
        CompletableFuture<PrintUpdate> first = rig.printer.print(PrinterRig.job("a", 500));
        CompletableFuture<PrintUpdate> second = rig.printer.print(PrinterRig.job("b", 500));
        rig.close();
        assertThat(first.join().state()).isEqualTo(new PrintState.Failed(PrintReason.CLOSED));
        assertThat(second.join().state()).isEqualTo(new PrintState.Failed(PrintReason.CLOSED));
        assertThat(rig.printer.print(PrinterRig.job("c", 500)).join().state())
                .isEqualTo(new PrintState.Failed(PrintReason.CLOSED));
    }
}
