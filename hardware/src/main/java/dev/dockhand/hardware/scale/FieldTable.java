package dev.dockhand.hardware.scale;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a named part of a line means. Makers contradict each other, so it is data of the profile. */
public sealed interface FieldTable {

    /**
     * Reads the part.
     *
     * @param text its characters
     * @return what it says; empty when it says nothing that is known, so that the line is damaged or of another model
     */
    Optional<Set<StatusFlag>> read(String text);

    /** Whether the part can say this at all. */
    boolean canSay(StatusFlag flag);

    /**
     * A part that is one of several words, such as {@code ST} and {@code US}.
     *
     * @param meanings what each word says, which may be nothing
     */
    record Words(Map<String, Set<StatusFlag>> meanings) implements FieldTable {
        /** Keeps its own copy. */
        public Words {
            meanings = Map.copyOf(meanings);
        }

        @Override
        public Optional<Set<StatusFlag>> read(String text) {
            return Optional.ofNullable(meanings.get(text));
        }

        @Override
        public boolean canSay(StatusFlag flag) {
            return meanings.values().stream().anyMatch(flags -> flags.contains(flag));
        }
    }

    /**
     * A part that is one byte of bits.
     *
     * @param layout what each bit says
     */
    record Bits(StatusLayout layout) implements FieldTable {
        @Override
        public Optional<Set<StatusFlag>> read(String text) {
            return text.length() == 1 ? layout.read(text.charAt(0)) : Optional.empty();
        }

        @Override
        public boolean canSay(StatusFlag flag) {
            return layout.canSay(flag);
        }
    }
}
