package dev.dockhand.app.cli;

import dev.dockhand.hardware.port.AnyOpener;
import dev.dockhand.hardware.port.DeviceLink;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.ReadingState;
import dev.dockhand.hardware.scale.ScaleConversation;
import dev.dockhand.hardware.scale.ScaleProfile;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scale.WeightUnit;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a scale says. */
@Command(
        name = "weigh",
        mixinStandardHelpOptions = true,
        description = "Prints each reading of a scale as it comes, until the count or the time-out is reached.")
final class Weigh extends Common implements Callable<Integer> {

    private final InstantSource clock;
    private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();

    @Option(names = "--port", required = true, paramLabel = "URI", description = "serial:, tcp:// or file: address")
    private String port = "";

    @Option(names = "--profile", required = true, paramLabel = "ID", description = "the scale's profile")
    private String profileId = "";

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "how many readings (default 1)")
    private int count;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Durations.class,
            description = "how long altogether, for instance 10s (default) or 1500ms")
    private Duration timeout = Duration.ofSeconds(10);

    @Mixin
    private TraceOption trace = new TraceOption();

    Weigh(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1) {
            return refuse(MISUSED, NO_COUNT.formatted(count));
        }
        ScaleProfiles profiles = ScaleProfiles.load();
        Optional<ScaleProfile> profile = profiles.byId(profileId);
        if (profile.isEmpty()) {
            String known = profiles.all().stream().map(ScaleProfile::id).collect(Collectors.joining(", "));
            return refuse(MISUSED, "no scale profile '%s'; there are %s".formatted(profileId, known));
        }
        PortAddress address;
        try {
            address = profile.get().address(port);
        } catch (IllegalArgumentException e) {
            return refuse(MISUSED, String.valueOf(e.getMessage()));
        }
        ScaleConversation talk = new ScaleConversation(profile.get(), "scale", clock, readings::add);
        try (DeviceLink link = new DeviceLink("scale", address, new AnyOpener(), talk, clock)) {
            trace.follow(link, profile.get().id());
            link.start();
            return print(link);
        } catch (IOException e) {
            return refuse(NOT_DONE, "the trace cannot be written: " + e.getMessage());
        }
    }

    private int print(DeviceLink link) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        int printed = 0;
        int heard = 0;
        while (printed < count) {
            Reading reading = readings.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (reading == null) {
                break;
            }
            printed++;
            heard += reading.state() == ReadingState.STALE ? 0 : 1;
            report().print(line(reading));
        }
        if (heard > 0) {
            return DONE;
        }
        return refuse(
                NOT_DONE,
                "the scale said nothing: %s %s"
                        .formatted(link.status().state(), link.status().detail())
                        .strip());
    }

    static Report.Line line(Reading reading) {
        return Report.line()
                .with("state", reading.state().name())
                .with("grams", reading.grams().orElse(null))
                .with("unit", reading.unit().map(WeightUnit::symbol).orElse(null))
                .with("net", reading.net())
                .with("raw", reading.raw().hex());
    }
}
