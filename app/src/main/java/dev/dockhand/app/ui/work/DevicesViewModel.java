package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceMessage;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceSetUp.Device;
import dev.dockhand.app.device.DeviceSetUp.Subscription;
import dev.dockhand.app.device.DeviceTests.TestRun;
import dev.dockhand.app.device.TestMessage;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Shown.Lamp;
import dev.dockhand.app.ui.work.Shown.Level;
import dev.dockhand.hardware.printer.PrintReason;
import dev.dockhand.hardware.scan.LayoutCheck;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The set-up page: which device, its address and profile while they are changed, its bytes, its tests. */
public final class DevicesViewModel implements Typing {

    private final DeviceSetUp setUp;
    private final DeviceChanges changes;
    private final Executor screen;
    private final Supplier<Texts> texts;
    private final ZoneId zone;
    private final TraceLog trace;
    private final DeviceDraft draft = new DeviceDraft();
    private final ReadOnlyObjectWrapper<DevicesShown> shown = new ReadOnlyObjectWrapper<>(DevicesShown.NOTHING);
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
            DeviceSetUp setUp, SupervisorApproval approval, Executor screen, Supplier<Texts> texts, ZoneId zone) {
        this.setUp = setUp;
        this.changes = new DeviceChanges(setUp, approval, this::onPage, new Progress());
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

    /** Starts to watch the devices; the page is open. */
    public void open() {
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

    private boolean isOpen() {
        return !subscriptions.isEmpty();
    }

    /** Stops to watch them; a test that runs is ended, since its scans would go to the job. */
    public void close() {
        if (isOpen()) {
            setUp.tests().stop();
        }
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        trace.watch(setUp, null);
        begin(null);
        answer = null;
    }

    /** Begins a dialogue in place of the one before, or none. */
    private void begin(@Nullable Dialogue next) {
        Dialogue before = dialogue;
        dialogue = next;
        answer = next == null ? answer : null;
        if (before != null) {
            before.end();
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
            begin(OptionEdit.ofSilentPrinter(device, (option, value) -> choose(device, option, value)));
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

    /** Who is signed in, and until when a supervisor's word covers changes; absent without either. */
    void operator(@Nullable String name, @Nullable Instant allowedUntil) {
        operator = name == null ? "" : name;
        if (!Objects.equals(until, allowedUntil)) {
            until = allowedUntil;
            refresh();
        }
    }

    /** A digit: chooses what a dialogue offers, or else a device. */
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
        begin(null);
        Device device = devices.get(index);
        draft.begin(device, setUp.profiles(device.kind()));
        if (isOpen()) {
            trace.watch(setUp, device);
        }
        refresh();
    }

    /** A shortcut of the page. */
    public void key(Shortcut shortcut) {
        if (dialogue != null && dialogue.key(shortcut)) {
            return;
        }
        switch (shortcut) {
            case F2 -> test();
            case F3 -> edit();
            case F4 -> chooseProfile();
            case F5 -> apply();
            case F6 -> {
                trace.hold();
                refresh();
            }
            case F7 -> {
                begin(null);
                setUp.tests().testAll(operator);
            }
            case F8 -> chooseOption();
            default -> {}
        }
    }

    private boolean isTestingAll() {
        return tests.whole() && !tests.list().isEmpty();
    }

    private void edit() {
        if (isPlugged() && !isTestingAll()) {
            begin(new AddressEdit(draft, () -> begin(null)));
            refresh();
        }
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
    public boolean back() {
        Dialogue current = dialogue;
        if (current != null) {
            if (!current.back()) {
                begin(null);
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

    /** Offers the profiles of the device's kind, or shows a keyboard scanner the set-up code. */
    private void chooseProfile() {
        Device device = device();
        if (device == null || isTestingAll()) {
            return;
        }
        if (!isPlugged()) {
            setUp.tests().stop();
            answer = null;
            begin(new LayoutSetup(this::printLayout));
        } else if (draft.profiles().size() > 1) {
            begin(new ProfileEdit(draft, () -> begin(null), this::findOut));
        }
        refresh();
    }

    private void printLayout() {
        say(new Lamp(Level.LOOK, texts.get().of("layout.printing")));
        setUp.print(
                LayoutCheck.SET_UP_CODE,
                texts.get().of("layout.label"),
                result -> screen.execute(() -> say(lamp(result))));
    }

    private void say(Lamp words) {
        answer = words;
        refresh();
    }

    private Lamp lamp(DeviceSetUp.Answer result) {
        return new Lamp(result.good() ? Level.FINE : Level.BAD, texts.get().of(result.text()));
    }

    /** Begins to find out what a scale speaks. */
    private void findOut() {
        Device device = device();
        if (device == null) {
            return;
        }
        setUp.tests().stop();
        String fault = draft.address().isBlank() ? texts.get().of("devices.off") : draft.fault();
        if (fault == null) {
            begin(new ScaleSetup(setUp, screen, new ScaleSetup.Scale(device.id(), draft.address()), new Progress()));
        } else {
            begin(null);
            refuse(fault);
        }
    }

    private void refuse(String fault) {
        answer = new Lamp(Level.BAD, texts.get().of("bench.device.address", fault));
    }

    /** Offers the options of the device, or the values of its only one. */
    private void chooseOption() {
        Device device = device();
        if (device != null
                && dialogue == null
                && !isTestingAll()
                && !DeviceOption.of(device.kind()).isEmpty()) {
            begin(new OptionEdit(device, (option, value) -> choose(device, option, value)));
            refresh();
        }
    }

    private void choose(Device device, DeviceOption option, int value) {
        working();
        changes.choose(device.id(), option, value);
    }

    /** Gives the device the address and the profile as they are on the page. */
    public void apply() {
        Device device = device();
        String fault = draft.fault();
        if (device == null || !isPlugged() || isTestingAll()) {
            return;
        }
        if (fault == null) {
            working();
            changes.change(device.id(), draft.address(), draft.profile());
        } else {
            refuse(fault);
        }
        refresh();
    }

    private void working() {
        begin(null);
        answer = new Lamp(Level.LOOK, texts.get().of("devices.working"));
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

    /** Whether a PIN is asked for now. */
    boolean asksForPin() {
        return dialogue != null && dialogue.asksForPin();
    }

    /**
     * A keyboard scanner typed something while the page is open.
     *
     * @param raw what it typed, before any repair
     * @param mayBePin whether it may be a PIN, so that it is not shown
     */
    public void wedge(DecodedScan scan, String raw, boolean mayBePin) {
        if (mayBePin && !(dialogue instanceof VouchEdit)) {
            say(new Lamp(Level.LOOK, texts.get().of("devices.unsaid")));
        } else if (dialogue != null && dialogue.typedByScanner(scan.event(), raw)) {
            answer = null;
            refresh();
        } else {
            setUp.scanned(scan);
        }
    }

    /** Words the page anew, after the language changed. */
    public void refresh() {
        Device device = device();
        Texts now = texts.get();
        DevicesWords words = new DevicesWords(now, zone);
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
                current == null ? Shown.Choices.NONE : current.choices(now),
                current == null ? null : current.shown(now),
                current == null ? null : current.entry(),
                words.lines(tests),
                words.last(tests),
                words.allowed(until),
                isTestingAll()
                        ? DeviceKeys.testing(tests)
                        : current == null ? DeviceKeys.looking(device) : current.keys()));
    }

    /** Whether the device has an address and a profile. */
    private boolean isPlugged() {
        Device device = device();
        return device != null && device.kind() != DeviceLamp.Kind.KEYBOARD;
    }

    /** On the thread of the screen, unless another device is shown meanwhile. */
    private void onPage(String id, Runnable what) {
        screen.execute(() -> Optional.ofNullable(device())
                .filter(each -> each.id().equals(id))
                .ifPresent(each -> what.run()));
    }

    private @Nullable Device device() {
        return selected < devices.size() ? devices.get(selected) : null;
    }

    /** How it goes to change the device, and to find out what a scale speaks. */
    private final class Progress implements ScaleSetup.Told, DeviceChanges.Told {
        @Override
        public void asked(SupervisorApproval.Question question) {
            if (isOpen()) {
                begin(new VouchEdit(question));
                refresh();
            }
        }

        @Override
        public void changed(DeviceSetUp.Answer result) {
            if (dialogue instanceof VouchEdit) {
                begin(null);
            }
            answer = lamp(result);
            if (result.good()) {
                reopened();
            } else {
                refresh();
            }
        }

        @Override
        public void changed() {
            answer = null;
            refresh();
        }

        @Override
        public void reopened() {
            Device device = device();
            if (isOpen() && device != null) {
                trace.watch(setUp, device);
            }
            refresh();
        }

        @Override
        public void chosen(String profile) {
            draft.profile(profile);
            apply();
        }
    }
}
