package dev.dockhand.app.ui.devices;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.DeviceMessage;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceSetUp.Device;
import dev.dockhand.app.device.DeviceSetUp.Subscription;
import dev.dockhand.app.device.DeviceTests.TestRun;
import dev.dockhand.app.device.TestMessage;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.page.Page;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.printer.PrintReason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The set-up page: which device, its address and profile while they are changed, its bytes, its tests. */
public final class DevicesViewModel implements Page {

    private final DeviceSetUp setUp;
    private final Executor screen;
    private final Supplier<Texts> texts;
    private final Supplier<ZoneId> zone;
    private final TraceLog trace;
    private final DeviceDraft draft = new DeviceDraft();
    private final DeviceEdits edits;
    private final ReadOnlyObjectWrapper<DevicesShown> shown = new ReadOnlyObjectWrapper<>(DevicesShown.NOTHING);
    private final ReadOnlyObjectWrapper<Object> face = new ReadOnlyObjectWrapper<>("");
    private final List<Subscription> subscriptions = new ArrayList<>();
    private List<Device> devices = List.of();
    private int selected;
    private @Nullable Dialogue dialogue;
    private @Nullable Lamp answer;
    private TestRun tests = TestRun.NONE;
    private String operator = "";
    private @Nullable Instant until;

    /** A set-up page; what the bench says is taken by way of the executor of the screen. */
    public DevicesViewModel(
            DeviceSetUp setUp,
            SupervisorApproval approval,
            Executor screen,
            Supplier<Texts> texts,
            Supplier<ZoneId> zone) {
        this.setUp = setUp;
        this.edits = new DeviceEdits(this, setUp, approval, screen, texts, draft);
        this.screen = screen;
        this.texts = texts;
        this.zone = zone;
        this.trace =
                new TraceLog(screen, zone, heard -> new DeviceMessageWords(texts.get()).brief(heard), this::refresh);
    }

    /** What the page shows. */
    public ReadOnlyObjectProperty<DevicesShown> shown() {
        return shown.getReadOnlyProperty();
    }

    @Override
    public PageId id() {
        return PageId.DEVICES;
    }

    @Override
    public List<PageKey> keys() {
        return shown.get().keys();
    }

    /** Scans are tests here, and its fields show what is typed. */
    @Override
    public boolean givesWay() {
        return false;
    }

    @Override
    public ObservableValue<?> face() {
        return face;
    }

    /** Starts to watch the devices; the page is open. */
    @Override
    public void opened() {
        if (!isOpen()) {
            subscriptions.add(setUp.onDevices(latest -> screen.execute(() -> take(latest))));
            subscriptions.add(setUp.takeScans(message -> screen.execute(() -> heard(message))));
            subscriptions.add(setUp.tests().onRun(latest -> screen.execute(() -> take(latest))));
            setUp.findPorts(found -> screen.execute(() -> {
                draft.found(found);
                refresh();
            }));
            if (!devices.isEmpty()) {
                select(selected);
            }
        }
    }

    /** Whether it is watched. */
    boolean isOpen() {
        return !subscriptions.isEmpty();
    }

    /** Stops to watch them; a test that runs is ended, since its scans would go to the job. */
    @Override
    public void left() {
        if (isOpen()) {
            setUp.tests().stop();
        }
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        trace.watch(setUp, null);
        replace(null);
        answer = null;
    }

    /** Begins a dialogue in place of the one before, or none, and draws it. */
    void begin(@Nullable Dialogue next) {
        replace(next);
        refresh();
    }

    private void replace(@Nullable Dialogue next) {
        Dialogue before = dialogue;
        dialogue = next;
        answer = next == null ? answer : null;
        if (before != null) {
            before.end();
        }
    }

    /** The open dialogue; absent without one. */
    @Nullable
    Dialogue dialogue() {
        return dialogue;
    }

    /** Watches what the device says from now on. */
    void watch() {
        Device device = device();
        if (isOpen() && device != null) {
            trace.watch(setUp, device);
        }
    }

    private void take(List<Device> latest) {
        boolean other = devices.isEmpty() || selected >= latest.size();
        devices = latest;
        if (isOpen() && (other || !trace.isWatching())) {
            select(Math.clamp(selected, 0, Math.max(0, devices.size() - 1)));
        }
        refresh();
    }

    private void take(TestRun latest) {
        boolean ended = tests.running() && !latest.running();
        tests = latest;
        if (!tests.list().isEmpty()) {
            answer = null;
        }
        if (ended) {
            offerNotToAsk();
        }
        refresh();
    }

    /** A printer that was asked in vain may be one that never answers. */
    private void offerNotToAsk() {
        Device device = device();
        TestMessage silent = TestMessage.of(TestMessage.Reason.NOT_PRINTED, PrintReason.SILENT);
        if (device != null && dialogue == null && !tests.whole() && tests.failed(device.id(), silent)) {
            edits.silentPrinter(device);
        }
    }

    /** A code that a dialogue asks for is its own; any other is shown, and nothing is booked. */
    private void heard(DeviceMessage heard) {
        if (dialogue != null && heard instanceof DeviceMessage.Reads reads && dialogue.scanned(reads.text())) {
            answer = null;
        } else if (!tests.running()) {
            DeviceMessageWords words = new DeviceMessageWords(texts.get());
            answer = new Lamp(words.live(heard).level(), texts.get().of("devices.read", words.brief(heard)));
        }
        refresh();
    }

