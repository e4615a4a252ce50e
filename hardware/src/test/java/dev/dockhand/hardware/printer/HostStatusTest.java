package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

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

    private static HostStatus read(String first, String second) {
        HostStatusReader reader = new HostStatusReader();
        reader.accept(frames(first, second, THIRD));
        assertThat(reader.whole()).isTrue();
        return reader.host().orElseThrow();
    }

    private static String with(String frame, int field, String value) {
        String[] fields = frame.split(",");
        fields[field] = value;
        return String.join(",", fields);
    }

    @Example
    void aWellPrinterHasNoFlagAndIsIdle() {
        HostStatus status = read(FIRST, SECOND);
        assertThat(status.flags()).isEmpty();
        assertThat(status.status().idle()).isTrue();
        assertThat(status.status().stopped()).isEmpty();
        assertThat(status.labelLength()).isEqualTo(1245);
        assertThat(status.printMode()).isEqualTo(2);
        assertThat(status.thermalTransfer()).isTrue();
        assertThat(status.xonXoff()).isTrue();
        assertThat(read(with(FIRST, 0, "158"), SECOND).xonXoff()).isFalse();
    }

    @Example
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

    @Example
    void whatStillWaitsIsNotIdle() {
        assertThat(read(with(FIRST, 4, "002"), SECOND).status().idle()).isFalse();
        assertThat(read(with(FIRST, 4, "002"), SECOND).formatsWaiting()).isEqualTo(2);
        assertThat(read(FIRST, with(SECOND, 8, "00000003")).status().idle()).isFalse();
        assertThat(read(with(FIRST, 7, "1"), SECOND).status().idle()).isFalse();
    }

    @Example
    void damagedFramesAreNoStatus() {
        HostStatusReader reader = new HostStatusReader();
        reader.accept(frames(FIRST.replace("1245", "12x5"), SECOND, THIRD));
        assertThat(reader.host()).isEmpty();
        reader.accept(frames(FIRST));
        assertThat(reader.host()).isEmpty();
        reader.accept(frames(SECOND));
        assertThat(reader.host()).isPresent();
        assertThat(reader.whole()).isFalse();
        reader.accept(frames(THIRD));
        assertThat(reader.whole()).isTrue();
        reader.accept(frames(FIRST));
        assertThat(reader.host()).as("a new answer begins").isEmpty();
    }

    @Example
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
        assertThat(reader.host()).contains(read(FIRST, SECOND));
    }

    @Provide
    Arbitrary<byte[]> noise() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    }

    @Property(tries = 500)
    void anAnswerAfterGarbageIsReadHoweverItIsCut(
            @ForAll("noise") byte[] noise, @ForAll @IntRange(min = 1, max = 50) int piece) {
        HostStatusReader reader = new HostStatusReader();
        reader.accept(noise);
        byte[] answer = frames(FIRST, SECOND, THIRD);
        for (int at = 0; at < answer.length; at += piece) {
            reader.accept(java.util.Arrays.copyOfRange(answer, at, Math.min(answer.length, at + piece)));
        }
        assertThat(reader.whole()).isTrue();
        assertThat(reader.host()).contains(read(FIRST, SECOND));
    }
}
