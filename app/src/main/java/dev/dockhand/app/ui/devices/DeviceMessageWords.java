package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceMessage;
import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.ui.devices.DevicesShown.Live;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.texts.Grouped;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.printer.PrinterFlag;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What devices say, in words. */
record DeviceMessageWords(Texts texts) {

    private static final int LONGEST = 60;
    private static final String NOTHING = "–";

    /** In one line, for a trace. */
    String brief(DeviceMessage message) {
        Live live = live(message);
        String facts = String.join("  ", live.facts());
        return message instanceof DeviceMessage.Weighs
                ? live.words() + " " + live.figure()
                : (facts.isEmpty() ? live.figure() : facts) + (live.words().isEmpty() ? "" : "  " + live.words());
    }

    /** Large, for the device's page; absent when it says nothing. */
    Live live(@Nullable DeviceMessage message, ConnectionState state) {
        if (message != null) {
            return live(message);
        }
        boolean silent = state == ConnectionState.BLOCKED;
        return new Live(
                NOTHING,
                silent ? Level.BAD : Level.LOOK,
                texts.of(silent ? "scale.STALE" : "devices.nothing-said"),
                List.of());
    }

    /** Large, for the device's page. */
    Live live(DeviceMessage message) {
        return switch (message) {
            case DeviceMessage.Weighs(var weight) -> weighs(weight);
            case DeviceMessage.Reads reads -> reads(reads);
            case DeviceMessage.Again(var again) -> again(reads(again));
            case DeviceMessage.Garbled(var reason) ->
                new Live(NOTHING, Level.BAD, texts.of("RefusedReason." + reason.name()), List.of());
            case DeviceMessage.Prints(var flags) -> prints(flags);
        };
    }

    private Live weighs(LiveWeight weight) {
        Level level = switch (weight.state()) {
            case "STABLE", "ZERO" -> Level.FINE;
            case "MOTION" -> Level.LOOK;
            default -> Level.BAD;
        };
        String figure = weight.value() == null ? NOTHING : Grouped.of(weight.value()) + " " + weight.unit();
        return new Live(figure, level, texts.of("scale." + weight.state()), List.of());
    }

    private Live reads(DeviceMessage.Reads reads) {
        String kind = texts.of(reads.aim().isEmpty() ? "devices.no-aim" : "Symbology." + reads.symbology());
        String words = reads.error() == null ? kind : kind + " · " + texts.of(reads.error());
        String repaired = reads.repaired() ? " · " + texts.of("devices.repaired") : "";
        return new Live(
                cut(reads.text()),
                reads.error() == null ? Level.FINE : Level.BAD,
                words + repaired,
                reads.fields().stream().map(this::field).toList());
    }

    private Live again(Live read) {
        return new Live(read.figure(), Level.LOOK, read.words() + " · " + texts.of("devices.again"), read.facts());
    }

    private String field(DeviceMessage.Field field) {
        String name = "gs1." + field.identifier();
        String words = texts.has(name) ? texts.of(name) + " " : "";
        return "(" + field.identifier() + ") " + words + cut(field.value());
    }

    private Live prints(List<PrinterFlag> flags) {
        Level level = Level.FINE;
        for (PrinterFlag flag : flags) {
            Level own = switch (flag.severity()) {
                case INFO -> Level.FINE;
                case SOON -> Level.LOOK;
                case STOP -> Level.BAD;
            };
            level = own.compareTo(level) > 0 ? own : level;
        }
        String words = flags.stream()
                .map(flag -> texts.of("PrinterFlag." + flag.name()))
                .collect(Collectors.joining(", "));
        return new Live(flags.isEmpty() ? texts.of("devices.ready") : words, level, "", List.of());
    }

    static String cut(String text) {
        String shown = Texts.shown(text);
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}
