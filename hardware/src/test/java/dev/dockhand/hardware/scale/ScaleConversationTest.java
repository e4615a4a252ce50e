package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.StrictBus;
import dev.dockhand.hardware.virtual.VirtualDevice;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualScale;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    /** An Adam AZExtra answers a new weight that is not zero, once, and nothing else (Odoo's driver). */
    private VirtualDevice answersNewWeightsOnly(AtomicInteger grams) {
        return line -> {
            int told = 0;
            StringBuilder asked = new StringBuilder();
            while (true) {
                asked.append(new String(line.read(Duration.ofMillis(10)), StandardCharsets.US_ASCII));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                int now = grams.get();
                if (asked.toString().endsWith("P\r\n")) {
                    asked.setLength(0);
                    if (now != told && now != 0) {
                        line.write("%7.3fkg\r\n".formatted(now / 1000.0).getBytes(StandardCharsets.US_ASCII), PATIENCE);
                    }
                    told = now;
                }
            }
        };
    }

    /** An A&D that takes its time; gives how many requests came while one was not answered. */
    private static VirtualDevice answersSlowly(AtomicInteger tooEarly) {
        byte[] answer = "ST,+00012.50 kg\r\n".getBytes(StandardCharsets.US_ASCII);
        return line -> {
            while (true) {
                byte[] asked = line.read(Duration.ofMillis(20));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (asked.length > 0) {
                    Thread.sleep(350);
                    tooEarly.addAndGet(line.read(Duration.ZERO).length);
                    line.write(answer, PATIENCE);
                }
            }
        };
    }

    @Test
    void aScaleThatTakesItsTimeIsNotAskedAgainBeforeItHasAnswered() throws Exception {
        AtomicInteger tooEarly = new AtomicInteger();
        start(profile("and"), "socket", answersSlowly(tooEarly));
        await().atMost(PATIENCE)
                .until(() -> readings.stream()
                                .filter(reading -> reading.state() == ReadingState.STABLE)
                                .count()
                        >= 3);
        assertThat(tooEarly).hasValue(0);
    }

    private void awaitGrams(int grams) {
        await().atMost(PATIENCE)
                .until(() -> !readings.isEmpty()
                        && last().grams()
                                .filter(shown -> shown.intValue() == grams)
                                .isPresent());
    }

    @Test
    void aScaleThatAnswersNewWeightsOnlyIsShownAfterEverySilence() throws Exception {
        ScaleProfile usual = profile("adam-az");
        AtomicInteger grams = new AtomicInteger();
        ScaleProfile.Poll poll = usual.poll().timed(Duration.ofMillis(20), Duration.ofMillis(60));
        start(usual.with(poll.keeping(Duration.ofMillis(400))), "socket", answersNewWeightsOnly(grams));
        await().atMost(PATIENCE).until(() -> !readings.isEmpty() && last().state() == ReadingState.STALE);
        for (int weight : new int[] {1_250, 2_500}) {
            grams.set(weight);
            awaitGrams(weight);
            assertThat(last().state()).isEqualTo(ReadingState.MOTION);
            Thread.sleep(200);
            assertThat(last().grams()).as("kept for a while").isPresent();
            await().atMost(PATIENCE).until(() -> last().state() == ReadingState.STALE);
            grams.set(0);
            Thread.sleep(150);
        }
        assertThat(states).doesNotContain(ConnectionState.BLOCKED);
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
    void aScaleThatNeverSpokeIsSilentAndNotBlocked(String profile) throws Exception {
        pan.silent(true);
        startImpatient(profile, "socket");
        awaitState(ReadingState.STALE);
        assertThat(states).containsOnly(ConnectionState.SILENT);
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

    private void startScript(String profileId, StrictBus bus) throws PortException {
        start(waiting(profileId, Duration.ofMillis(400)), "socket", bus);
    }

    @Test
    void aHandshakeIsHeldStepByStep() throws Exception {
        StrictBus bus = new StrictBus()
                .expect("\u0005")
                .say("\u0015")
                .expect("\u0005")
                .say("\u0006")
                .expect("\u0011")
                .say(RawFrame.of(Golden.frames("cas-enq").getFirst()).latin1())
                .thenAnything();
        startScript("cas-enq", bus);
        bus.await(PATIENCE);
        awaitGrams("12345");
    }

    @Test
    void aScaleThatNeverGetsReadyIsNotAskedForever() throws Exception {
        StrictBus bus = new StrictBus().expect("\u0005");
        for (int i = 0; i < 5; i++) {
            bus.say("\u0015").expect("\u0005");
        }
        startScript("cas-enq", bus.say("\u0015").quiet(Duration.ofMillis(200)).thenAnything());
        bus.await(PATIENCE);
    }

    @Test
    void whereModelsDifferTheNextRequestIsTriedAfterASilence() throws Exception {
        StrictBus bus =
                new StrictBus().expect("IP\r\n").quiet(Duration.ofMillis(300)).expect("P\r\n");
        startScript("ohaus", bus.thenAnything());
        bus.await(PATIENCE);
    }

    @Test
    void aScaleThatSendsByItselfIsNotAsked() throws Exception {
        String line = "ST,+00012.34  g\r\n";
        StrictBus bus = new StrictBus().expect("Q\r\n").say(line).quiet(Duration.ofMillis(200));
        for (int i = 0; i < 4; i++) {
            bus.say(line).quiet(Duration.ofMillis(200));
        }
        ScaleProfile and = profile("and");
        start(and.with(and.poll().timed(Duration.ofSeconds(5), Duration.ofSeconds(9))), "socket", bus.thenAnything());
        bus.await(PATIENCE);
        awaitGrams("12.34");
    }

    /** A report stream is anything that is read like a device file; reports have no delimiters and no check. */
    @ParameterizedTest
    @ValueSource(strings = {"file", "fifo"})
    void reportsAreReadFromAFile(String kind) throws Exception {
        Path path = folder.resolve("hidraw");
        byte[] stale = {3, 4, 2, 0, 9, 9};
        byte[] stable = {3, 4, 2, 0, (byte) 0xD2, 4};
        byte[] moving = {3, 3, 2, 0, (byte) 0xD3, 4};
        if (kind.equals("fifo")) {
            assumeTrue(new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0);
        } else {
            Files.write(path, new byte[0]);
        }
        conversation = new ScaleConversation(profile("hid-scale"), "scale", InstantSource.system(), readings::add);
        try (DeviceLink link = new DeviceLink(
                "scale", PortAddress.parse("file:" + path), new AnyOpener(), conversation, InstantSource.system())) {
            link.start();
            try (OutputStream out = new FileOutputStream(path.toFile(), true)) {
                for (byte[] report : List.of(stale, stable, moving, stable)) {
                    out.write(report);
                }
            }
            await().atMost(PATIENCE).until(() -> readings.size() >= 3);
        }
        assertThat(readings.subList(0, 3))
                .extracting(Reading::state)
                .containsExactly(ReadingState.STABLE, ReadingState.MOTION, ReadingState.STABLE);
        assertThat(readings.getFirst().grams().orElseThrow()).isEqualByComparingTo("1234");
    }
}
