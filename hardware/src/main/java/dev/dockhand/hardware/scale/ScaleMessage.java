package dev.dockhand.hardware.scale;

import java.util.Optional;
import java.util.Set;

/** What a frame says. */
public sealed interface ScaleMessage {

    /**
     * A weight, or the reason why there is none.
     *
     * @param state what it means
     * @param weight the weight; empty where the frame holds none
     * @param net true when the frame says that a tare is taken off
     * @param flags every single thing it says
     */
    record Measurement(ReadingState state, Optional<Weight> weight, boolean net, Set<StatusFlag> flags)
            implements ScaleMessage {
        /** Keeps its own copy. */
        public Measurement {
            flags = Set.copyOf(flags);
        }

        static Measurement without(ReadingState state, StatusFlag... flags) {
            return new Measurement(state, Optional.empty(), false, Set.of(flags));
        }
    }

    /**
     * The answer to a command.
     *
     * @param outcome what came of it
     * @param tare true when a tare is taken off from now on, false when none is, empty when the answer does not tell
     */
    record Answer(CommandOutcome outcome, Optional<Boolean> tare) implements ScaleMessage {}

    /**
     * A step of a handshake: the scale waits for something.
     *
     * @param send the bytes it waits for, one character each
     */
    record Prompt(String send) implements ScaleMessage {}

    /** Something that is no answer to what was asked, such as a greeting at power-on. */
    record Notice() implements ScaleMessage {}

    /** A frame that the protocol does not know. */
    record Unreadable() implements ScaleMessage {}
}
