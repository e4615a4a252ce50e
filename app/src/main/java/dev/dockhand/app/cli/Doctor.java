package dev.dockhand.app.cli;

import dev.dockhand.app.device.BenchDevices;
import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceTestReport;
import dev.dockhand.app.device.StationDevices;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationFacts;
import dev.dockhand.station.memory.StationSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at everything that the station needs and says what is wrong. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks Java, folder, journal, server and devices, one line each.")
final class Doctor extends Common implements Callable<Integer> {

    private static final Duration SERVER_TIME = Duration.ofSeconds(5);
    private static final long DEVICE_SECONDS = 4;

    private final InstantSource clock;
    private boolean healthy = true;

    @Mixin
    private HomeOption home = new HomeOption();

    Doctor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        java();
        try {
            Identity identity = Identity.read(home.folder());
            check(
                    "enrolment",
                    true,
                    identity.station() + " in " + identity.warehouse().id());
            memory();
            server(identity.server());
        } catch (MemoryException e) {
            check("memory", false, StartFailure.of(e).english());
        }
        devices();
        selfTest();
        return healthy ? DONE : NOT_DONE;
    }

    private void check(String what, boolean good, String detail) {
        healthy &= good;
        report().print(Report.line().with("check", what).with("ok", good).with("detail", detail));
    }

    /** An older runtime works, but lacks security updates that we know of. */
    private void java() {
        Runtime.Version least = Runtime.Version.parse(StationCommands.build("runtime.least"));
        boolean good = Runtime.version().compareToIgnoreOptional(least) >= 0;
        check("java", good, "Java %s%s".formatted(Runtime.version(), good ? "" : ", should be %s".formatted(least)));
    }

    private void memory() throws MemoryException {
        Station.Parts parts = Station.Parts.real(StationSettings.USUAL, clock, new SecureRandom());
        try (Station station = Station.open(home.folder(), parts)) {
            StationFacts facts = station.facts(true);
            String chain = facts.chain();
            check(
                    "journal",
                    chain == null,
                    chain == null ? "%d events, chain unbroken".formatted(facts.lastSeq()) : chain);
            check(
                    "disk",
                    facts.health().room() == Health.Room.PLENTY,
                    "%d MiB free".formatted(facts.health().freeBytes() >> 20));
            facts.health().notices().forEach(notice -> check("notice", true, notice.kind() + " " + notice.detail()));
        } catch (MemoryException e) {
            if (e.reason() != MemoryException.Reason.IN_USE) {
                throw e;
            }
            check("memory", true, "the station is running; its journal is looked at when it is not");
        }
    }

    private void server(URI server) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/health/ready"))
                .timeout(SERVER_TIME)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(SERVER_TIME).build()) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            check("server", status == 200, server + " answers " + status);
        } catch (IOException e) {
            check("server", false, server + " cannot be reached; work goes on offline");
        }
    }

    /** A device that another program holds, such as the running station, is said to be in use and is no fault. */
    private void devices() throws InterruptedException {
        try (StationDevices devices = new StationDevices(
                home.folder(),
                new AnyOpener(),
                ScaleProfiles.load(),
                LabelTemplates.bundled(clock),
                () -> Dpi.DPI_203,
                clock)) {
            Semaphore changes = new Semaphore(0);
            devices.onChange(changes::release);
            devices.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEVICE_SECONDS);
            boolean inTime = true;
            while (inTime && !settled(devices)) {
                inTime = changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            devices.lamps().forEach(this::device);
        } catch (IOException e) {
            check("devices", false, StartFailure.settings(e).english());
        }
    }

    /** What the last test of all devices at the station found. */
    private void selfTest() {
        try {
            List<DeviceTestReport> all = DeviceFiles.selfTests(home.folder()).read();
            if (all.isEmpty()) {
                check("self-test", true, "none yet");
                return;
            }
            DeviceTestReport last = all.getLast();
            String devices = last.devices().stream()
                    .map(each -> "%s %s (%s%s)"
                            .formatted(
                                    each.name(),
                                    each.outcome(),
                                    each.message().reason(),
                                    each.message().detail().isEmpty()
                                            ? ""
                                            : " " + each.message().detail()))
                    .collect(Collectors.joining(", "));
            check(
                    "self-test",
                    last.passed(),
                    "%s by %s: %s"
                            .formatted(last.at(), last.operator().isEmpty() ? "nobody" : last.operator(), devices));
        } catch (IOException e) {
            check("self-test", false, "self-tests.json cannot be read: " + e.getMessage());
        }
    }

    private static boolean settled(BenchDevices devices) {
        Set<ConnectionState> open = Set.of(ConnectionState.OK, ConnectionState.BLOCKED, ConnectionState.CLOSED);
        return devices.lamps().stream()
                .allMatch(lamp -> open.contains(lamp.state())
                        || (lamp.kind() == DeviceLamp.Kind.SCANNER && lamp.state() == ConnectionState.SILENT));
    }

    private void device(DeviceLamp lamp) {
        boolean good = switch (lamp.state()) {
            case OK, CLOSED, IN_USE -> true;
            case SILENT -> lamp.kind() == DeviceLamp.Kind.SCANNER;
            case ABSENT, NO_PERMISSION, BLOCKED, LOST -> false;
        };
        String state = lamp.reason() != null && lamp.state() == ConnectionState.BLOCKED
                ? lamp.reason().name()
                : lamp.state().name();
        check(lamp.name(), good, lamp.state() == ConnectionState.CLOSED ? "switched off" : state);
    }
}
