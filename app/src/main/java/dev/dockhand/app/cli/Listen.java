package dev.dockhand.app.cli;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.scan.DuplicateFilter;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import dev.dockhand.hardware.scan.ScanReader;
import dev.dockhand.hardware.scan.ScannerConversation;
import dev.dockhand.hardware.scan.ScannerProfile;
import dev.dockhand.hardware.scan.ScannerProfiles;
import dev.dockhand.hardware.scan.SerialPreset;
import dev.dockhand.hardware.scan.SerialProbe;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a scanner reads. */
@Command(
        name = "listen",
        mixinStandardHelpOptions = true,
        description = "Prints each scan as it comes, until the count or the time-out is reached.")
final class Listen extends Common implements Callable<Integer> {

    private static final Duration PROBING = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final BlockingQueue<ScanEvent> scans = new LinkedBlockingQueue<>();

    @Option(
            names = "--port",
            required = true,
            paramLabel = "URI",
            description = "serial:, tcp://, hid: or file: address")
    private String port = "";

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "how many scans (default 1)")
    private int count;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Durations.class,
            description = "how long altogether (default 30s)")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--profile",
            paramLabel = "ID",
            description = "the scanner's profile (default: by its USB number, or serial)")
    private @Nullable String profileId;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = Durations.class,
            description = "mark a code that is read again within this time; 0 (default) marks none")
    private Duration window = Duration.ZERO;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            converter = Charsets.class,
            description = "what the scanner's bytes are: UTF-8 (default), CP949 …")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(names = "--probe", description = "find the settings of a serial port first, while somebody scans")
    private boolean probe;

    @Mixin
    private TraceOption trace = new TraceOption();

    Listen(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1) {
            return refuse(MISUSED, NO_COUNT.formatted(count));
        }
        PortAddress address;
        try {
            address = PortAddress.parse(port);
        } catch (IllegalArgumentException e) {
            return refuse(MISUSED, String.valueOf(e.getMessage()));
        }
        ScannerProfiles profiles = ScannerProfiles.load();
        Optional<ScannerProfile> profile =
                profileId == null ? Optional.of(usual(profiles, address)) : profiles.byId(profileId);
        if (profile.isEmpty()) {
            String known = profiles.all().stream().map(ScannerProfile::id).collect(Collectors.joining(", "));
            return refuse(MISUSED, "no scanner profile '%s'; there are %s".formatted(profileId, known));
        }
        try {
            return probe && address instanceof PortAddress.Serial line ? find(line) : listen(address, profile.get());
        } catch (IOException e) {
            return refuse(NOT_DONE, String.valueOf(e.getMessage()));
        }
    }

    private static ScannerProfile usual(ScannerProfiles profiles, PortAddress address) {
        return address instanceof PortAddress.Hid(var name)
                ? profiles.byUsb(name).or(() -> profiles.byId("hid-lsr118")).orElseGet(profiles::usual)
                : profiles.usual();
    }

    private int find(PortAddress.Serial line) throws IOException, InterruptedException {
        SerialProbe serial = new SerialProbe(new AnyOpener(), PROBING);
        int rounds = (int) Math.max(
                1, timeout.dividedBy(PROBING.multipliedBy(SerialPreset.all().size())));
        Optional<PortAddress.Serial> found = serial.find(
                line.path(),
                rounds,
                attempt -> report().print(Report.line()
                        .with("tried", attempt.address().uri())
                        .with("found", attempt.finding().name())));
        found.ifPresent(address -> report().print(Report.line().with("port", address.uri())));
        return found.isPresent() ? DONE : refuse(NOT_DONE, "no code came that could be read");
    }

    private int listen(PortAddress address, ScannerProfile profile) throws IOException, InterruptedException {
        ScanReader reader = new ScanReader("scanner", new AtomicLong()::incrementAndGet, clock, charset);
        ScannerConversation talk = new ScannerConversation(profile, reader, scans::add);
        try (DeviceLink link = new DeviceLink("scanner", address, new AnyOpener(), talk, clock)) {
            trace.follow(link, profile.id());
            DuplicateFilter repetitions = new DuplicateFilter(window);
            link.start();
            long end = System.nanoTime() + timeout.toNanos();
            for (int printed = 0; printed < count; printed++) {
                ScanEvent event = scans.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    return refuse(
                            NOT_DONE,
                            "%d of %d scans came: %s %s"
                                    .formatted(
                                            printed,
                                            count,
                                            link.status().state(),
                                            link.status().detail())
                                    .strip());
                }
                boolean again = event instanceof Scan scan && repetitions.isRepetition(scan);
                report().print(line(event).with("repeated", again ? true : null));
                talk.answer(event instanceof Scan);
            }
            return DONE;
        }
    }

    static Report.Line line(ScanEvent event) {
        Report.Line line = Report.line()
                .with("number", event.sequence())
                .with("at", event.at().toString());
        return switch (event) {
            case Scan scan ->
                line.with("aim", scan.aim() == null ? null : scan.aimText())
                        .with("text", scan.text())
                        .with("repaired", scan.repaired() ? true : null);
            case RefusedScan refused ->
                line.with("error", refused.reason().name()).with("detail", refused.detail());
        };
    }
}
