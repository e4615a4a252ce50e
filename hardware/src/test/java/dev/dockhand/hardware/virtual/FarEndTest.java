package dev.dockhand.hardware.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import dev.dockhand.hardware.port.WireOpener;
import java.io.ByteArrayOutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same device over every kind of line, opened by the real openers. */
class FarEndTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    /** Answers every piece that it hears with the same bytes in angle brackets. */
    private static final VirtualDevice ECHO = line -> {
        while (true) {
            byte[] heard = line.read(SHORT);
            if (heard.length > 0) {
                line.write(("<" + text(heard) + ">").getBytes(StandardCharsets.US_ASCII), LONG);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    };

    @TempDir
    private Path folder;

    private final WireOpener opener = new AnyOpener();

    enum Kind {
        SOCKET,
        PTY
    }

    private FarEnd farEnd(Kind kind) {
        if (kind == Kind.PTY) {
            assumeThat(VirtualPty.supported()).as("PTYs need Linux").isTrue();
            return new VirtualPty(folder.resolve("tty"));
        }
        return new VirtualSocket();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void carriesBytesBothWays(Kind kind) throws Exception {
        try (FarEnd end = farEnd(kind)) {
            end.serve(ECHO);
            try (Wire wire = opener.open(end.address())) {
                assertThat(wire.read(Duration.ZERO)).isEmpty();
                assertThat(wire.write(bytes("abc"), LONG)).isEqualTo(3);
                assertThat(readUntil(wire, ">")).isEqualTo("<abc>");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void carriesEveryByteValueUnchanged(Kind kind) throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        try (FarEnd end = farEnd(kind)) {
            end.serve(line -> {
                line.read(LONG);
                line.write(all, LONG);
                line.read(LONG);
            });
            try (Wire wire = opener.open(end.address())) {
                wire.write(bytes("go"), LONG);
                ByteArrayOutputStream got = new ByteArrayOutputStream();
                while (got.size() < 256) {
                    byte[] more = wire.read(LONG);
                    assertThat(more).isNotEmpty();
                    got.writeBytes(more);
                }
                assertThat(got.toByteArray()).isEqualTo(all);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anUnpluggedLineIsLostAndThenAbsentAndComesBackAtTheSameAddress(Kind kind) throws Exception {
        try (FarEnd end = farEnd(kind)) {
            end.serve(ECHO);
            Wire first = opener.open(end.address());
            first.write(bytes("x"), LONG);
            readUntil(first, ">");

            end.unplug();
            assertThatThrownBy(() -> readFor(first)).satisfies(e -> isState(e, ConnectionState.LOST));
            first.close();
            assertThatThrownBy(() -> opener.open(end.address())).satisfies(e -> isState(e, ConnectionState.ABSENT));

            end.replug();
            try (Wire second = opener.open(end.address())) {
                second.write(bytes("y"), LONG);
                assertThat(readUntil(second, ">")).isEqualTo("<y>");
            }
        }
    }

    /** Or who looks for this device would reach whatever was given its port meanwhile. */
    @Test
    void anUnpluggedSocketKeepsItsPortToItself() throws Exception {
        try (ServerSocket another = new ServerSocket()) {
            another.setReuseAddress(false);
            InetSocketAddress port;
            try (VirtualSocket end = new VirtualSocket()) {
                port = new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), end.address().port());
                end.serve(ECHO);
                end.unplug();
                assertThatThrownBy(() -> another.bind(port)).isInstanceOf(BindException.class);
                assertThatThrownBy(() -> opener.open(end.address())).satisfies(e -> isState(e, ConnectionState.ABSENT));
                end.replug();
                assertThat(end.isPluggedIn()).isTrue();
            }
            another.bind(port);
            assertThat(another.isBound()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theCableCanBePulledInTheMiddleOfAFrame(Kind kind) throws Exception {
        try (FarEnd end = farEnd(kind)) {
            end.serve(ECHO);
            end.dials().unplugAfter(3);
            try (Wire wire = opener.open(end.address())) {
                wire.write(bytes("12345"), LONG);
                assertThatThrownBy(() -> readFor(wire)).satisfies(e -> isState(e, ConnectionState.LOST));
            }
            assertThat(end.isPluggedIn()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void garbageGoesAheadOfTheFrameAndATruncatedFrameStaysShort(Kind kind) throws Exception {
        try (FarEnd end = farEnd(kind)) {
            end.serve(ECHO);
            end.dials().garbage(bytes("#!"));
            end.dials().byteByByte(true);
            try (Wire wire = opener.open(end.address())) {
                wire.write(bytes("a"), LONG);
                assertThat(readUntil(wire, ">")).isEqualTo("#!<a>");
                end.dials().truncateNext(2);
                wire.write(bytes("b"), LONG);
                assertThat(readUntil(wire, "b")).isEqualTo("<b");
                wire.write(bytes("c"), LONG);
                assertThat(readUntil(wire, ">")).isEqualTo("<c>");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aStalledDeviceIsSilentAndThenGoesOn(Kind kind) throws Exception {
        try (FarEnd end = farEnd(kind)) {
            end.serve(ECHO);
            end.dials().stall(true);
            try (Wire wire = opener.open(end.address())) {
                wire.write(bytes("a"), LONG);
                assertThat(wire.read(Duration.ofMillis(100))).isEmpty();
                end.dials().stall(false);
                assertThat(readUntil(wire, ">")).isEqualTo("<a>");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void writingToADeviceThatTakesNothingEndsInTime(Kind kind) throws Exception {
        byte[] much = new byte[16_000_000];
        try (FarEnd end = farEnd(kind)) {
            end.serve(ECHO);
            end.dials().stall(true);
            Wire wire = opener.open(end.address());
            assertThat(wire.write(much, Duration.ofMillis(300))).isLessThan(much.length);
            wire.close();
        }
        await().atMost(LONG)
                .until(() -> threadsNamed("write " + folder).findAny().isEmpty());
    }

    private static Stream<Thread> threadsNamed(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix));
    }

    private static void isState(Throwable e, ConnectionState state) {
        assertThat(e)
                .isInstanceOfSatisfying(
                        PortException.class, port -> assertThat(port.state()).isEqualTo(state));
    }

    private static byte[] readFor(Wire wire) throws PortException {
        for (int i = 0; i < 100; i++) {
            wire.read(Duration.ofMillis(100));
        }
        return new byte[0];
    }

    private static String readUntil(Wire wire, String end) throws PortException {
        StringBuilder got = new StringBuilder();
        while (!got.toString().endsWith(end)) {
            byte[] more = wire.read(LONG);
            assertThat(more).as("after '%s'", got).isNotEmpty();
            got.append(text(more));
        }
        return got.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
