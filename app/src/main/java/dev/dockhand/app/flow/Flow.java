package dev.dockhand.app.flow;

import dev.dockhand.model.id.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * One job as a pure state machine.
 *
 * @param <S> its states: a sealed family of records
 */
public interface Flow<S> {

    /** Which job it is. */
    FlowId id();

    /** The state that the job begins with, or goes on with after a restart: unfinished work is found by look-up. */
    S start(Lookup lookup);

    /**
     * Decides about one input. Undo, answering a red verdict, and leaving the job are the bench's, not the flow's.
     *
     * @param state where the job is
     * @param input what came
     * @param lookup what is known
     */
    Decision<S> on(S state, Input input, Lookup lookup);

    /** The piece of work in hand: an order's task, a notice, a plate; absent between two. */
    default @Nullable Identifier piece(S state) {
        return null;
    }

    /** What the operator sees in a state. Derived, never stored. */
    Screen screen(S state, Lookup lookup);
}
