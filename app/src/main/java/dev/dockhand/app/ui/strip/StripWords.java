package dev.dockhand.app.ui.strip;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.CutOff;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.strip.StripShown.DeviceWord;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.station.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status strip in words. */
public final class StripWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Duration SOON = Duration.ofMinutes(45);

    private StripWords() {}

    /** Words for a view at a moment. */
    public static StripShown of(BenchView view, Texts texts, Instant now, ZoneId zone) {
        String operator = view.operatorName();
        return new StripShown(
                Texts.shown(view.station()),
                operator == null ? texts.of("strip.nobody") : Texts.shown(operator),
                texts.of(JobRegistry.name(view.flow())),
                cutOff(view.cutOff(), texts, now, zone),
                view.devices().stream().map(lamp -> device(lamp, texts)).toList(),
                sync(view.sync(), texts, now),
                CLOCK.format(now.atZone(zone)));
    }

    /**
     * The sync lamp in words.
     *
     * @param status how the station stands with the server
     */
    public static Lamp sync(SyncStatus status, Texts texts, Instant now) {
        Instant oldest = status.oldest();
        String words = oldest == null || status.waiting() == 0
                ? texts.of("sync", status.state())
                : texts.of("sync.waiting", texts.of("sync", status.state()), status.waiting(), age(oldest, texts, now));
        Level level = switch (status.state()) {
            case IN_STEP -> Level.FINE;
            case CATCHING_UP, OFFLINE -> Level.LOOK;
            case REFUSED, OTHER_VERSION, CONFLICT -> Level.BAD;
        };
        return new Lamp(level, words);
    }

    private static String age(Instant then, Texts texts, Instant now) {
        long minutes = Math.max(0, Duration.between(then, now).toMinutes());
        return minutes < 120 ? texts.of("time.minutes", minutes) : texts.of("time.hours", minutes / 60);
    }

    private static @Nullable Lamp cutOff(@Nullable CutOff cutOff, Texts texts, Instant now, ZoneId zone) {
        if (cutOff == null) {
            return null;
        }
        String carrier = Texts.shown(cutOff.carrier());
        String at = CLOCK.format(cutOff.cutOff().atZone(zone));
        Duration left = Duration.between(now, cutOff.cutOff());
        if (left.isNegative()) {
            boolean missed = cutOff.shipmentsToGo() > 0;
            return new Lamp(
                    missed ? Level.BAD : Level.FINE, texts.of("cutoff.passed", carrier, at, cutOff.shipmentsToGo()));
        }
        String remaining = left.compareTo(Duration.ofHours(2)) < 0
                ? texts.of("time.minutes", left.toMinutes())
                : texts.of("time.hours", left.toHours());
        return new Lamp(
                left.compareTo(SOON) < 0 && cutOff.shipmentsToGo() > 0 ? Level.LOOK : Level.FINE,
                texts.of("cutoff.left", carrier, at, remaining, cutOff.shipmentsToGo()));
    }

    private static DeviceWord device(DeviceLamp lamp, Texts texts) {
        Level level = level(lamp.kind(), lamp.state());
        String state = state(lamp.state(), lamp.reason(), texts);
        String kind = texts.of("device", lamp.kind());
        return new DeviceWord(
                lamp.kind().name(), level, level == Level.FINE ? kind : texts.of("device.with-state", kind, state));
    }

    /**
     * The state of a device in one or two words; of a printer that stands still, why it does.
     *
     * @param reason why a printer prints nothing, absent when it prints or is none
     */
    public static String state(ConnectionState state, @Nullable PrintReason reason, Texts texts) {
        return state == ConnectionState.BLOCKED && reason != null
                ? texts.of("printer.state", reason)
                : texts.of("device.state", state);
    }

    /**
     * How much attention a state wants. A scanner that has said nothing yet is fine, a scale is not.
     *
     * @param kind kind of device
     * @param state its state
     */
    public static Level level(DeviceLamp.Kind kind, ConnectionState state) {
        return switch (state) {
            case OK -> Level.FINE;
            case SILENT -> kind == DeviceLamp.Kind.SCALE ? Level.LOOK : Level.FINE;
            case CLOSED -> Level.LOOK;
            case ABSENT, NO_PERMISSION, IN_USE, BLOCKED, LOST -> Level.BAD;
        };
    }
}
