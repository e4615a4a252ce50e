package dev.dockhand.hardware.scale;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the bits of a status byte mean. Makers contradict each other in layout and polarity, so it is data of the profile.
 *
 * @param bits what is known of single bits; a bit that is not named says nothing
 */
public record StatusLayout(List<Bit> bits) {

    /** Keeps its own copy; every bit is told once. */
    public StatusLayout {
        bits = List.copyOf(bits);
        Set<Integer> seen = new HashSet<>();
        if (!bits.stream().allMatch(bit -> seen.add(bit.bit()))) {
            throw new IllegalArgumentException("a status bit is told twice");
        }
    }

    /**
     * One bit.
     *
     * @param bit its number, 0 the lowest; where the eighth is parity it is always 0
     * @param flag what it says; left out for a bit that is always the same
     * @param when the value at which it says so, or which it always has: 0 or 1, 1 when left out
     */
    public record Bit(int bit, Optional<StatusFlag> flag, Optional<Integer> when) {
        /** Checks the numbers. */
        public Bit {
            if (bit < 0 || bit > 7 || (when.isPresent() && when.get() >>> 1 != 0)) {
                throw new IllegalArgumentException("a status bit is 0 to 7 and its value 0 or 1");
            }
        }

        private boolean speaks(int status) {
            return (status >>> bit & 1) == when.orElse(1);
        }
    }

    /** Whether any bit can say this, at whatever value. */
    boolean canSay(StatusFlag flag) {
        return bits.stream().anyMatch(bit -> bit.flag().filter(flag::equals).isPresent());
    }

    /**
     * Reads a status byte.
     *
     * @param status the byte without parity
     * @return what it says; empty when a bit that is always the same differs, so that it is no status byte
     */
    public Optional<Set<StatusFlag>> read(int status) {
        Set<StatusFlag> flags = EnumSet.noneOf(StatusFlag.class);
        for (Bit bit : bits) {
            if (bit.flag().isPresent() && bit.speaks(status)) {
                flags.add(bit.flag().get());
            } else if (bit.flag().isEmpty() && !bit.speaks(status)) {
                return Optional.empty();
            }
        }
        return Optional.of(flags);
    }
}
