package dev.dockhand.app.device;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be set of a device beside its address and its profile; each is a whole number. */
public enum DeviceOption {
    /** For how many ms after a scan the same code of the same scanner is left out as read twice; 0 for never. */
    REPEAT(EnumSet.of(DeviceLamp.Kind.SCANNER, DeviceLamp.Kind.KEYBOARD), 0, 0, 5_000, List.of(0, 250, 500, 1_000)),
    /** 1 when a printer is asked how it is, 0 for one that never answers: it only takes labels, and nothing proves them. */
    ANSWERS(EnumSet.of(DeviceLamp.Kind.PRINTER), 1, 0, 1, List.of(1, 0)),
    /** What a scanner's bytes are, by the number of the code page; 0 for UTF-8. */
    CHARSET(EnumSet.of(DeviceLamp.Kind.SCANNER), 0, 0, 949, List.of(0, 949)) {
        @Override
        int proved(int value) {
            return one(value);
        }
    },
    /** How many ms may lie between two characters of a scan, without a prefix. */
    GAP(EnumSet.of(DeviceLamp.Kind.KEYBOARD), 50, 10, 300, List.of(50, 100, 200, 300)),
    /** The character that the scanner sends first and nobody types; 0 for none. */
    PREFIX(EnumSet.of(DeviceLamp.Kind.KEYBOARD), 0, 0, 126, List.of(0, 2, 7, 126)) {
        @Override
        int proved(int value) {
            return one(value);
        }
    };

    private final Set<DeviceLamp.Kind> kinds;
    private final int usual;
    private final int least;
    private final int most;
    private final List<Integer> offered;

    DeviceOption(Set<DeviceLamp.Kind> kinds, int usual, int least, int most, List<Integer> offered) {
        this.kinds = kinds;
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.offered = offered;
    }

    /** The options of a kind of device, in the order in which they are offered. */
    public static List<DeviceOption> of(DeviceLamp.Kind kind) {
        return List.of(values()).stream()
                .filter(option -> option.kinds.contains(kind))
                .toList();
    }

    /** What holds until somebody chooses. */
    public int usual() {
        return usual;
    }

    /** The values that a person chooses from; a file may hold others within the range. */
    public List<Integer> offered() {
        return offered;
    }

    /** Checks a value that is one of those offered. */
    int one(int value) {
        if (!offered.contains(value)) {
            throw new IllegalArgumentException("%s is one of %s, not %d".formatted(name(), offered, value));
        }
        return value;
    }

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException when it is out of the range
     */
    int proved(int value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d to %d, not %d".formatted(name(), least, most, value));
        }
        return value;
    }
}
