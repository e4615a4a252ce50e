package dev.dockhand.app.ui.devices;

import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.bench.SupervisorApproval.Question;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceSetUp.Answer;
import dev.dockhand.model.id.OperatorId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes devices, each once a supervisor has allowed it. */
final class DeviceChanges {

    private final DeviceSetUp setUp;
    private final SupervisorApproval approval;
    private final BiConsumer<String, Runnable> page;
    private final Told told;

    /** Who is told how it goes. */
    interface Told {
        /** A supervisor is asked for before the device is changed. */
        void asked(Question question);

        /** What came of it. */
        void changed(Answer result);
    }

    /**
     * Changes for a page.
     *
     * @param page does something on its thread, while it shows the device
     */
    DeviceChanges(DeviceSetUp setUp, SupervisorApproval approval, BiConsumer<String, Runnable> page, Told told) {
        this.setUp = setUp;
        this.approval = approval;
        this.page = page;
        this.told = told;
    }

    /** Gives a device another address and profile. */
    void change(String device, String address, @Nullable String profile) {
        ask(device, (by, answer) -> setUp.change(device, address, profile, by, answer));
    }

    /** Sets an option of a device. */
    void choose(String device, DeviceOption option, int value) {
        ask(device, (by, answer) -> setUp.choose(device, option, value, by, answer));
    }

    private interface Change {
        void make(@Nullable OperatorId by, Consumer<Answer> answer);
    }

    private void ask(String device, Change change) {
        approval.ask(new SupervisorApproval.Asker() {
            @Override
            public void allowed(@Nullable OperatorId by) {
                change.make(by, result -> page.accept(device, () -> told.changed(result)));
            }

            @Override
            public void asks(Question question) {
                page.accept(device, () -> told.asked(question));
            }
        });
    }
}
