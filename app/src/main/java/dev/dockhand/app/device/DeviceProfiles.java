package dev.dockhand.app.device;

import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.port.PortAddress;
import dev.dockhand.hardware.printer.PrinterLanguage;
import dev.dockhand.hardware.scale.ScaleProfile;
import dev.dockhand.hardware.scale.ScaleProfiles;
import dev.dockhand.hardware.scan.ScannerProfile;
import dev.dockhand.hardware.scan.ScannerProfiles;
import java.util.List;

/**
 * The profiles that devices can be set up with.
 *
 * @param scales the scales that are known
 * @param scanners the scanners that are known
 */
record DeviceProfiles(ScaleProfiles scales, ScannerProfiles scanners) {

    /** The scanner profile of a device. */
    ScannerProfile scanner(DeviceSettings settings) {
        String id = settings.profile();
        return id == null || id.isBlank()
                ? scanners.usual()
                : scanners.byId(id).orElseThrow(() -> new IllegalArgumentException("no scanner profile '" + id + "'"));
    }

    /** The scale profile of a device. */
    ScaleProfile scale(DeviceSettings settings) {
        String id = settings.profile() == null ? "" : settings.profile();
        return scales.byId(id).orElseThrow(() -> new IllegalArgumentException("no scale profile '" + id + "'"));
    }

    /** All of a kind of device. */
    List<DeviceSetUp.Profile> of(DeviceLamp.Kind kind) {
        return switch (kind) {
            case SCANNER ->
                scanners.all().stream()
                        .map(each -> new DeviceSetUp.Profile(each.id(), each.name()))
                        .toList();
            case SCALE ->
                scales.all().stream()
                        .map(each -> new DeviceSetUp.Profile(each.id(), each.name()))
                        .toList();
            case PRINTER ->
                LabelLanguages.ids().stream()
                        .map(id -> new DeviceSetUp.Profile(id, ""))
                        .toList();
            case KEYBOARD -> List.of();
        };
    }

    /**
     * Reads the address and the profile without opening anything.
     *
     * @throws IllegalArgumentException when either cannot be used, with the reason
     */
    void prove(DeviceSettings settings) {
        if (!settings.isOn()) {
            return;
        }
        PortAddress.parse(settings.address());
        switch (settings.kind()) {
            case SCANNER -> scanner(settings);
            case SCALE -> scale(settings).address(settings.address());
            case PRINTER -> PrinterLanguage.of(settings.profile() == null ? "zpl" : settings.profile());
            case KEYBOARD -> throw new IllegalArgumentException("a keyboard has no address");
        }
    }
}
