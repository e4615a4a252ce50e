package dev.dockhand.hardware.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told when a port does not open, and what plain files do. */
class OpenersTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final WireOpener opener = new AnyOpener();

    private PortException refused(PortAddress address) {
        PortException refused = catchThrowableOfType(PortException.class, () -> opener.open(address));
        assertThat(refused).as(address.uri()).isNotNull();
        return refused;
    }

    private PortAddress serial(Path path) {
        return PortAddress.parse("serial:" + path);
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(refused(serial(folder.resolve("ttyUSB9"))).state()).isEqualTo(ConnectionState.ABSENT);
        assertThat(refused(new PortAddress.DeviceFile(folder.resolve("lp9"))).state())
                .isEqualTo(ConnectionState.ABSENT);
        assertThat(Files.exists(folder.resolve("lp9"))).isFalse();
    }

    @Test
    void aLinkThatLeadsNowhereIsAbsent() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("by-path"), folder.resolve("gone"));
        assertThat(refused(serial(link)).state()).isEqualTo(ConnectionState.ABSENT);
    }

    @Test
    void whatIsNoSerialPortIsAbsentAndSaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
        PortException refused = refused(serial(file));
        assertThat(refused.state()).isEqualTo(ConnectionState.ABSENT);
        assertThat(refused).hasMessageContaining("as a serial port");
        assertThat(refused(serial(folder)).state()).isEqualTo(ConnectionState.ABSENT);
        assertThat(refused(new PortAddress.DeviceFile(folder))).hasMessageContaining("is a folder");
    }

    @Test
    void aPortThatNobodyListensAtAndAHostThatNobodyKnowsAreAbsent() {
        VirtualSocket socket = new VirtualSocket();
        socket.close();
        assertThat(refused(socket.address()).state()).isEqualTo(ConnectionState.ABSENT);
        assertThat(refused(new PortAddress.Tcp("printer.invalid", 9100)).state())
                .isEqualTo(ConnectionState.ABSENT);
    }

    @Test
    void aSerialPortThatThisProgramHoldsIsInUseAndFreeAfterwards() throws Exception {
        assumeThat(VirtualPty.supported()).isTrue();
        try (VirtualPty pty = new VirtualPty(folder.resolve("tty"))) {
            try (Wire first = opener.open(pty.address())) {
                assertThat(first.read(Duration.ZERO)).isEmpty();
                PortException refused = refused(pty.address());
                assertThat(refused.state()).isEqualTo(ConnectionState.IN_USE);
                assertThat(refused).hasMessageContaining("this program");
            }
            opener.open(pty.address()).close();
        }
    }

    /** A PTY has no seven bits and no parity, as some adapters have none. */
    @Test
    void aPortThatLeavesSettingsOutIsOpenedWithThemAgainAndAgain() throws Exception {
        assumeThat(VirtualPty.supported()).isTrue();
        try (VirtualPty pty = new VirtualPty(folder.resolve("tty"))) {
            PortAddress address =
                    PortAddress.parse("serial:" + pty.address().path() + "?baud=9600&bits=7&parity=even&stop=1");
            for (int i = 0; i < 4; i++) {
                try (Wire wire = new SerialOpener().open(address)) {
                    assertThat(wire.read(Duration.ZERO)).isEmpty();
                }
            }
        }
    }

    @Test
    void aSerialPortThatAnotherProgramHoldsIsInUse() throws Exception {
        assumeThat(VirtualPty.supported()).isTrue();
        assumeThat(Files.isExecutable(Path.of("/usr/bin/flock")))
                .as("flock of util-linux")
                .isTrue();
        try (VirtualPty pty = new VirtualPty(folder.resolve("tty"))) {
            Process other = new ProcessBuilder(
                            "/usr/bin/flock", "--exclusive", pty.address().path(), "sh", "-c", "echo held; exec cat")
                    .start();
            try {
                assertThat(other.inputReader().readLine()).isEqualTo("held");
                PortException refused = refused(pty.address());
                assertThat(refused.state()).isEqualTo(ConnectionState.IN_USE);
                assertThat(refused).hasMessageContaining("another program");
            } finally {
                other.getOutputStream().close();
                assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }
            opener.open(pty.address()).close();
        }
    }

    @Test
    void whatThisUserMayNotOpenHasNoPermission() throws Exception {
        Path file = Files.writeString(folder.resolve("lp0"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root may open everything").isFalse();
        assertThat(refused(new PortAddress.DeviceFile(file)).state()).isEqualTo(ConnectionState.NO_PERMISSION);
        assertThat(refused(serial(file)).state()).isEqualTo(ConnectionState.NO_PERMISSION);
    }

    @Test
    void aPlainFileIsReadFromItsBeginningAndWrittenAtItsEnd() throws Exception {
        Path file = Files.writeString(folder.resolve("printer"), "old ");
        try (Wire wire = opener.open(new PortAddress.DeviceFile(file))) {
            assertThat(wire.read(LONG)).asString(StandardCharsets.US_ASCII).isEqualTo("old ");
            assertThat(wire.read(Duration.ofMillis(30))).isEmpty();
            assertThat(wire.write("new".getBytes(StandardCharsets.US_ASCII), LONG))
                    .isEqualTo(3);
        }
        assertThat(file).hasContent("old new");
    }

    @Test
    void theHelperThreadDoesTheSameWhereTheSystemHasNoPoll() throws Exception {
        Path file = Files.writeString(folder.resolve("printer"), "old ");
        try (Wire wire = HelperFileWire.open(file)) {
            assertThat(wire.read(LONG)).asString(StandardCharsets.US_ASCII).isEqualTo("old ");
            assertThat(wire.read(Duration.ofMillis(30))).isEmpty();
            byte[] much = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            assertThat(wire.write(much, LONG)).isEqualTo(10_000);
        }
        assertThat(file).hasContent("old " + "x".repeat(10_000));
        assertThat(catchThrowableOfType(PortException.class, () -> HelperFileWire.open(folder.resolve("gone")))
                        .state())
                .isEqualTo(ConnectionState.ABSENT);
    }

    @Test
    void aDeviceFileThatTakesNoBytesEndsTheWriteInTime() throws Exception {
        assumeThat(VirtualPty.supported()).isTrue();
        try (VirtualPty pty = new VirtualPty(folder.resolve("tty"));
                Wire wire = opener.open(
                        new PortAddress.DeviceFile(Path.of(pty.address().path())))) {
            byte[] much = new byte[1_000_000];
            assertThat(wire.write(much, Duration.ofMillis(200))).isBetween(1, much.length - 1);
        }
    }

    @Test
    void aDeviceFileWithoutSpaceOrPaperIsBlocked() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).isTrue();
        try (Wire wire = opener.open(new PortAddress.DeviceFile(full))) {
            PortException refused = catchThrowableOfType(PortException.class, () -> wire.write(new byte[] {1}, LONG));
            assertThat(refused.state()).isEqualTo(ConnectionState.BLOCKED);
        }
    }

    @Test
    void aBrokenAddressSaysWhatIsWrongWithIt() {
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class, () -> PortAddress.parse("serial:/dev/x?baud=1")))
                .hasMessageContaining("from 300 to 921600");
        for (String uri : new String[] {
            "serial:/dev/ttyUSB0?baud=9600&bits=7&parity=even&stop=1",
            "tcp://10.0.0.7:9100",
            "tcp://[::1]:9100",
            "file:/dev/usb/lp0"
        }) {
            assertThat(PortAddress.parse(uri).uri()).isEqualTo(uri);
        }
    }
}
