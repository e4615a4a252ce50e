package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.rules.Drawn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanFramerTest {

    private static final long MILLI = 1_000_000L;

    private static List<String> shown(List<Frame> frames) {
        return frames.stream()
                .map(frame -> switch (frame) {
                    case Frame.Data data -> new String(data.bytes(), StandardCharsets.ISO_8859_1);
                    case Frame.TooLong tooLong -> "too long " + tooLong.bytes();
                    case Frame.Torn torn -> "torn " + torn.bytes();
                })
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> framed(String text) {
        return shown(new ScanFramer(Framing.USUAL).accept(bytes(text), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A1\rB2\r", "A1\nB2\n", "A1\r\nB2\r\n", "\u0002A1\u0003\u0002B2\u0003", "\r\n\n\rA1\r\r\nB2\n"})
    void everyCommonMarkEndsACodeOnce(String sent) {
        assertThat(framed(sent)).containsExactly("A1", "B2");
    }

    @Test
    void aNewBeginningTearsWhatCameBefore() {
        assertThat(framed("noise\u0002A1\u0003")).containsExactly("torn 5", "A1");
    }

    @Test
    void theSeparatorOfGs1IsData() {
        assertThat(framed("]C101\u001d10\r")).containsExactly("]C101\u001d10");
    }

    @Test
    void marksCanBeChosen() {
        Framing strict = new Framing(false, false, true, Duration.ZERO);
        assertThat(shown(new ScanFramer(strict).accept(bytes("\u0002two\r\nlines\u0003"), 0)))
                .containsExactly("two\r\nlines");
    }

    @Test
    void theLongestCodeFitsAndALongerOneIsNamedAndDropped() {
        String longest = "x".repeat(4_096);
        assertThat(framed(longest + "\r")).containsExactly(longest);
        assertThat(framed(longest + "y\rB2\r")).containsExactly("too long 4097", "B2");
    }

    @Test
    void aSilenceEndsTheCodeOfAScannerWithoutMarks() {
        ScanFramer framer = new ScanFramer(Framing.USUAL);
        assertThat(framer.accept(bytes("A1"), 0)).isEmpty();
        assertThat(framer.patience(10 * MILLI, Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(70));
        assertThat(framer.idle(79 * MILLI)).isEmpty();
        assertThat(shown(framer.idle(80 * MILLI))).containsExactly("A1");
        assertThat(framer.patience(90 * MILLI, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aStallDoesNotCutTheCodeOfAScannerWithMarks() {
        ScanFramer framer = new ScanFramer(Framing.USUAL);
        framer.accept(bytes("A1\rB"), 0);
        assertThat(framer.idle(900 * MILLI)).isEmpty();
        assertThat(shown(framer.accept(bytes("2\r"), 901 * MILLI))).containsExactly("B2");
    }

    @Test
    void aCodeWhoseMarkNeverComesIsTornAndDoesNotSpoilTheNext() {
        ScanFramer framer = new ScanFramer(Framing.USUAL);
        framer.accept(bytes("A1\rB"), 0);
        assertThat(shown(framer.idle(1_000 * MILLI))).containsExactly("torn 1");
        framer.accept(bytes("C3"), 2_000 * MILLI);
        assertThat(shown(framer.idle(2_080 * MILLI))).containsExactly("C3");
    }

    @Test
    void howTheBytesAreCutMakesNoDifference() {
        String printed = Drawn.from(' ', '~');
        Drawn.each(300, drawn -> {
            List<String> codes = drawn.list(0, 12, () -> drawn.text(1, 60, printed));
            VirtualEnding ending = drawn.one(List.of(VirtualEnding.values()));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            codes.forEach(code -> all.writeBytes(bytes(ending.before + code + ending.after)));
            assertThat(shown(inPieces(all.toByteArray(), drawn))).isEqualTo(codes);
        });
    }

    enum VirtualEnding {
        CR("", "\r"),
        LF("", "\n"),
        CR_LF("", "\r\n"),
        STX_ETX("\u0002", "\u0003");

        private final String before;
        private final String after;

        VirtualEnding(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    private static List<Frame> inPieces(byte[] all, Drawn drawn) {
        ScanFramer framer = new ScanFramer(Framing.USUAL);
        List<Frame> frames = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int to = Math.min(all.length, from + drawn.random().nextInt(9));
            frames.addAll(framer.accept(Arrays.copyOfRange(all, from, to), 0));
            from = to;
        }
        return frames;
    }

    @Test
    void randomBytesGiveTheSameInOneReadAndInManyAndNeverFail() {
        Drawn.each(300, drawn -> {
            byte[] noise = drawn.bytes(9_000);
            List<Frame> inOne = new ScanFramer(Framing.USUAL).accept(noise, 0);
            assertThat(shown(inPieces(noise, drawn))).isEqualTo(shown(inOne));
            assertThat(inOne).allSatisfy(frame -> {
                if (frame instanceof Frame.Data data) {
                    assertThat(data.bytes()).hasSizeBetween(1, 4_096);
                }
            });
        });
    }

    @Test
    void afterAnyNoiseAMarkedCodeIsReadWhole() {
        Drawn.each(200, drawn -> {
            ScanFramer framer = new ScanFramer(Framing.USUAL);
            framer.accept(drawn.bytes(200), 0);
            List<String> frames = new ArrayList<>(shown(framer.accept(bytes("\u0002A1-B2\u0003"), MILLI)));
            assertThat(frames.getLast()).isEqualTo("A1-B2");
        });
    }
}
