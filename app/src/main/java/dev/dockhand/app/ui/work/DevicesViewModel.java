package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.ChecksDoor.Checks;
import dev.dockhand.app.bench.DeviceLamp;
import dev.dockhand.app.bench.DevicesDoor;
import dev.dockhand.app.bench.DevicesDoor.Device;
import dev.dockhand.app.bench.DevicesDoor.Subscription;
import dev.dockhand.app.bench.Said;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.DeviceEdit.Mode;
import dev.dockhand.app.ui.work.Shown.Lamp;
import dev.dockhand.app.ui.work.Shown.Level;
import dev.dockhand.hardware.scan.ScanEvent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The set-up page: which device, its address and profile while they are changed, its bytes, its tests. */
public final class DevicesViewModel {

    private final DevicesDoor door;
    private final Executor screen;
    private final Supplier<Texts> texts;
    private final ZoneId zone;
    private final TraceLog trace;
    private final DeviceEdit edit = new DeviceEdit();
    private final ScaleSetup setup;
    private final OptionEdit options = new OptionEdit();
    private final VouchEdit vouch = new VouchEdit();
    private final LayoutSetup layout = new LayoutSetup();
    private final ReadOnlyObjectWrapper<DevicesShown> shown = new ReadOnlyObjectWrapper<>(DevicesShown.NOTHING);
    private final List<Subscription> subscriptions = new ArrayList<>();
    private List<Device> devices = List.of();
    private int selected;
    private @Nullable Lamp answer;
    private Checks checks = Checks.NONE;
    private String operator = "";

    /** A set-up page; what the bench says is taken by way of the executor of the screen. */
    public DevicesViewModel(DevicesDoor door, Executor screen, Supplier<Texts> texts, ZoneId zone) {
        this.door = door;
        this.screen = screen;
        this.texts = texts;
        this.zone = zone;
        this.setup = new ScaleSetup(door, screen, this::refresh, this::reopened);
        this.trace = new TraceLog(screen, zone, said -> new SaidWords(texts.get()).brief(said), this::refresh);
    }

    /** What the page shows. */
    public ReadOnlyObjectProperty<DevicesShown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Starts to watch the devices; the page is open. */
    public void open() {
        if (!isOpen()) {
            subscriptions.add(door.onDevices(latest -> screen.execute(() -> take(latest))));
            subscriptions.add(door.takeScans(said -> screen.execute(() -> heard(said))));
            subscriptions.add(door.checks().onChecks(latest -> screen.execute(() -> take(latest))));
            door.findPorts(found -> screen.execute(() -> {
                edit.ports(found);
                refresh();
            }));
            if (!devices.isEmpty()) {
                select(selected);
            }
        }
    }

    private boolean isOpen() {
        return !subscriptions.isEmpty();
    }

    /** Stops to watch them; a test that runs is ended, since its scans would go to the job. */
    public void close() {
        if (isOpen()) {
            door.checks().stop();
        }
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        trace.watch(door, null);
        setup.stop();
        edit.done();
        options.close();
        vouch.close();
        layout.close();
        answer = null;
    }

    private void reopened() {
        Device device = device();
        if (isOpen() && device != null) {
            trace.watch(door, device);
        }
        refresh();
    }

    private void take(List<Device> latest) {
        boolean other = devices.isEmpty() || selected >= latest.size();
        devices = latest;
        if (isOpen() && (other || !trace.isWatching())) {
            select(Math.clamp(selected, 0, Math.max(0, devices.size() - 1)));
        }
        refresh();
    }

    private void take(Checks latest) {
        checks = latest;
        if (!checks.list().isEmpty()) {
            answer = null;
        }
        refresh();
    }

    /** While a badge or an address is asked for, a scanned code is that; else it is shown, and nothing is booked. */
    private void heard(Said said) {
        if (vouch.isOpen()) {
            if (said instanceof Said.Reads reads) {
                vouch.scanned(reads.text());
            }
        } else if (said instanceof Said.Reads reads && (edit.mode() == Mode.TYPE || edit.mode() == Mode.PORTS)) {
            edit.scanned(reads.text());
        } else if (!checks.running()) {
            Level level = new SaidWords(texts.get()).live(said).level();
            answer = new Lamp(level, texts.get().of("devices.read", new SaidWords(texts.get()).brief(said)));
        }
        refresh();
    }

    /** Who is signed in; absent when nobody is. */
    void operator(@Nullable String name) {
        operator = name == null ? "" : name;
    }

    /** A digit: chooses a port or a profile where these are offered, or else a device. */
    public void digit(int digit) {
        if (options.isOpen()) {
            choose(options.digit(digit));
            refresh();
        } else if (edit.mode() == Mode.PORTS || edit.mode() == Mode.PROFILES) {
            edit.digit(digit);
            findOut();
            refresh();
        } else if (edit.mode() == Mode.SETUP) {
            setup.digit(digit).ifPresent(found -> {
                edit.take(found);
                apply();
            });
            refresh();
        } else if (edit.mode() == Mode.LOOK && !isTestingAll()) {
            select(digit - 1);
        }
    }

