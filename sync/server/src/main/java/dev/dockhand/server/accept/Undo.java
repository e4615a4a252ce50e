package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.protocol.Push;
import java.util.Optional;

/** Takes the effect of an act back. Its movements come reversed in the undoing event itself. */
record Undo(Act.ActUndone act) implements ActHandler {

    @Override
    public void refer(References references) {
        references.undone.add(act.undone());
    }

    @Override
    public Optional<String> moves(Moves moves) {
        return standing(moves.world())
                .flatMap(known -> moves.exactly(known.event().movements().stream()
                        .map(Movement::reversed)
                        .toList()));
    }

    /** The act that is taken back, if it was not taken back before. */
    Optional<World.Known> standing(World world) {
        return world.event(act.undone()).filter(known -> !known.undone());
    }

    @Override
    public void decide(Case it) {
        Optional<World.Known> found = standing(it.world())
                .filter(known -> known.event().station().equals(it.event().station()))
                .filter(known -> !(known.event().act() instanceof Act.ActUndone));
        if (found.isEmpty()) {
            it.unknown(act.undone(), "no act of this station to take back");
            return;
        }
        it.add(new Outcome.Undone(act.undone()));
        ActHandler undone = ActHandler.of(found.get().event().act());
        if (found.get().status() == Push.Status.ACCEPTED || undone.countsAllTheSame()) {
            undone.undo(it.of(found.get().event()));
        }
    }

    @Override
    public void undo(Case it) {
        throw new IllegalStateException("what was taken back is not taken back again");
    }
}
