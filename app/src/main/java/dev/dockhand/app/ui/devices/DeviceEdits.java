package dev.dockhand.app.ui.devices;

import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceSetUp.Device;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.scan.LayoutCheck;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What can be changed of the device that the set-up page shows, each in a dialogue of the page. */
final class DeviceEdits implements ScaleSetup.Told, DeviceChanges.Told {

    private final DevicesViewModel page;
    private final DeviceSetUp setUp;
    private final DeviceChanges changes;
    private final Executor screen;
    private final Supplier<Texts> texts;
    private final DeviceDraft draft;

    DeviceEdits(
            DevicesViewModel page,
            DeviceSetUp setUp,
            SupervisorApproval approval,
            Executor screen,
            Supplier<Texts> texts,
            DeviceDraft draft) {
        this.page = page;
        this.setUp = setUp;
        this.changes = new DeviceChanges(setUp, approval, this::onPage, this);
        this.screen = screen;
        this.texts = texts;
        this.draft = draft;
    }

    /** The device, unless all are being tested. */
    private Optional<Device> device() {
        return page.isTestingAll() ? Optional.empty() : Optional.ofNullable(page.device());
    }

    private static boolean isPlugged(Device device) {
        return device.kind() != DeviceLamp.Kind.KEYBOARD;
    }

    /** Asks for the address. */
    void address() {
        device().filter(DeviceEdits::isPlugged)
                .ifPresent(device -> page.begin(new AddressEdit(draft, () -> page.begin(null))));
    }

    /** Offers the profiles of the device's kind, or shows a keyboard scanner the set-up code. */
    void profile() {
        device().ifPresent(device -> {
            if (!isPlugged(device)) {
                setUp.tests().stop();
                page.begin(new LayoutSetup(this::printLayout));
            } else if (draft.profiles().size() > 1) {
                page.begin(new ProfileEdit(draft, () -> page.begin(null), () -> findOut(device)));
            }
        });
    }

    private void printLayout() {
        page.say(look("layout.printing"));
        setUp.print(
                LayoutCheck.SET_UP_CODE,
                texts.get().of("layout.label"),
                result -> screen.execute(() -> page.say(lamp(result))));
    }

    private Lamp look(String key) {
        return new Lamp(Level.LOOK, texts.get().of(key));
    }

    private Lamp lamp(DeviceSetUp.Answer result) {
        return new Lamp(result.good() ? Level.FINE : Level.BAD, texts.get().of(result.text()));
    }

    private Lamp refused(String fault) {
        return new Lamp(Level.BAD, texts.get().of("bench.device.address", fault));
    }

    /** Begins to find out what a scale speaks. */
    private void findOut(Device device) {
        setUp.tests().stop();
        String fault = draft.address().isBlank() ? texts.get().of("devices.off") : draft.fault();
        if (fault == null) {
            page.begin(new ScaleSetup(setUp, screen, new ScaleSetup.Scale(device.id(), draft.address()), this));
        } else {
            page.begin(null);
            page.say(refused(fault));
        }
    }

    /** Offers the options of the device, or the values of its only one. */
    void option() {
        device().filter(device -> page.dialogue() == null)
                .filter(device -> !DeviceOption.of(device.kind()).isEmpty())
                .ifPresent(
                        device -> page.begin(new OptionEdit(device, (option, value) -> choose(device, option, value))));
    }

    /** Offers not to ask a printer that was asked in vain. */
    void silentPrinter(Device printer) {
        page.begin(OptionEdit.ofSilentPrinter(printer, (option, value) -> choose(printer, option, value)));
    }

    private void choose(Device device, DeviceOption option, int value) {
        working();
        changes.choose(device.id(), option, value);
    }

    private void working() {
        page.begin(null);
        page.say(look("devices.working"));
    }

    /** Gives the device the address and the profile as they are on the page. */
    void apply() {
        device().filter(DeviceEdits::isPlugged).ifPresent(device -> {
            String fault = draft.fault();
            if (fault == null) {
                working();
                changes.change(device.id(), draft.address(), draft.profile());
            } else {
                page.say(refused(fault));
            }
        });
    }

    /** On the thread of the screen, unless another device is shown meanwhile. */
    private void onPage(String id, Runnable what) {
        screen.execute(() -> Optional.ofNullable(page.device())
                .filter(each -> each.id().equals(id))
                .ifPresent(each -> what.run()));
    }

    @Override
    public void asked(SupervisorApproval.Question question) {
        if (page.isOpen()) {
            page.begin(new VouchEdit(question));
        }
    }

    @Override
    public void changed(DeviceSetUp.Answer result) {
        if (page.dialogue() instanceof VouchEdit) {
            page.begin(null);
        }
        if (result.good()) {
            page.watch();
        }
        page.say(lamp(result));
    }

    @Override
    public void changed() {
        page.say(null);
    }

    @Override
    public void reopened() {
        page.watch();
        page.refresh();
    }

    @Override
    public void chosen(String profile) {
        draft.profile(profile);
        apply();
    }
}
