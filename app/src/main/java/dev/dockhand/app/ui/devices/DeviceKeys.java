package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceOption;
import dev.dockhand.app.device.DeviceSetUp.Device;
import dev.dockhand.app.device.DeviceTests.TestRun;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.Shortcut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of the set-up page, by what it is doing. */
final class DeviceKeys {

    private DeviceKeys() {}

    /** While all devices are tested. */
    static List<PageKey> testing(TestRun tests) {
        return tests.running()
                ? List.of(new PageKey(Shortcut.ESCAPE, "page.key.STOP"), new PageKey(Shortcut.F2, "page.key.SKIP"))
                : List.of(PageKey.BACK, PageKey.of(Shortcut.F7));
    }

    /** While the page shows a device. */
    static List<PageKey> looking(@Nullable Device device) {
        List<PageKey> keys = new ArrayList<>(List.of(PageKey.BACK, PageKey.of(Shortcut.F2)));
        if (device != null && device.kind() == DeviceLamp.Kind.KEYBOARD) {
            keys.add(new PageKey(Shortcut.F4, "page.key.LAYOUT"));
        } else {
            List.of(Shortcut.F3, Shortcut.F4, Shortcut.F5, Shortcut.F6).forEach(key -> keys.add(PageKey.of(key)));
        }
        keys.add(PageKey.of(Shortcut.F7));
        if (device != null && !DeviceOption.of(device.kind()).isEmpty()) {
            keys.add(PageKey.of(Shortcut.F8));
        }
        return List.copyOf(keys);
    }
}
