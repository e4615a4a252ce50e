package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockhand.hardware.virtual.VirtualPty;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every scale, over real sockets and pseudo-terminals: most of the time is waiting, so they run at once. */
@Execution(ExecutionMode.CONCURRENT)
class ScaleContractTest {

    private static final ScaleProfiles PROFILES = ScaleProfiles.load();

    static Stream<Arguments> scales() {
        return PROFILES.all().stream()
                .map(ScaleProfile::id)
                .flatMap(id -> Stream.of(
                        Arguments.of(id, "socket"), Arguments.of(id, id.startsWith("hid") ? "stream" : "pty")));
    }

    static Stream<Arguments> commanded() {
        return scales().filter(scale ->
                PROFILES.byId((String) scale.get()[0]).orElseThrow().can(ScaleRequest.Zero.class));
    }

    /** How a scale says what cannot be weighed, and what lies at rest. */
    private record Manner(ReadingState rests, ReadingState zero, ReadingState over, ReadingState under) {
        static Manner of(String id) {
            return switch (id) {
                case "cas-10", "adam-az" ->
                    new Manner(ReadingState.MOTION, ReadingState.MOTION, ReadingState.MOTION, ReadingState.MOTION);
                case "ohaus" ->
                    new Manner(ReadingState.STABLE, ReadingState.ZERO, ReadingState.ERROR, ReadingState.ERROR);
                case "cas-22", "cas-enq", "scp-12" ->
                    new Manner(ReadingState.STABLE, ReadingState.ZERO, ReadingState.OVER, underOf(id));
                default -> new Manner(ReadingState.STABLE, ReadingState.ZERO, ReadingState.OVER, ReadingState.UNDER);
            };
        }

        private static ReadingState underOf(String id) {
            return id.startsWith("cas") ? ReadingState.STABLE : ReadingState.UNDER;
        }
    }

    @ParameterizedTest
    @MethodSource("scales")
    void showsWhatLiesThereAndCapturesNothingElse(String id, String transport, @TempDir Path folder) {
        assumeTrue(transport.equals("socket") || VirtualPty.supported());
        Manner manner = Manner.of(id);
        List<Reading> readings;
        try (ScaleRig rig = ScaleRig.of(id, transport, folder)) {
            rig.put(0, manner.zero());
            rig.put(1234, manner.rests());
            moves(rig, manner);
            cannotWeigh(rig, manner);
            rig.put(500, manner.rests());
            isDamaged(rig, manner);
            goesAway(rig, manner);
            rig.nothingWrongWasCaptured();
            readings = rig.readings;
        }
        assertThat(readings.getLast().state()).isEqualTo(ReadingState.STALE);
    }

    private static void moves(ScaleRig rig, Manner manner) {
        rig.pan.motion(true);
        rig.await(ReadingState.MOTION);
        rig.awaitMore(1);
        rig.onlyTrue();
        rig.pan.load(2345);
        rig.awaitMore(3);
        rig.onlyTrue(2345);
        rig.pan.motion(false);
        rig.awaitShown(2345, manner.rests());
        rig.end.dials().byteByByte(true);
        rig.put(777, manner.rests());
        rig.end.dials().byteByByte(false);
    }

    private static void cannotWeigh(ScaleRig rig, Manner manner) {
        rig.pan.overload();
        rig.await(manner.over());
        rig.awaitMore(1);
        rig.onlyTrue();
        rig.awaitMore(2);
        rig.pan.underload();
        rig.await(reading -> reading.state() == manner.under()
                && reading.grams().filter(grams -> grams.signum() > 0).isEmpty());
        rig.onlyTrue(0);
    }

    private static void isDamaged(ScaleRig rig, Manner manner) {
        rig.end.dials().garbage(new byte[] {0x02, '9', '9', '.', 'x', 0x0D, 0x0A, (byte) 0xFF, 0x00, 0x03});
        rig.awaitShown(500, manner.rests());
        rig.end.dials().truncateNext(4);
        rig.awaitMore(2);
        rig.awaitShown(500, manner.rests());
        rig.pan.answerOnce("\u00029X.X99\r\n\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));
        rig.await(reading -> reading.flags().contains(StatusFlag.UNREADABLE));
        rig.awaitShown(500, manner.rests());
    }

    /** A weight from before a stall, a silence or a pulled cable is never shown as a new one. */
    private static void goesAway(ScaleRig rig, Manner manner) {
        rig.end.dials().stall(true);
        rig.await(ReadingState.STALE);
        rig.onlyTrue(600);
        rig.pan.load(600);
        rig.end.dials().stall(false);
        rig.awaitShown(600, manner.rests());
        rig.pan.silent(true);
        rig.await(ReadingState.STALE);
        rig.onlyTrue(700);
        rig.pan.load(700);
        rig.pan.silent(false);
        rig.awaitShown(700, manner.rests());
        rig.end.dials().unplugAfter(3);
        rig.await(ReadingState.STALE);
        rig.onlyTrue(800);
        rig.pan.load(800);
        rig.end.replug();
        rig.awaitShown(800, manner.rests());
    }

    @ParameterizedTest
    @MethodSource("commanded")
    void zeroAndTareDoWhatTheyTell(String id, String transport, @TempDir Path folder) throws Exception {
        assumeTrue(transport.equals("socket") || VirtualPty.supported());
        boolean tares = PROFILES.byId(id).orElseThrow().can(ScaleRequest.Tare.class);
        try (ScaleRig rig = ScaleRig.of(id, transport, folder)) {
            rig.put(40, ReadingState.STABLE);
            assertThat(outcome(rig.conversation.zero())).isEqualTo(CommandOutcome.DONE);
            rig.onlyTrue(0);
            rig.await(ReadingState.ZERO);
            if (tares) {
                rig.pan.load(290);
                rig.awaitShown(250, ReadingState.STABLE);
                assertThat(outcome(rig.conversation.tare())).isEqualTo(CommandOutcome.DONE);
                rig.await(reading -> reading.state() == ReadingState.ZERO && reading.net());
                rig.pan.load(1290);
                rig.await(reading -> reading.state() == ReadingState.STABLE && reading.net());
            }
            rig.pan.load(3000);
            rig.await(ReadingState.STABLE);
            rig.pan.motion(true);
            rig.await(ReadingState.MOTION);
            assertThat(outcome(rig.conversation.zero()))
                    .isIn(CommandOutcome.MOTION, CommandOutcome.BUSY, CommandOutcome.REFUSED);
        }
    }

    private static CommandOutcome outcome(CompletableFuture<CommandOutcome> asked) throws Exception {
        return asked.get(20, TimeUnit.SECONDS);
    }
}
