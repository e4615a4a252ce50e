package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.DeviceLamp;
import dev.dockhand.app.bench.DevicesDoor.Device;
import dev.dockhand.app.bench.DevicesDoor.Profile;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.Shown.Choices;
import dev.dockhand.hardware.port.FoundPort;
import dev.dockhand.hardware.port.PortAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Address and profile of one device while they are changed: typed, scanned, or chosen from what there is. */
final class DeviceEdit {

    private static final int LONGEST_ADDRESS = 200;

    /** What the page is doing. */
    enum Mode {
        /** It shows the device. */
        LOOK,
        /** The address is typed. */
        TYPE,
        /** A port of this machine is chosen. */
        PORTS,
        /** A profile is chosen. */
        PROFILES,
        /** What a scale speaks is found out. */
        SETUP
    }

    private Mode mode = Mode.LOOK;
    private String address = "";
    private @Nullable String profile;
    private boolean scale;
    private List<Profile> profiles = List.of();
    private List<FoundPort> ports = List.of();
    private int page;

    Mode mode() {
        return mode;
    }

    String address() {
        return address;
    }

    @Nullable
    String profile() {
        return profile;
    }

    /** Begins with another device, or with this one anew. */
    void begin(Device device, List<Profile> ofKind) {
        mode = Mode.LOOK;
        address = device.address();
        profile = device.profile();
        profiles = ofKind;
        scale = device.kind() == DeviceLamp.Kind.SCALE;
    }

    void ports(List<FoundPort> found) {
        ports = List.copyOf(found);
    }

    boolean isChanged(Device device) {
        return !address.equals(device.address()) || !Objects.equals(profile, device.profile());
    }

    boolean hasProfiles() {
        return profiles.size() > 1;
    }

    /** Asks for the address: from the ports that there are, or else by typing. */
    void askAddress() {
        mode = ports.isEmpty() ? Mode.TYPE : Mode.PORTS;
        page = 0;
    }

    void askProfile() {
        if (hasProfiles()) {
            mode = Mode.PROFILES;
            page = 0;
        }
    }

    /** Takes a profile that was found out. */
    void take(String found) {
        profile = found;
        done();
    }

    /** Ends the change that is going on; what was typed or chosen stays to be applied. */
    void done() {
        mode = Mode.LOOK;
    }

    void type(char character) {
        if (mode == Mode.PORTS) {
            clear();
        }
        if (mode == Mode.TYPE && character > ' ' && character < 127 && address.length() < LONGEST_ADDRESS) {
            address += character;
        }
    }

    void erase() {
        if (mode == Mode.TYPE && !address.isEmpty()) {
            address = address.substring(0, address.length() - 1);
        }
    }

    void clear() {
        if (mode == Mode.TYPE || mode == Mode.PORTS) {
            mode = Mode.TYPE;
            address = "";
        }
    }

    /** A scanned code is the whole address. */
    void scanned(String code) {
        mode = Mode.TYPE;
        address = code.substring(0, Math.min(code.length(), LONGEST_ADDRESS));
    }

    /** A digit chooses; 0 turns the page. */
    void digit(int digit) {
        int first = scale ? 1 : 0;
        int options = mode == Mode.PORTS ? ports.size() + 1 : profiles.size() + first;
        int index = page * Paged.SIZE + digit - 1;
        if (digit == 0) {
            page = (page + 1) % Paged.pages(options);
        } else if (mode == Mode.PORTS && index < ports.size()) {
            address = ports.get(index).address().uri();
            done();
        } else if (mode == Mode.PORTS && index == ports.size()) {
            mode = Mode.TYPE;
        } else if (mode == Mode.PROFILES && index < first) {
            mode = Mode.SETUP;
        } else if (mode == Mode.PROFILES && index < options) {
            profile = profiles.get(index - first).id();
            done();
        }
    }

    /** What can be chosen. */
    Choices choices(Texts texts) {
        return switch (mode) {
            case LOOK, TYPE, SETUP -> Choices.NONE;
            case PROFILES -> {
                List<Paged.Words> words = new ArrayList<>();
                if (scale) {
                    words.add(new Paged.Words(texts.of("setup.find"), texts.of("setup.find.detail")));
                }
                profiles.forEach(each -> words.add(new Paged.Words(each.id(), each.name())));
                yield Paged.of(words, page, each -> each);
            }
            case PORTS -> {
                List<Paged.Words> words = new ArrayList<>(ports.stream()
                        .map(port -> new Paged.Words(
                                Texts.shown(port.description()),
                                Texts.shown(port.address().uri())))
                        .toList());
                words.add(new Paged.Words(texts.of("devices.type"), texts.of("devices.address.hint")));
                yield Paged.of(words, page, each -> each);
            }
        };
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

    private static String path(String uri) {
        int question = uri.indexOf('?');
        return question < 0 ? uri : uri.substring(0, question);
    }
}
