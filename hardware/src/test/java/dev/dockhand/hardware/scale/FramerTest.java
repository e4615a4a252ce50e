package dev.dockhand.hardware.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.rules.Drawn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramerTest {

    private static final ScaleRequest WEIGH = new ScaleRequest.Weigh();

    private static final ScaleProfiles PROFILES = ScaleProfiles.load();

    static List<String> profiles() {
        return PROFILES.all().stream().map(ScaleProfile::id).toList();
    }

    private static List<byte[]> frames(String profile) {
        return Golden.frames(profile);
    }

    private static ScaleProtocol protocol(String profile) {
        return ScaleProfiles.protocol(PROFILES.byId(profile).orElseThrow());
    }

    private static List<RawFrame> feed(Framer framer, byte[]... pieces) {
        List<RawFrame> frames = new ArrayList<>();
        for (byte[] piece : pieces) {
            frames.addAll(framer.accept(piece));
        }
        return frames;
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyFrameComesWholeByteByByteAndInAnyTwoCuts(String profile) {
        ScaleProtocol protocol = protocol(profile);
        for (byte[] frame : frames(profile)) {
            List<RawFrame> wanted = List.of(RawFrame.of(frame));
            assertThat(feed(protocol.framer(), frame)).isEqualTo(wanted);
            byte[][] bytes = new byte[frame.length][];
            for (int i = 0; i < frame.length; i++) {
                bytes[i] = new byte[] {frame[i]};
            }
            assertThat(feed(protocol.framer(), bytes)).isEqualTo(wanted);
            for (int first = 0; first <= frame.length; first++) {
                for (int second = first; second <= frame.length; second++) {
                    assertThat(feed(
                                    protocol.framer(),
                                    Arrays.copyOf(frame, first),
                                    Arrays.copyOfRange(frame, first, second),
                                    Arrays.copyOfRange(frame, second, frame.length)))
                            .isEqualTo(wanted);
                }
            }
        }
    }

    /** A read may be longer than the report: what the system adds behind it is no frame, whatever it holds. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 58})
    void whatAReadHoldsBehindAReportIsNoFrame(int padding) {
        byte[] report = {3, 4, 0x0C, (byte) 0xFE, 0x11, 3};
        for (byte fill : new byte[] {0, 7}) {
            byte[] read = Arrays.copyOf(report, report.length + padding);
            Arrays.fill(read, report.length, read.length, fill);
            Framer framer = protocol("hid-scale").framer();
            for (int i = 0; i < 3; i++) {
                assertThat(framer.accept(read)).as("read %d", i).containsExactly(RawFrame.of(report));
            }
            assertThat(framer.accept(report)).containsExactly(RawFrame.of(report));
            byte[] twice = Arrays.copyOf(read, 2 * read.length);
            System.arraycopy(read, 0, twice, read.length, read.length);
            assertThat(framer.accept(twice)).containsExactly(RawFrame.of(report), RawFrame.of(report));
            List<RawFrame> slow = new ArrayList<>();
            for (byte b : twice) {
                slow.addAll(framer.accept(new byte[] {b}));
            }
            assertThat(slow).containsExactly(RawFrame.of(report), RawFrame.of(report));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aFrameThatLostItsEndTakesAtMostTheNextOneWithIt(String profile) {
        ScaleProtocol protocol = protocol(profile);
        List<byte[]> frames = frames(profile);
        for (byte[] broken : frames) {
            for (int kept = 0; kept < broken.length; kept++) {
                Framer framer = protocol.framer();
                framer.accept(Arrays.copyOf(broken, kept));
                List<RawFrame> next = framer.accept(frames.getFirst());
                if (profile.contains("8217")) {
                    // A start byte of its own saves even the next one.
                    assertThat(next).containsExactly(RawFrame.of(frames.getFirst()));
                }
                byte[] another = frames.getLast();
                assertThat(framer.accept(another)).contains(RawFrame.of(another));
            }
        }
    }

    @Test
    void garbageIsNeverThrownAtAnybodyAndCostsAtMostOneFrame() {
        Drawn.each(3_000, drawn -> {
            String profile = drawn.one(profiles());
            ScaleProtocol protocol = protocol(profile);
            List<byte[]> frames = frames(profile);
            Framer framer = protocol.framer();
            List<RawFrame> out = new ArrayList<>(cut(framer, drawn.bytes(200), drawn.random()));
            out.addAll(cut(framer, drawn.one(frames), drawn.random()));
            byte[] good = drawn.one(frames);
            List<RawFrame> after = cut(framer, good, drawn.random());
            assertThat(after).as(profile).endsWith(RawFrame.of(good));
            for (RawFrame frame : out) {
                assertThat(protocol.read(frame, WEIGH)).isNotNull();
            }
        });
    }

    /** Frames, pieces of frames and noise in any order: whatever follows two good frames is told as it was sent. */
    @Test
    void aLostFrameCostsNoOtherButTheNext() {
        Drawn.each(3_000, drawn -> {
            RandomGenerator random = drawn.random();
            String profile = drawn.one(profiles());
            Framer framer = protocol(profile).framer();
            boolean synced = false;
            for (int i = 0; i < 20; i++) {
                byte[] frame = drawn.one(frames(profile));
                boolean damaged = random.nextInt(4) == 0;
                int from = damaged ? random.nextInt(frame.length) : 0;
                int to = damaged ? from + random.nextInt(frame.length - from) : frame.length;
                List<RawFrame> out = cut(framer, Arrays.copyOfRange(frame, from, to), random);
                if (synced && !damaged) {
                    assertThat(out).as(profile).endsWith(RawFrame.of(frame));
                }
                synced = !damaged;
            }
        });
    }

    /** Every way to lose up to five bytes on end. */
    @Test
    void aDamagedFrameNeverReadsAsAHeavierOrLighterRestingWeight() {
        byte[] frame = "\u000212.345\r".getBytes(StandardCharsets.ISO_8859_1);
        ScaleProtocol protocol = protocol("toledo-8217");
        for (int lost = 1; lost <= 5; lost++) {
            for (int from = 0; from <= frame.length - lost; from++) {
                ByteArrayOutputStream left = new ByteArrayOutputStream();
                left.write(frame, 0, from);
                left.write(frame, from + lost, frame.length - from - lost);
                for (RawFrame out : protocol.framer().accept(left.toByteArray())) {
                    assertThat(protocol.read(out, WEIGH))
                            .as("%d bytes lost from %d on", lost, from)
                            .isNotInstanceOf(ScaleMessage.Measurement.class);
                }
            }
        }
    }

    private static List<RawFrame> cut(Framer framer, byte[] bytes, RandomGenerator random) {
        List<RawFrame> frames = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int to = Math.min(bytes.length, at + 1 + random.nextInt(8));
            frames.addAll(framer.accept(Arrays.copyOfRange(bytes, at, to)));
            at = to;
        }
        return frames;
    }
}
