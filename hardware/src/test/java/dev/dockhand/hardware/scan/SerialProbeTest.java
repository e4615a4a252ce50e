package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.port.WireOpener;
import dev.dockhand.hardware.scan.SerialJudge.Finding;
import dev.dockhand.rules.Drawn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings of serial scanners are found by what arrives. A line's electrical side is played, since a PTY has none. */
class SerialProbeTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What eight bits show of seven with parity. */
    private static byte[] seven(String text, IntUnaryOperator parity) {
        byte[] bytes = bytes(text);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] |= (byte) (parity.applyAsInt(bytes[i]) << 7);
        }
        return bytes;
    }

    private static int even(int b) {
        return Integer.bitCount(b & 0x7F) & 1;
    }

    @Test
    void parityIsSeenInAnyCode() {
        String printed = Drawn.from(' ', '~');
        Drawn.each(500, drawn -> {
            String code = drawn.text(4, 40, printed);
            String sent = code + "\r\n";
            assertThat(SerialJudge.judge(bytes(sent))).isEqualTo(Finding.CLEAR);
            assertThat(SerialJudge.judge(seven(sent, SerialProbeTest::even))).isEqualTo(Finding.SEVEN_EVEN);
            assertThat(SerialJudge.judge(seven(sent, b -> 1 - even(b)))).isEqualTo(Finding.SEVEN_ODD);
            assertThat(SerialJudge.judge(seven(sent, b -> 1))).isEqualTo(Finding.SEVEN_MARK);
            assertThat(SerialJudge.judge(bytes(code))).isEqualTo(Finding.NO_END_MARK);
        });
    }

    @Test
    void otherBytesAreNothingGarbageOrKoreanText() {
        assertThat(SerialJudge.judge(new byte[0])).isEqualTo(Finding.NOTHING);
        assertThat(SerialJudge.judge(new byte[] {0, (byte) 0xF8, 0x1E, (byte) 0x80}))
                .isEqualTo(Finding.GARBAGE);
        assertThat(SerialJudge.judge(bytes("토너 패드\r"))).isEqualTo(Finding.CLEAR);
        assertThat(SerialJudge.judge(bytes("\u0002A1\u0003"))).isEqualTo(Finding.CLEAR);
    }

    /** A scanner with true settings: whoever opens the port with others reads what a line would make of it. */
    private static WireOpener scanner(SerialPreset truth, List<String> openings) {
        return address -> {
            PortAddress.Serial serial = (PortAddress.Serial) address;
            openings.add(serial.baud() + " " + serial.bits() + " " + serial.parity());
            boolean same = serial.baud() == truth.baud();
            byte[] arrives = !same
                    ? noise()
                    : truth.bits() == 7
                            ? seven("8801234567893\r", b -> parity(truth, b))
                            : serial.parity() == truth.parity() ? bytes("8801234567893\r") : noise();
            return new Once(arrives);
        };
    }

    private static byte[] noise() {
        byte[] noise = new byte[40];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static int parity(SerialPreset truth, int b) {
        return switch (truth.parity()) {
            case EVEN -> even(b);
            case ODD -> 1 - even(b);
            case MARK -> 1;
            case NONE, SPACE -> 0;
        };
    }

    private record Once(byte[] first, List<byte[]> read) implements Wire {
        Once(byte[] first) {
            this(first, new ArrayList<>());
        }

        @Override
        public byte[] read(Duration wait) {
            byte[] now = read.isEmpty() ? first : new byte[0];
            read.add(now);
            return now;
        }

        @Override
        public int write(byte[] bytes, Duration limit) {
            return bytes.length;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    @Test
    void everyPresetIsFound() throws Exception {
        for (SerialPreset truth : SerialPreset.all()) {
            List<String> openings = new ArrayList<>();
            SerialProbe probe = new SerialProbe(scanner(truth, openings), Duration.ofMillis(20));
            assertThat(probe.find("/dev/ttyUSB0", 1, attempt -> {}))
                    .as(truth.id())
                    .contains(truth.at("/dev/ttyUSB0"));
            assertThat(openings.getFirst()).isEqualTo("9600 8 NONE");
        }
    }

    @Test
    void withoutACodeNothingIsFoundAndEverySettingWasTried() throws Exception {
        List<SerialProbe.Attempt> attempts = new ArrayList<>();
        SerialProbe probe = new SerialProbe(address -> new Once(new byte[0]), Duration.ZERO);
        assertThat(probe.find("COM3", 2, attempts::add)).isEmpty();
        assertThat(attempts).hasSize(10).allMatch(attempt -> attempt.finding() == Finding.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(Finding.class)
    void onlyTextIsUsable(Finding finding) {
        assertThat(finding.isUsable()).isEqualTo(finding != Finding.NOTHING && finding != Finding.GARBAGE);
    }

    @Test
    void aPortThatDoesNotOpenIsSaid() {
        SerialProbe probe = new SerialProbe(
                address -> {
                    throw new PortException(dev.dockhand.hardware.port.ConnectionState.IN_USE, "held");
                },
                Duration.ZERO);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> probe.find("COM3", 1, attempt -> {}))
                .isInstanceOf(PortException.class)
                .hasMessage("held");
    }
}