    /** Begins to find out what a scale speaks, when that was chosen. */
    private void findOut() {
        Device device = device();
        if (device == null || edit.mode() != Mode.SETUP) {
            return;
        }
        door.checks().stop();
        String fault = edit.address().isBlank() ? texts.get().of("devices.off") : edit.fault();
        answer = fault == null ? null : new Lamp(Level.BAD, texts.get().of("bench.device.address", fault));
        if (fault == null) {
            setup.begin(device.id(), edit.address());
        } else {
            edit.done();
        }
    }

    /** A device was touched in the list; gives up what was being changed of another. */
    public void touch(int index) {
        if (!isTestingAll()) {
            select(index);
        }
    }

    /** Chooses a device; an index without one is ignored. */
    public void select(int index) {
        if (index < 0 || index >= devices.size()) {
            return;
        }
        if (selected != index && !checks.list().isEmpty()) {
            door.checks().stop();
        }
        selected = index;
        answer = null;
        setup.stop();
        options.close();
        vouch.close();
        layout.close();
        Device device = devices.get(index);
        edit.begin(device, door.profiles(device.kind()));
        if (isOpen()) {
            trace.watch(door, device);
        }
        refresh();
    }

    /** A shortcut of the page. */
    public void key(Shortcut shortcut) {
        if (vouch.isOpen() || layout.isOpen()) {
            if (layout.isOpen() && shortcut == Shortcut.F5) {
                layout.print(door, screen, texts, now -> {
                    answer = now;
                    refresh();
                });
            }
            return;
        }
        if (edit.mode() == Mode.SETUP) {
            if (shortcut == Shortcut.F2) {
                setup.listen();
            }
            return;
        }
        switch (shortcut) {
            case F2 -> test();
            case F3 -> edit();
            case F4 -> chooseProfile();
            case F5 -> apply();
            case F6 -> hold();
            case F7 -> testAll();
            case F8 -> chooseOption();
            default -> {}
        }
    }

    private boolean isTestingAll() {
        return checks.whole() && !checks.list().isEmpty();
    }

    /** Starts to ask for the address. */
    public void edit() {
        if (isPlugged() && !isTestingAll()) {
            options.close();
            edit.askAddress();
            refresh();
        }
    }

    /** A person typed a character: of the address, or a digit that chooses. */
    public void typed(char character) {
        boolean digit = character >= '0' && character <= '9';
        if (layout.isOpen()) {
            layout.type(character);
        } else if (vouch.isOpen()) {
            vouch.type(character);
            refresh();
        } else if (edit.mode() == Mode.TYPE || (edit.mode() == Mode.PORTS && !digit)) {
            edit.type(character);
            refresh();
        } else if (digit) {
            digit(character - '0');
        }
    }

    /** Takes the last character back. */
    public void erase() {
        edit.erase();
        vouch.erase();
        refresh();
    }

    /** Forgets what was typed. */
    public void clear() {
        edit.clear();
        vouch.clear();
        refresh();
    }

    /** Ends the typing, and what was typed stays to be applied; with nothing being typed, tests the device. */
    public void enter() {
        if (layout.isOpen()) {
            layout.enter();
            refresh();
        } else if (vouch.isOpen()) {
            vouch.enter();
            refresh();
        } else if (edit.mode() == Mode.TYPE) {
            edit.done();
            refresh();
        } else if (edit.mode() == Mode.SETUP) {
            setup.listen();
        } else if (edit.mode() == Mode.LOOK && !options.isOpen()) {
            test();
        }
    }

    /** Gives up what is going on; false when nothing is, and the page itself is to be left. */
    public boolean back() {
        Device device = device();
        if (vouch.isOpen()) {
            vouch.close();
            answer = new Lamp(Level.BAD, texts.get().of("bench.device.supervisor"));
            refresh();
            return true;
        }
        if (layout.isOpen()) {
            layout.close();
            answer = null;
            refresh();
            return true;
        }
        if (options.isOpen()) {
            options.back();
            refresh();
            return true;
        }
        if (edit.mode() != Mode.LOOK && device != null) {
            setup.stop();
            edit.begin(device, door.profiles(device.kind()));
            refresh();
            return true;
        }
        if (!checks.list().isEmpty() && (checks.whole() || checks.running())) {
            door.checks().stop();
            return true;
        }
        return false;
    }

    /** Offers the profiles of the device's kind, or shows a keyboard scanner the set-up code. */
    public void chooseProfile() {
        if (!isTestingAll() && device() != null && !isPlugged()) {
            options.close();
            door.checks().stop();
            answer = null;
            layout.open();
            refresh();
        } else if (!isTestingAll()) {
            options.close();
            edit.askProfile();
            refresh();
        }
    }

