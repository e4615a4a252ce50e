package dev.dockhand.hardware.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.hardware.virtual.FarEnd;
import dev.dockhand.hardware.virtual.VirtualDevice;
import dev.dockhand.hardware.virtual.VirtualPty;
import dev.dockhand.hardware.virtual.VirtualSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceLinkTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    /** Greets, then swallows what it hears. */
    private static final VirtualDevice GREETER = line -> {
        line.write("hi".getBytes(StandardCharsets.US_ASCII), LONG);
        while (true) {
            line.read(SHORT);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    };

    /** Asks once, and is well as soon as anything comes. */
    static final Conversation ASKING = (wire, report) -> {
        wire.write(new byte[] {'?'}, LONG);
        while (true) {
            if (wire.read(Duration.ofMillis(200)).length > 0) {
                report.is(ConnectionState.OK);
            }
        }
    };

    @TempDir
    private Path folder;

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

    private static DeviceLink link(PortAddress address, Conversation conversation) {
        return new DeviceLink("tester", address, new AnyOpener(), conversation, InstantSource.system());
    }

    private static void awaitState(DeviceLink link, ConnectionState state) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> link.status().state() == state);
    }

    /** On a PTY a greeting before the opening is flushed, so this device greets whoever asks. */
    static final VirtualDevice ANSWERER = line -> {
        while (true) {
            if (line.read(SHORT).length > 0) {
                line.write("hi".getBytes(StandardCharsets.US_ASCII), LONG);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    };

    @ParameterizedTest
    @EnumSource(Kind.class)
    void goesFromClosedToOkAndBackToClosed(Kind kind) {
        List<ConnectionState> seen = new CopyOnWriteArrayList<>();
        try (FarEnd end = farEnd(kind)) {
            end.serve(ANSWERER);
            try (DeviceLink link = link(end.address(), ASKING)) {
                link.listen(status -> seen.add(status.state()));
                assertThat(link.status().state()).isEqualTo(ConnectionState.CLOSED);
                link.start();
                awaitState(link, ConnectionState.OK);
                assertThat(link.trace().last())
                        .extracting(chunk -> chunk.direction() + " " + chunk.printable())
                        .containsExactly("OUT ?", "IN hi");
            }
        }
        assertThat(seen).containsExactly(ConnectionState.SILENT, ConnectionState.OK, ConnectionState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDeviceThatComesLateIsFound(Kind kind) {
        try (FarEnd end = farEnd(kind)) {
            end.serve(ANSWERER);
            end.unplug();
            try (DeviceLink link = link(end.address(), ASKING).start()) {
                awaitState(link, ConnectionState.ABSENT);
                assertThat(link.status().detail()).isNotEmpty();
                end.replug();
                awaitState(link, ConnectionState.OK);
            }
        }
    }

    @Test
    void aPortInUseIsTakenAsSoonAsItIsFree() throws Exception {
        try (FarEnd end = farEnd(Kind.PTY)) {
            end.serve(ANSWERER);
            Wire other = new AnyOpener().open(end.address());
            try (DeviceLink link = link(end.address(), ASKING).start()) {
                awaitState(link, ConnectionState.IN_USE);
                other.close();
                awaitState(link, ConnectionState.OK);
            }
        }
    }

    @Test
    void aConversationThatFailsIsStartedAfresh() {
        AtomicInteger talks = new AtomicInteger();
        try (FarEnd end = new VirtualSocket()) {
            end.serve(GREETER);
            Conversation failing = (wire, report) -> {
                if (talks.incrementAndGet() < 3) {
                    throw new IllegalStateException("on purpose, the log shows this twice");
                }
                ASKING.talk(wire, report);
            };
            try (DeviceLink link = link(end.address(), failing).start()) {
                awaitState(link, ConnectionState.OK);
                assertThat(talks).hasValue(3);
            }
        }
    }

    @Test
    void closingIsBoundedEvenWhileAWriteBlocks() {
        try (FarEnd end = farEnd(Kind.PTY)) {
            end.serve(ANSWERER);
            end.dials().stall(true);
            AtomicInteger writing = new AtomicInteger();
            DeviceLink link = link(end.address(), (wire, report) -> {
                writing.incrementAndGet();
                wire.write(new byte[1_000_000], Duration.ofHours(1));
            });
            link.start();
            await().atMost(LONG).until(() -> writing.get() == 1);
            link.close();
            assertThat(link.status().state()).isEqualTo(ConnectionState.CLOSED);
        }
    }

    @Test
    void aSleepOfTheComputerIsALossAndThePortIsOpenedAnew() {
        AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
        List<LinkStatus> seen = new CopyOnWriteArrayList<>();
        try (FarEnd end = new VirtualSocket()) {
            end.serve(ANSWERER);
            InstantSource clock = () -> InstantSource.system().instant().plus(slept.get());
            try (DeviceLink link = new DeviceLink("tester", end.address(), new AnyOpener(), ASKING, clock)) {
                link.listen(seen::add);
                link.start();
                awaitState(link, ConnectionState.OK);
                slept.set(Duration.ofHours(8));
                await().atMost(LONG).until(() -> seen.size() >= 5);
            }
        }
        assertThat(seen.subList(0, 5))
                .extracting(LinkStatus::state)
                .containsExactly(
                        ConnectionState.SILENT,
                        ConnectionState.OK,
                        ConnectionState.LOST,
                        ConnectionState.SILENT,
                        ConnectionState.OK);
        assertThat(seen.get(2).detail()).contains("slept");
    }

    @Test
    void aWaitThatComesBackFarTooLateIsASleepToo() {
        assertThat(new Wakefulness(InstantSource.system()).sleptIn(Duration.ofSeconds(-11)))
                .isTrue();
        assertThat(new Wakefulness(InstantSource.system()).sleptIn(Duration.ZERO))
                .isFalse();
        assertThat(new Wakefulness(InstantSource.system()).slept()).isFalse();
    }

    @Test
    void aListenerMayCloseTheLink() {
        try (FarEnd end = new VirtualSocket()) {
            end.serve(GREETER);
            DeviceLink link = new DeviceLink("closed", end.address(), new AnyOpener(), ASKING, InstantSource.system());
            link.listen(status -> {
                if (status.state() == ConnectionState.OK) {
                    link.close();
                }
            });
            link.start();
            await().atMost(LONG)
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().equals("device closed")));
            assertThat(link.status().state()).isEqualTo(ConnectionState.CLOSED);
        }
    }

    @Test
    void allBytesAreKeptInAFileOnRequest() throws Exception {
        Path file = folder.resolve("trace");
        try (FarEnd end = new VirtualSocket()) {
            end.serve(ANSWERER);
            try (DeviceLink link = link(end.address(), ASKING)) {
                link.trace().recordTo(file, Map.of("profile", "serial"));
                link.start();
                awaitState(link, ConnectionState.OK);
            }
        }
        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        title -> assertThat(title).isEqualTo("# dockhand trace 1"),
                        about -> assertThat(about).isEqualTo("# profile serial"),
                        out -> assertThat(out).endsWith(" OUT 3f"),
                        in -> assertThat(in).endsWith(" IN 6869"));
    }

    @Test
    void thePausesGrowAndStartAnewAfterAConnectionThatHeld() {
        BackOff backOff = new BackOff();
        assertThat(Stream.generate(backOff::next).limit(7).map(nanos -> nanos / 1_000_000))
                .containsExactly(100L, 200L, 400L, 800L, 1_600L, 1_600L, 1_600L);
        backOff.held(10_000_000, false);
        assertThat(backOff.next()).isEqualTo(BackOff.MOST_NANOS);
        backOff.held(2_000_000_000L, false);
        assertThat(backOff.next()).isEqualTo(BackOff.FIRST_NANOS);
        assertThat(backOff.next()).isGreaterThan(BackOff.FIRST_NANOS);
        backOff.held(10_000_000, true);
        assertThat(backOff.next()).isEqualTo(BackOff.FIRST_NANOS);
    }

    @Test
    void theTraceKeepsTheLastChunksOnly() {
        RawTrace trace = new RawTrace(InstantSource.system());
        for (int i = 0; i < 1_000; i++) {
            trace.note(RawTrace.Direction.IN, new byte[5_000], 5_000);
        }
        assertThat(trace.last()).hasSize(256).allSatisfy(chunk -> {
            assertThat(chunk.bytes()).hasSize(1_024);
            assertThat(chunk.length()).isEqualTo(5_000);
        });
        assertThat(trace.last().getLast().number()).isEqualTo(1_000);
    }
}
