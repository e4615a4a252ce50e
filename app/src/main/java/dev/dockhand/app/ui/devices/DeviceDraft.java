package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceSetUp.Device;
import dev.dockhand.app.device.DeviceSetUp.Profile;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.port.FoundPort;
import dev.dockhand.hardware.port.PortAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Address and profile of one device as changed so far, and what there is to choose them from. */
final class DeviceDraft {

    private static final int LONGEST_ADDRESS = 200;

    private String address = "";
    private @Nullable String profile;
    private boolean scale;
    private List<Profile> profiles = List.of();
    private List<FoundPort> ports = List.of();

    /** Begins with another device, or with this one anew. */
    void begin(Device device, List<Profile> ofKind) {
        address = device.address();
        profile = device.profile();
        profiles = ofKind;
        scale = device.kind() == DeviceLamp.Kind.SCALE;
    }

    /** These ports are there, whichever device is chosen. */
    void found(List<FoundPort> there) {
        ports = List.copyOf(there);
    }

    String address() {
        return address;
    }

    /** Takes an address as it is, or the beginning of one that is too long. */
    void address(String uri) {
        address = uri.substring(0, Math.min(uri.length(), LONGEST_ADDRESS));
    }

    @Nullable
    String profile() {
        return profile;
    }

    /** What the profile is called; empty where there is none. */
    String profileName(Texts texts) {
        String id = profile == null ? "" : profile;
        return profiles.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> name(each, texts))
                .orElse(id);
    }

    /** What a profile is called: the languages of printers have their names in the texts. */
    static String name(Profile profile, Texts texts) {
        return profile.name().isEmpty() ? texts.of("PrinterLanguage." + profile.id()) : profile.name();
    }

    void profile(String id) {
        profile = id;
    }

    boolean isScale() {
        return scale;
    }

    List<Profile> profiles() {
        return profiles;
    }

    List<FoundPort> ports() {
        return ports;
    }

    boolean isChanged(Device device) {
        return !address.equals(device.address()) || !Objects.equals(profile, device.profile());
    }

    /** Why the address cannot be used; absent when it can, or when it is blank, which switches the device off. */
    @Nullable
    String fault() {
        try {
            if (!address.isBlank()) {
                PortAddress.parse(address.strip());
            }
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** What is plugged in at the address, as this machine names it; empty when it does not know. */
    String pluggedIn() {
        String path = path(address);
        return ports.stream()
                .filter(port -> path(port.address().uri()).equals(path))
                .map(FoundPort::description)
                .findFirst()
                .orElse("");
    }

    /** An address without the settings of its line. */
    static String path(String uri) {
        int question = uri.indexOf('?');
        return question < 0 ? uri : uri.substring(0, question);
    }
}