    /** Offers the options of the device, or the values of its only one. */
    public void chooseOption() {
        Device device = device();
        if (device != null && edit.mode() == Mode.LOOK && !isTestingAll()) {
            options.open(device);
            refresh();
        }
    }

    private void choose(OptionEdit.@Nullable Chosen chosen) {
        Device device = device();
        if (chosen != null && device != null) {
            answer = new Lamp(Level.LOOK, texts.get().of("devices.working"));
            door.choose(device.id(), chosen.option(), chosen.value(), result -> answered(device, result));
        }
    }

    /** Gives the device the address and the profile as they are on the page. */
    public void apply() {
        Device device = device();
        String fault = edit.fault();
        if (device == null || !isPlugged() || isTestingAll()) {
            return;
        }
        if (fault == null) {
            edit.done();
            answer = new Lamp(Level.LOOK, texts.get().of("devices.working"));
            door.change(device.id(), edit.address(), edit.profile(), result -> answered(device, result));
        } else {
            answer = new Lamp(Level.BAD, texts.get().of("bench.device.address", fault));
        }
        refresh();
    }

    private void answered(Device of, DevicesDoor.Reply reply) {
        screen.execute(() -> {
            Device now = device();
            if (now != null && now.id().equals(of.id())) {
                switch (reply) {
                    case DevicesDoor.Asks asks when isOpen() -> vouch.open(asks);
                    case DevicesDoor.Asks late -> vouch.close();
                    case DevicesDoor.Answer result -> changed(now, result);
                }
                refresh();
            }
        });
    }

    private void changed(Device device, DevicesDoor.Answer result) {
        vouch.close();
        answer = new Lamp(result.good() ? Level.FINE : Level.BAD, texts.get().of(result.text()));
        if (isOpen() && result.good()) {
            trace.watch(door, device);
        }
    }

    /** Tests the device; while all are tested, leaves out the one whose turn it is. */
    public void test() {
        Device device = device();
        if (checks.whole() && checks.running()) {
            door.checks().skip();
        } else if (device != null && !isTestingAll()) {
            door.checks().test(device.id());
        }
    }

    /** Tests all devices, as at the start of a shift. */
    public void testAll() {
        edit.done();
        options.close();
        door.checks().testAll(operator);
    }

    /** Holds the bytes still, or lets them run again. */
    public void hold() {
        trace.hold();
        refresh();
    }

    /**
     * A keyboard scanner typed something while the page is open.
     *
     * @param raw what it typed, before any repair
     */
    public void wedge(ScanEvent event, String raw) {
        if (layout.isOpen()) {
            layout.scanned(raw);
            refresh();
        } else {
            door.scanned(event);
        }
    }

    /** Words the page anew, after the language changed. */
    public void refresh() {
        Device device = device();
        DevicesWords words = new DevicesWords(texts.get(), zone);
        Lamp tested = words.answer(checks);
        shown.set(new DevicesShown(
                words.rows(devices),
                device == null ? -1 : selected,
                device == null ? null : words.detail(device, edit),
                trace.lines(),
                trace.isHeld(),
                vouch.isOpen() ? vouch.verdict(texts.get()) : answer == null ? tested : answer,
                choices(),
                task(),
                vouch.entry(),
                words.lines(checks),
                words.last(checks),
                keys()));
    }

    private List<PageKey> keys() {
        if (isTestingAll()) {
            return DeviceKeys.testing(checks);
        }
        if (options.isOpen() || vouch.isOpen()) {
            return List.of(PageKey.BACK);
        }
        if (layout.isOpen()) {
            return DeviceKeys.layout();
        }
        return switch (edit.mode()) {
            case TYPE -> DeviceKeys.typing();
            case PORTS, PROFILES -> List.of(PageKey.BACK);
            case SETUP -> setup.keys();
            case LOOK -> DeviceKeys.looking(device());
        };
    }

    private DevicesShown.@Nullable Setup task() {
        if (layout.isOpen()) {
            return layout.shown(texts.get());
        }
        return edit.mode() == Mode.SETUP && !vouch.isOpen() ? setup.shown(texts.get()) : vouch.shown(texts.get());
    }

    private Shown.Choices choices() {
        if (vouch.isOpen()) {
            return Shown.Choices.NONE;
        }
        if (options.isOpen()) {
            return options.choices(texts.get());
        }
        return edit.mode() == Mode.SETUP ? setup.choices(texts.get()) : edit.choices(texts.get());
    }

    /** Whether the device has an address and a profile. */
    private boolean isPlugged() {
        Device device = device();
        return device != null && device.kind() != DeviceLamp.Kind.KEYBOARD;
    }

    private @Nullable Device device() {
        return selected < devices.size() ? devices.get(selected) : null;
    }
}
