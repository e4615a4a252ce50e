package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceMessage;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp.Device;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.device.DeviceTest;
import dev.dockhand.app.device.DeviceTestReport;
import dev.dockhand.app.device.DeviceTests.TestRun;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.strip.StripWords;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.printer.PrintReason;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Devices and their tests in words. */
record DevicesWords(Texts texts, ZoneId zone) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** Until when a supervisor's word covers changes. */
    String allowed(@Nullable Instant until) {
        return until == null ? "" : texts.of("devices.allowed", HOUR.format(until.atZone(zone)));
    }

    List<DevicesShown.Row> rows(List<Device> devices) {
        return IntStream.range(0, devices.size())
                .mapToObj(i -> row(i + 1, devices.get(i)))
                .toList();
    }

    private DevicesShown.Row row(int number, Device device) {
        return new DevicesShown.Row(
                number,
                device.kind().name(),
                name(device),
                StripWords.level(device.kind(), device.state()),
                state(device));
    }

    private String state(Device device) {
        boolean scans = device.kind() == DeviceLamp.Kind.SCANNER || device.kind() == DeviceLamp.Kind.KEYBOARD;
        if (scans && device.state() == ConnectionState.SILENT) {
            return texts.of("devices.not-scanned");
        }
        return StripWords.state(device.state(), reason(device), texts);
    }

    /** Why a printer prints nothing, as far as its own words tell; absent for other devices. */
    private static @Nullable PrintReason reason(Device device) {
        if (device.kind() != DeviceLamp.Kind.PRINTER || device.state() != ConnectionState.BLOCKED) {
            return null;
        }
        return device.message() instanceof DeviceMessage.Prints prints
                ? prints.stopped().orElse(PrintReason.SILENT)
                : PrintReason.SILENT;
    }

    private String advice(Device device) {
        PrintReason reason = reason(device);
        return reason == null ? texts.of("device.todo", device.state()) : texts.of("printer.notice", reason);
    }

    /** The keyboard scanner is nobody's to name: it is there without a set-up. */
    private String name(Device device) {
        return device.name().equals(DeviceSettings.KEYBOARD.name())
                ? texts.of("device", DeviceLamp.Kind.KEYBOARD)
                : Texts.shown(device.name());
    }

    DevicesShown.Detail detail(Device device, DeviceDraft draft, boolean typing) {
        Text note = device.detail();
        String fault = draft.fault();
        boolean plugged = device.kind() != DeviceLamp.Kind.KEYBOARD;
        return new DevicesShown.Detail(
                name(device),
                StripWords.level(device.kind(), device.state()),
                state(device),
                advice(device),
                note == null ? "" : texts.of(note),
                !plugged
                        ? texts.of("devices.at.keyboard")
                        : fault == null ? identity(draft) : texts.of("bench.device.address", fault),
                fault == null,
                plugged,
                draft.address(),
                draft.profileName(texts),
                typing,
                draft.isChanged(device),
                DeviceOption.of(device.kind()).stream()
                        .map(option -> fact(option, device))
                        .toList(),
                new DeviceMessageWords(texts).live(isOpen(device.state()) ? device.message() : null, device.state()));
    }

    private DevicesShown.Fact fact(DeviceOption option, Device device) {
        String words = OptionEdit.words(texts, option, device.option(option));
        boolean found = option == DeviceOption.REPEAT && device.repeats() > 0;
        return new DevicesShown.Fact(
                texts.of("DeviceOption", option),
                found ? words + " · " + texts.of("devices.repeats", device.repeats()) : words);
    }

    private static boolean isOpen(ConnectionState state) {
        return state == ConnectionState.OK || state == ConnectionState.SILENT || state == ConnectionState.BLOCKED;
    }

    /** What is connected: the kind of port, and what this machine knows of the thing that is plugged in. */
    private String identity(DeviceDraft draft) {
        if (draft.address().isBlank()) {
            return texts.of("devices.off");
        }
        String kind = switch (PortAddress.parse(draft.address().strip())) {
            case PortAddress.Serial line ->
                texts.of(
                        "devices.at.serial",
                        Integer.toString(line.baud()),
                        line.bits() + line.parity().name().substring(0, 1) + line.stop());
            case PortAddress.Tcp network ->
                texts.of("devices.at.network", network.host(), Integer.toString(network.port()));
            case PortAddress.Hid hid -> texts.of("devices.at.hid", hid.name());
            case PortAddress.Queue queue -> texts.of("devices.at.queue", queue.name());
            case PortAddress.DeviceFile file ->
                texts.of("devices.at.file", file.path().toString());
        };
        String pluggedIn = draft.pluggedIn();
        return pluggedIn.isEmpty() ? kind : kind + " · " + Texts.shown(pluggedIn);
    }

    /** The tests line by line; none unless all devices are tested. */
    List<DevicesShown.TestLine> lines(TestRun tests) {
        return tests.whole() ? tests.list().stream().map(this::line).toList() : List.of();
    }

    private DevicesShown.TestLine line(DeviceTest test) {
        String name = Texts.shown(test.name());
        String kind = texts.of("device", test.kind());
        return new DevicesShown.TestLine(
                test.outcome(), name.equals(kind) ? name : kind + " · " + name, words(test), test.code());
    }

    private String words(DeviceTest test) {
        String outcome = test.outcome() == DeviceTest.Outcome.RUNNING || test.outcome() == DeviceTest.Outcome.WAITING
                ? ""
                : texts.of("Outcome", test.outcome()) + ": ";
        return DeviceMessageWords.cut(outcome) + texts.of(test.message().text());
    }

    /** The test of one device as an answer; absent when there is none. */
    @Nullable
    Lamp answer(TestRun tests) {
        if (tests.whole() || tests.list().isEmpty()) {
            return null;
        }
        DeviceTest test = tests.list().getFirst();
        Level level = switch (test.outcome()) {
            case PASSED -> Level.FINE;
            case FAILED -> Level.BAD;
            case WAITING, RUNNING, SKIPPED -> Level.LOOK;
        };
        return new Lamp(level, words(test));
    }

    /** The last test of all devices. */
    @Nullable
    Lamp last(TestRun tests) {
        if (!tests.kept()) {
            return new Lamp(Level.BAD, texts.of("devices.last.not-kept"));
        }
        DeviceTestReport last = tests.last();
        if (last == null) {
            return null;
        }
        String when = TIME.format(last.at().atZone(zone));
        String who = last.operator().isEmpty() ? texts.of("strip.nobody") : Texts.shown(last.operator());
        String failed = last.devices().stream()
                .filter(each -> each.outcome() == DeviceTest.Outcome.FAILED)
                .map(each -> texts.of("device", each.kind()))
                .distinct()
                .collect(Collectors.joining(", "));
        return last.passed()
                ? new Lamp(Level.FINE, texts.of("devices.last.passed", when, who))
                : new Lamp(Level.BAD, texts.of("devices.last.failed", when, who, failed));
    }
}
