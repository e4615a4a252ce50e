package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.server.release.Work;
import java.util.Optional;

/** What an act means on the server. Pure; one for each family of acts, and nobody else here asks what an act of a job is. */
interface ActHandler {

    /** What this act means: a new job is one line here. */
    static ActHandler of(Act act) {
        return switch (act) {
            case Act.SessionAct session -> new Session(session);
            case Act.ReceivingAct receiving -> new Receiving(receiving);
            case Act.PutAway put -> new Putaway(put);
            case Act.PutBack back -> new PutBack(back);
            case Act.PickingAct picking -> new Picking(picking);
            case Act.PackingAct packing -> new Packing(packing);
            case Act.ActUndone undone -> new Undo(undone);
        };
    }

    /** Names what must be read to judge it, beside its people, its task and its movements. */
    default void refer(References references) {}

    /** Whether it may be done while nobody is signed in. */
    default boolean needsNobody() {
        return false;
    }

    /** Why this operator, who is known, may not do it; nothing where that may be. */
    default Optional<String> people(Evidence evidence, OperatorId operator) {
        return Optional.empty();
    }

    /** Whether it is done under the lease of a task. */
    default boolean belongsToTask() {
        return false;
    }

    /** Why it cannot be one of this work; nothing where it can. */
    default Optional<String> work(Work work) {
        return Optional.empty();
    }

    /** What is wrong with what it says that it moved; nothing where such an act moves that. */
    default Optional<String> moves(Moves moves) {
        return moves.nothing();
    }

    /** As what a supervisor is told of it when it cannot be what a station did. */
    default ExceptionKind misfit(World world) {
        return ExceptionKind.MISFIT_EVENT;
    }

    /** Says what it changes, and what a supervisor must hear of it. */
    void decide(Case it);

    /** Whether it counts, and is taken back, although it contradicts what the server knows. */
    default boolean countsAllTheSame() {
        return false;
    }

    /** Says what it changes that it is taken back; its movements come reversed in the event that does it. */
    void undo(Case it);
}
