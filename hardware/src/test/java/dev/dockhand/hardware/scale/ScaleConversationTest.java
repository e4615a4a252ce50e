package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualDevice;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual scales over real sockets and pseudo-terminals. */
class ScaleConversationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final VirtualScalePan pan = VirtualScalePan.parcel();
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final List<ConnectionState> states = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();
    private FarEnd end;
    private Thread owner;
    private ScaleConversation conversation;

    private void start(String profileId, String transport) throws PortException {
        start(
                profile(profileId),
                transport,
                VirtualScale.forProfile(profileId, pan).orElseThrow());
    }

    /** With less patience, where a test waits for silence. */
    private void startImpatient(String profileId, String transport) throws PortException {
        start(
                impatient(profileId),
                transport,
                VirtualScale.forProfile(profileId, pan).orElseThrow());
    }

    private static ScaleProfile profile(String id) {
        return ScaleProfiles.load().byId(id).orElseThrow();
    }

    private static ScaleProfile impatient(String id) {
        return waiting(id, Duration.ofMillis(250));
    }

    private static ScaleProfile waiting(String id, Duration answer) {
        ScaleProfile usual = profile(id);
        return usual.with(usual.poll().timed(Duration.ofMillis(50), answer));
    }

    private void plug(String transport, VirtualDevice device) {
        if (transport.equals("pty")) {
            assumeTrue(VirtualPty.supported());
            end = new VirtualPty(folder.resolve("scale"));
        } else {
            end = FarEnd.socket();
        }
        end.serve(device);
    }

    private void start(ScaleProfile profile, String transport, VirtualDevice device) throws PortException {
        plug(transport, device);
        conversation = new ScaleConversation(profile, "scale", InstantSource.system(), readings::add);
        Wire wire = new AnyOpener().open(end.address());
        owner = Thread.ofPlatform().daemon().start(() -> {
            try (wire) {
                conversation.talk(wire, states::add);
            } catch (PortException | InterruptedException | RuntimeException e) {
                ended.complete(e);
            }
        });
    }

    @AfterEach
    void close() throws InterruptedException {
        if (owner != null) {
            owner.interrupt();
            owner.join(5_000);
            assertThat(owner.isAlive()).isFalse();
        }
        if (end != null) {
            end.close();
        }
    }

    private Reading last() {
        return readings.getLast();
    }

    private List<Reading> since(int before) {
        List<Reading> all = List.copyOf(readings);
        return all.subList(before, all.size());
    }

    private void awaitState(ReadingState state) {
        await().atMost(PATIENCE).until(() -> !readings.isEmpty() && last().state() == state);
    }

    private void awaitGrams(String grams) {
        await().atMost(PATIENCE)
                .until(() -> !readings.isEmpty()
                        && last().state() == ReadingState.STABLE
                        && last().grams().orElseThrow().compareTo(new BigDecimal(grams)) == 0);
    }

    private CommandOutcome outcome(CompletableFuture<CommandOutcome> asked) throws Exception {
        return asked.get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"toledo-8217, socket", "toledo-8217, pty", "mt-sics, socket", "mt-sics, pty"})
    void showsWhatLiesOnThePan(String profile, String transport) throws Exception {
        start(profile, transport);
        awaitState(ReadingState.ZERO);
        pan.load(412);
        awaitGrams("412");
        pan.motion(true);
        awaitState(ReadingState.MOTION);
        pan.motion(false);
        pan.overload();
        awaitState(ReadingState.OVER);
        assertThat(last().grams()).isEmpty();
        pan.underload();
        awaitState(ReadingState.UNDER);
        assertThat(last().grams()).isEmpty();
        pan.load(0);
        awaitState(ReadingState.ZERO);
        assertThat(states).containsOnly(ConnectionState.OK);
        assertThat(last().raw().bytes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"toledo-8217, socket", "toledo-8217, pty", "mt-sics, socket", "mt-sics, pty"})
    void zeroAndTareDoWhatTheyTell(String profile, String transport) throws Exception {
        start(profile, transport);
        awaitState(ReadingState.ZERO);
        pan.load(250);
        awaitGrams("250");
        assertThat(outcome(conversation.tare())).isEqualTo(CommandOutcome.DONE);
        awaitState(ReadingState.ZERO);
        assertThat(last().net()).isTrue();
        pan.load(1250);
        awaitGrams("1000");
        assertThat(last().net()).isTrue();
        assertThat(outcome(conversation.ask(new ScaleRequest.ClearTare()))).isEqualTo(CommandOutcome.DONE);
        awaitGrams("1250");
        assertThat(last().net()).isFalse();
        assertThat(outcome(conversation.ask(new ScaleRequest.PresetTare(new BigDecimal("50")))))
                .isEqualTo(CommandOutcome.DONE);
        awaitGrams("1200");
        assertThat(last().net()).isTrue();
        assertThat(outcome(conversation.ask(new ScaleRequest.ClearTare()))).isEqualTo(CommandOutcome.DONE);
        assertThat(outcome(conversation.zero())).isEqualTo(CommandOutcome.OUT_OF_RANGE);
        pan.load(40);
        assertThat(outcome(conversation.zero())).isEqualTo(CommandOutcome.DONE);
        awaitState(ReadingState.ZERO);
        pan.motion(true);
        assertThat(outcome(conversation.zero())).isIn(CommandOutcome.MOTION, CommandOutcome.BUSY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toledo-8217", "mt-sics"})
    void bytesOneByOneAreReadTheSame(String profile) throws Exception {
        start(profile, "socket");
        end.dials().byteByByte(true);
        pan.load(777);
        awaitGrams("777");
        assertThat(readings).extracting(Reading::state).doesNotContain(ReadingState.ERROR, ReadingState.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toledo-8217", "mt-sics"})
    void silenceIsStaleAndNotTheLastWeight(String profile) throws Exception {
        startImpatient(profile, "socket");
        pan.load(500);
        awaitGrams("500");
        pan.silent(true);
        awaitState(ReadingState.STALE);
        assertThat(last().grams()).isEmpty();
        assertThat(states).endsWith(ConnectionState.BLOCKED);
        pan.load(600);
        pan.silent(false);
        awaitGrams("600");
        assertThat(states).endsWith(ConnectionState.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toledo-8217", "mt-sics"})
    void aScaleThatNeverSpokeIsSilentAndNotBlocked(String profile) throws Exception {
        pan.silent(true);
        startImpatient(profile, "socket");
        awaitState(ReadingState.STALE);
        assertThat(states).containsOnly(ConnectionState.SILENT);
    }

    /** The answer that was made before the stall comes after it; the weight it tells is no longer true. */
    @ParameterizedTest
    @CsvSource({"toledo-8217, socket", "toledo-8217, pty", "mt-sics, socket", "mt-sics, pty"})
    void aWeightFromBeforeAStallIsNeverShownAfterIt(String profile, String transport) throws Exception {
        startImpatient(profile, transport);
        pan.load(500);
        awaitGrams("500");
        for (int round = 0; round < 3; round++) {
            end.dials().stall(true);
            awaitState(ReadingState.STALE);
            int before = readings.size();
            pan.load(900 + round);
            end.dials().stall(false);
            awaitGrams(Integer.toString(900 + round));
            assertThat(since(before))
                    .filteredOn(reading -> reading.grams().isPresent())
                    .allSatisfy(reading ->
                            assertThat(reading.grams().orElseThrow().intValue()).isGreaterThanOrEqualTo(900));
        }
    }

    /** A terminal server kept the answers to all requests of the silence and sends them at once when it is back. */
    @ParameterizedTest
    @ValueSource(strings = {"socket", "pty"})
    void answersThatWereKeptBackAreNotBelieved(String transport) throws Exception {
        HoldingScale scale = new HoldingScale();
        start(impatient("toledo-8217"), transport, scale);
        awaitGrams("1500");
        scale.held = true;
        awaitState(ReadingState.STALE);
        scale.weight = "02.700";
        int before = readings.size();
        scale.held = false;
        awaitGrams("2700");
        assertThat(since(before))
                .filteredOn(reading -> reading.grams().isPresent())
                .allSatisfy(reading -> assertThat(reading.grams().orElseThrow()).isEqualByComparingTo("2700"));
    }

    /** Makes each answer when it is asked, and sends it when it is not held. */
    private static final class HoldingScale implements VirtualDevice {
        private volatile boolean held;
        private volatile String weight = "01.500";
        private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

        @Override
        public void serve(Wire line) throws PortException, InterruptedException {
            while (!Thread.interrupted()) {
                for (byte b : line.read(Duration.ofMillis(10))) {
                    if (b == 'W') {
                        answers.writeBytes(("\u0002" + weight + "\r").getBytes(StandardCharsets.US_ASCII));
                    }
                }
                if (!held && answers.size() > 0) {
                    line.write(answers.toByteArray(), Duration.ofSeconds(1));
                    answers.reset();
                }
            }
            throw new InterruptedException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "pty"})
    void comesBackWhenTheCableIsPluggedInAgain(String transport) {
        plug(transport, VirtualScale.toledo(pan));
        conversation = new ScaleConversation(profile("toledo-8217"), "scale", InstantSource.system(), readings::add);
        pan.load(250);
        try (DeviceLink link =
                new DeviceLink("scale", end.address(), new AnyOpener(), conversation, InstantSource.system())) {
            link.start();
            awaitGrams("250");
            end.unplug();
            awaitState(ReadingState.STALE);
            pan.load(750);
            end.replug();
            awaitGrams("750");
            assertThat(link.status().state()).isEqualTo(ConnectionState.OK);
        }
        assertThat(last().state()).isEqualTo(ReadingState.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toledo-8217", "mt-sics"})
    void garbageAndHalfFramesNeverBecomeAWeight(String profile) throws Exception {
        startImpatient(profile, "socket");
        pan.load(1234);
        awaitGrams("1234");
        end.dials().garbage(new byte[] {0x02, '9', '9', '.', 'x', 0x0D, 0x0A, (byte) 0xFF, 0x00});
        int before = readings.size();
        await().atMost(PATIENCE).until(() -> readings.size() > before + 3);
        awaitGrams("1234");
        end.dials().truncateNext(4);
        int half = readings.size();
        await().atMost(PATIENCE).until(() -> readings.size() > half + 3);
        awaitGrams("1234");
        pan.answerOnce("\u00029X.999\r\nS S 9X99.99 g\r\n".getBytes(StandardCharsets.US_ASCII));
        awaitState(ReadingState.ERROR);
        assertThat(last().flags()).containsExactly(StatusFlag.UNREADABLE);
        assertThat(last().raw().bytes()).isNotEmpty();
        awaitGrams("1234");
        assertThat(readings)
                .filteredOn(reading -> reading.grams().isPresent())
                .allSatisfy(reading ->
                        assertThat(reading.grams().orElseThrow().intValue()).isIn(0, 1234));
    }

    @ParameterizedTest
    @CsvSource({"toledo-8217, socket", "toledo-8217, pty", "mt-sics, socket", "mt-sics, pty"})
    void unpluggingEndsTheTalkAndTheWeight(String profile, String transport) throws Exception {
        start(profile, transport);
        pan.load(321);
        awaitGrams("321");
        end.dials().unplugAfter(3);
        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(PortException.class);
        assertThat(last().state()).isEqualTo(ReadingState.STALE);
        assertThat(outcome(conversation.zero())).isEqualTo(CommandOutcome.NOT_CONNECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toledo-8217", "mt-sics"})
    void captureTakesOneParcelOnce(String profile) throws Exception {
        pan.settling(Duration.ofMillis(700));
        start(profile, "socket");
        awaitState(ReadingState.ZERO);
        pan.load(655);
        awaitGrams("655");
        WeightCapture capture = WeightCapture.of(WeightCapture.Rules.usual());
        for (Reading reading : readings) {
            capture = capture.on(reading);
        }
        assertThat(readings).extracting(Reading::state).contains(ReadingState.MOTION);
        assertThat(capture.capture(last().time())).isInstanceOfSatisfying(WeightCapture.Captured.class, captured -> {
            assertThat(captured.grams()).isEqualByComparingTo("655");
            assertThat(captured.next().capture(last().time())).isInstanceOf(WeightCapture.Refused.class);
        });
    }
}
