package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostStatusTest {
    private static final String FIRST = "030,0,0,1245,000,0,0,0,000,0,0,0";
    private static final String SECOND = "000,0,0,0,1,2,4,0,00000000,1,000";
    private static final String THIRD = "1234,0";

    private static byte[] frames(String... frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String frame : frames) {
            out.writeBytes(("\u0002" + frame + "\u0003\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static StatusReader after(byte[] bytes) {
        StatusReader reader = new HostStatusReader();
        reader.accept(bytes);
        return reader;
    }

    private static PrinterStatus read(String first, String second) {
        StatusReader reader = after(frames(first, second, THIRD));
        assertThat(reader.whole()).isTrue();
        return reader.status().orElseThrow();
    }

    private static String with(String frame, int field, String value) {
        String[] fields = frame.split(",");
        fields[field] = value;
        return String.join(",", fields);
    }

    @Test
    void aWellPrinterHasNoFlagAndIsIdle() {
        PrinterStatus status = read(FIRST, SECOND);
        assertThat(status.flags()).isEmpty();
        assertThat(status.idle()).isTrue();
        assertThat(status.stopped()).isEmpty();
        assertThat(status.unfinished()).hasValue(0);
    }

    @Test
    void everyFlagIsReadByItself() {
        List<PrinterFlag> first = java.util.Arrays.asList(
                null,
                PrinterFlag.PAPER_OUT,
                PrinterFlag.PAUSED,
                null,
                null,
                PrinterFlag.BUFFER_FULL,
                PrinterFlag.DIAGNOSTIC,
                PrinterFlag.PARTIAL_FORMAT,
                null,
                PrinterFlag.RAM_LOST,
                PrinterFlag.TOO_COLD,
                PrinterFlag.TOO_HOT);
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i) != null) {
                assertThat(read(with(FIRST, i, "1"), SECOND).flags()).containsExactly(first.get(i));
            }
        }
        assertThat(read(FIRST, with(SECOND, 2, "1")).flags()).containsExactly(PrinterFlag.HEAD_OPEN);
        assertThat(read(FIRST, with(SECOND, 3, "1")).flags()).containsExactly(PrinterFlag.RIBBON_OUT);
        assertThat(read(FIRST, with(SECOND, 7, "1")).flags()).containsExactly(PrinterFlag.LABEL_WAITING);
    }

    @Test
    void whatStillWaitsIsNotIdle() {
        assertThat(read(with(FIRST, 4, "002"), SECOND).idle()).isFalse();
        assertThat(read(with(FIRST, 4, "002"), SECOND).unfinished()).hasValue(2);
        assertThat(read(FIRST, with(SECOND, 8, "00000003")).idle()).isFalse();
        assertThat(read(with(FIRST, 7, "1"), SECOND).idle()).isFalse();
    }

    /** Print modes that nobody listed (K is the kiosk's), settings in letters, empty fields: the rest is read all the same. */
    @ParameterizedTest
    @CsvSource({"1,5,K", "1,5,A", "1,5,''", "1,0,x1", "1,10,''", "1,6,F", "0,0,FFF", "0,3,12x5", "0,8,''"})
    void aFieldThatNobodyKnowsCostsNoOther(int line, int field, String value) {
        String first = with(FIRST, 1, "1");
        PrinterStatus status =
                line == 0 ? read(with(first, field, value), SECOND) : read(first, with(SECOND, field, value));
        assertThat(status.flags()).containsExactly(PrinterFlag.PAPER_OUT);
        assertThat(status.unfinished()).hasValue(0);
    }

    @Test
    void aCountThatCannotBeReadProvesNothing() {
        assertThat(read(FIRST, with(SECOND, 8, "?")).unfinished()).isEmpty();
        assertThat(read(with(FIRST, 4, "?"), SECOND).idle()).isTrue();
        assertThat(read(with(FIRST, 4, "?"), with(SECOND, 8, "00000002")).idle())
                .isFalse();
    }

    /** With and without STX and ETX, with any end of a line, with fields that were added later, and with fewer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\r\n2\r\n3\r\n",
                "1\n2\n3\n",
                "1\r2\r3\r",
                "\u00021\u0003\u00022\u0003\u00023\u0003",
                "\u00021\r\n\u00022\r\n\u00023\r\n",
                "1\u0003\r\n2\u0003\r\n3\u0003\r\n",
                "\r\n\r\n1\r\n\r\n2\r\n\r\n3\r\n",
                "\"1\r\n2\r\n3\"\r\n",
                "1,0,7\r\n2,5\r\n3,9\r\n",
                " 1 \r\n 2 \r\n 3 \r\n",
                "1\r\n2\r\n"
            })
    void anAnswerIsReadHoweverItsLinesAreSetOff(String form) {
        for (String first : List.of(FIRST, with(FIRST, 1, "1"))) {
            String text = form.replace("1", "@").replace("2", "#").replace("3", "%");
            text = text.replace("@", first).replace("#", SECOND).replace("%", THIRD);
            StatusReader reader = after(text.getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.enough()).isTrue();
            assertThat(reader.whole()).isEqualTo(form.contains("3"));
            assertThat(reader.status().orElseThrow().flags())
                    .isEqualTo(first.equals(FIRST) ? Set.of() : Set.of(PrinterFlag.PAPER_OUT));
        }
    }

    @Test
    void linesWithFewerFieldsAreReadForWhatTheyHave() {
        String first = "030,1,0,1245,001";
        StatusReader reader = after(frames(first, "000,0,1,0,1,2,4,0,00000002"));
        assertThat(reader.status().orElseThrow().flags())
                .containsExactlyInAnyOrder(PrinterFlag.PAPER_OUT, PrinterFlag.HEAD_OPEN);
        assertThat(reader.status().orElseThrow().unfinished()).hasValue(3);
        StatusReader half = after(frames(first));
        assertThat(half.enough()).as("the rest may still come").isFalse();
        assertThat(half.status().orElseThrow().flags())
                .containsExactlyInAnyOrder(PrinterFlag.PAPER_OUT, PrinterFlag.BUSY);
    }

    @Test
    void aNewAnswerBeginsWithItsFirstLine() {
        StatusReader reader = new HostStatusReader();
        reader.accept(frames(SECOND));
        assertThat(reader.status()).as("whose first line was lost").isEmpty();
        reader.accept(frames(FIRST, SECOND));
        assertThat(reader.whole()).isFalse();
        reader.accept(frames(THIRD));
        assertThat(reader.whole()).isTrue();
        reader.accept(frames(with(FIRST, 2, "1")));
        assertThat(reader.enough()).isFalse();
        assertThat(reader.status().orElseThrow().flags()).containsExactly(PrinterFlag.PAUSED);
    }

    @Test
    void whatIsNoLineOfNumbersIsNoStatus() {
        String prompt = "login: \r\n" + "no, ".repeat(14) + "\r\n\u0002\u0003";
        assertThat(after(prompt.getBytes(StandardCharsets.US_ASCII)).status()).isEmpty();
        assertThat(after(frames("0,".repeat(200))).status()).as("too long").isEmpty();
    }

    @Test
    void flowControlBytesAreTakenOutWhereverTheyStand() {
        HostStatusReader reader = new HostStatusReader();
        reader.accept(new byte[] {0x13});
        assertThat(reader.held()).isTrue();
        byte[] plain = frames(FIRST, SECOND, THIRD);
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        for (byte b : plain) {
            mixed.write(b);
            mixed.write(0x11);
        }
        reader.accept(mixed.toByteArray());
        assertThat(reader.held()).isFalse();
        assertThat(reader.status()).contains(read(FIRST, SECOND));
    }

    @Test
    void anAnswerAfterGarbageIsReadHoweverItIsCut() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            HostStatusReader reader = new HostStatusReader();
            reader.accept(noise);
            byte[] answer = frames(FIRST, SECOND, THIRD);
            int piece = 1 + random.nextInt(50);
            for (int at = 0; at < answer.length; at += piece) {
                reader.accept(java.util.Arrays.copyOfRange(answer, at, Math.min(answer.length, at + piece)));
            }
            assertThat(reader.whole()).as("seed %d", seed).isTrue();
            assertThat(reader.status()).as("seed %d", seed).contains(read(FIRST, SECOND));
        }
    }
}
