package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.DevicesDoor;
import dev.dockhand.app.bench.DevicesDoor.Device;
import dev.dockhand.app.bench.DevicesDoor.Subscription;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Shown.Lamp;
import dev.dockhand.app.ui.work.Shown.Level;
import dev.dockhand.hardware.scan.RefusedScan;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.hardware.scan.ScanEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The set-up page: which device, its address and profile while they are changed, its bytes as they pass. */
public final class DevicesViewModel {

    private static final int LONGEST_ADDRESS = 200;

    private final DevicesDoor door;
    private final Executor screen;
    private final Supplier<Texts> texts;
    private final TraceLog trace;
    private final ReadOnlyObjectWrapper<DevicesShown> shown = new ReadOnlyObjectWrapper<>(DevicesShown.NOTHING);
    private List<Device> devices = List.of();
    private int selected;
    private @Nullable Subscription list;
    private @Nullable Subscription bytes;
    private @Nullable Lamp answer;
    private boolean editing;
    private String address = "";
    private @Nullable String profile;

    /** A set-up page; what the bench says is taken by way of the executor of the screen. */
    public DevicesViewModel(DevicesDoor door, Executor screen, Supplier<Texts> texts, ZoneId zone) {
        this.door = door;
        this.screen = screen;
        this.texts = texts;
        this.trace = new TraceLog(screen, zone, this::refresh);
    }

    /** What the page shows. */
    public ReadOnlyObjectProperty<DevicesShown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Starts to watch the devices; the page is open. */
    public void open() {
        if (list == null) {
            list = door.onDevices(latest -> screen.execute(() -> take(latest)));
        }
    }

    /** Stops to watch them. */
    public void close() {
        end(list);
        end(bytes);
        list = null;
        bytes = null;
        trace.clear();
        editing = false;
        answer = null;
    }

    private static void end(@Nullable Subscription subscription) {
        if (subscription != null) {
            subscription.close();
        }
    }

    private void take(List<Device> latest) {
        boolean first = devices.isEmpty();
        devices = latest;
        if (first || selected >= devices.size() || bytes == null) {
            select(Math.clamp(selected, 0, Math.max(0, devices.size() - 1)));
        }
        refresh();
    }

    /** Chooses a device; an index without one is ignored. */
    public void select(int index) {
        if (index < 0 || index >= devices.size()) {
            return;
        }
        selected = index;
        editing = false;
        answer = null;
        Device device = devices.get(index);
        address = device.address();
        profile = device.profile();
        end(bytes);
        bytes = null;
        trace.clear();
        if (list != null) {
            bytes = door.onTrace(device.id(), trace::add);
        }
        refresh();
    }

    /** A shortcut of the page. */
    public void key(Shortcut shortcut) {
        switch (shortcut) {
            case F2 -> test();
            case F3 -> edit();
            case F4 -> nextProfile();
            case F5 -> apply();
            case F6 -> hold();
            default -> {}
        }
    }

    /** Whether the address is being typed. */
    public boolean isEditing() {
        return editing;
    }

    /** Starts to type the address. */
    public void edit() {
        editing = device() != null;
        refresh();
    }

    /** Takes a character of the address. */
    public void type(char character) {
        if (character > ' ' && character < 127 && address.length() < LONGEST_ADDRESS) {
            type(address + character);
        }
    }

    /** Takes the last character of the address back. */
    public void erase() {
        type(address.isEmpty() ? "" : address.substring(0, address.length() - 1));
    }

    /** Forgets the address. */
    public void clear() {
        type("");
    }

    private void type(String wanted) {
        address = wanted;
        refresh();
    }

    /** Ends the typing; what was typed stays to be applied. */
    public void done() {
        editing = false;
        refresh();
    }

    /** Ends the typing and takes the device's address again. */
    public void giveUp() {
        Device device = device();
        address = device == null ? "" : device.address();
        done();
    }

    /** Chooses the next profile of the device's kind. */
    public void nextProfile() {
        Device device = device();
        List<String> profiles = device == null ? List.of() : door.profiles(device.kind());
        if (!profiles.isEmpty()) {
            profile = profiles.get((profiles.indexOf(profile) + 1) % profiles.size());
        }
        refresh();
    }

    /** Gives the device the address and the profile as they are on the page. */
    public void apply() {
        Device device = device();
        if (device != null) {
            editing = false;
            answer = new Lamp(Level.LOOK, texts.get().of("devices.working"));
            door.change(device.id(), address, profile, result -> answered(device, result));
            refresh();
        }
    }

    /** Tests the device. */
    public void test() {
        Device device = device();
        if (device != null) {
            answer = new Lamp(
                    Level.LOOK,
                    texts.get().of("devices.testing." + device.kind().name()));
            door.test(device.id(), result -> answered(device, result));
            refresh();
        }
    }

    private void answered(Device of, DevicesDoor.Answer result) {
        screen.execute(() -> {
            Device now = device();
            if (now != null && now.id().equals(of.id())) {
                answer = new Lamp(
                        result.good() ? Level.FINE : Level.BAD, texts.get().of(result.text()));
                refresh();
            }
        });
    }

    /** Holds the bytes still, or lets them run again. */
    public void hold() {
        trace.hold();
        refresh();
    }

    /** A keyboard scanner typed something while the page is open: the page says what arrived, and nothing is booked. */
    public void wedge(ScanEvent event) {
        answer = switch (event) {
            case Scan scan -> new Lamp(Level.FINE, texts.get().of("devices.wedge", scan.shown()));
            case RefusedScan refused ->
                new Lamp(
                        Level.BAD,
                        texts.get().of("devices.wedge.refused", texts.get().of("RefusedReason", refused.reason())));
        };
        refresh();
    }

    /** Words the page anew, after the language changed. */
    public void refresh() {
        Texts words = texts.get();
        Device device = device();
        DevicesWords wording = new DevicesWords(words);
        shown.set(new DevicesShown(
                wording.rows(devices),
                device == null ? -1 : selected,
                device == null ? null : detail(wording, device),
                trace.lines(),
                trace.isHeld(),
                answer));
    }

    private DevicesShown.Detail detail(DevicesWords wording, Device device) {
        boolean changed = !address.equals(device.address()) || !Objects.equals(profile, device.profile());
        boolean choice = door.profiles(device.kind()).size() > 1;
        return wording.detail(device, address, profile == null ? "" : profile, choice, editing, changed);
    }

    private @Nullable Device device() {
        return selected < devices.size() ? devices.get(selected) : null;
    }
}