    /** Says who is signed in, and until when a supervisor's word covers changes. */
    @Override
    public void tick(BenchView view, Instant now) {
        Instant allowed = view.devicesUntil();
        operator(view.operatorName(), allowed != null && now.isBefore(allowed) ? allowed : null);
    }

    void operator(@Nullable String name, @Nullable Instant allowedUntil) {
        operator = name == null ? "" : name;
        if (!Objects.equals(until, allowedUntil)) {
            until = allowedUntil;
            refresh();
        }
    }

    /** A digit: chooses what a dialogue offers, or else a device. */
    @Override
    public void digit(int digit) {
        if (dialogue != null) {
            goOn(dialogue -> dialogue.digit(digit));
        } else {
            touch(digit - 1);
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
        if (selected != index && !tests.list().isEmpty()) {
            setUp.tests().stop();
        }
        selected = index;
        answer = null;
        replace(null);
        Device device = devices.get(index);
        draft.begin(device, setUp.profiles(device.kind()));
        watch();
        refresh();
    }

    /** A shortcut: of a dialogue, or of the page. */
    @Override
    public boolean key(Shortcut shortcut) {
        if (dialogue != null && dialogue.key(shortcut)) {
            return true;
        }
        switch (shortcut) {
            case F2 -> test();
            case F3 -> edits.address();
            case F4 -> edits.profile();
            case F5 -> edits.apply();
            case F6 -> {
                trace.hold();
                refresh();
            }
            case F7 -> {
                replace(null);
                setUp.tests().testAll(operator);
            }
            case F8 -> edits.option();
            default -> {}
        }
        return true;
    }

    /** Whether all devices are tested, or were and the result stands. */
    boolean isTestingAll() {
        return tests.whole() && !tests.list().isEmpty();
    }

    /** A person typed a character: for a dialogue, or a digit that chooses a device. */
    @Override
    public void typed(char character) {
        if (dialogue != null) {
            goOn(dialogue -> dialogue.type(character));
        } else if (character >= '0' && character <= '9') {
            digit(character - '0');
        }
    }

    /** Takes the last character back. */
    @Override
    public void erase() {
        goOn(Dialogue::erase);
    }

    /** Forgets what was typed. */
    @Override
    public void clear() {
        goOn(Dialogue::clear);
    }

    /** Ends the typing, and what was typed stays to be applied; without a dialogue, tests the device. */
    @Override
    public void enter() {
        if (dialogue != null) {
            goOn(Dialogue::enter);
        } else {
            test();
        }
    }

    /** The dialogue takes something, and what was said before it did is over. */
    private void goOn(Consumer<Dialogue> what) {
        Dialogue current = dialogue;
        if (current != null) {
            answer = null;
            what.accept(current);
            refresh();
        }
    }

    /** Gives up what is going on; false when nothing is, and the page itself is to be left. */
    @Override
    public boolean back() {
        Dialogue current = dialogue;
        if (current != null) {
            if (!current.back()) {
                replace(null);
                answer = current.givenUp(texts.get());
            }
            refresh();
            return true;
        }
        if (!tests.list().isEmpty() && (tests.whole() || tests.running())) {
            setUp.tests().stop();
            return true;
        }
        return false;
    }

    /** Says this, or nothing. */
    void say(@Nullable Lamp words) {
        answer = words;
        refresh();
    }

    /** Gives the device the address and the profile as they are on the page. */
    public void apply() {
        edits.apply();
    }

    /** Tests the device; while all are tested, leaves out the one whose turn it is. */
    private void test() {
        Device device = device();
        if (tests.whole() && tests.running()) {
            setUp.tests().skip();
        } else if (device != null && !isTestingAll()) {
            setUp.tests().test(device.id());
        }
    }

    @Override
    public boolean asksForPin() {
        return dialogue != null && dialogue.asksForPin();
    }

    @Override
    public void scanned(DecodedScan scan, String raw, boolean mayBePin) {
        if (mayBePin && !(dialogue instanceof VouchEdit)) {
            say(new Lamp(Level.LOOK, texts.get().of("devices.unsaid")));
        } else if (dialogue != null && dialogue.typedByScanner(scan.event(), raw)) {
            answer = null;
            refresh();
        } else {
            setUp.scanned(scan);
        }
    }

    @Override
    public void reword() {
        refresh();
    }

    /** Draws the page anew. */
    void refresh() {
        Device device = device();
        Texts now = texts.get();
        DevicesWords words = new DevicesWords(now, zone.get());
        Dialogue current = dialogue;
        Lamp line = answer == null && current == null ? words.answer(tests) : answer;
        boolean typing = current instanceof AddressEdit address && address.isTyping();
        shown.set(new DevicesShown(
                words.rows(devices),
                device == null ? -1 : selected,
                device == null ? null : words.detail(device, draft, typing),
                trace.lines(),
                trace.isHeld(),
                current == null ? line : current.answer(now, line),
                current == null ? Choices.NONE : current.choices(now),
                current == null ? null : current.shown(now),
                current == null ? null : current.entry(),
                words.lines(tests),
                words.last(tests),
                words.allowed(until),
                isTestingAll()
                        ? DeviceKeys.testing(tests)
                        : current == null ? DeviceKeys.looking(device) : current.keys()));
        face.set(List.of(shown.get().keys(), shown.get().choices(), shown.get().selected()));
    }

    /** The device that is shown; absent when there is none. */
    @Nullable
    Device device() {
        return selected < devices.size() ? devices.get(selected) : null;
    }
}
