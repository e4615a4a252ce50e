package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import java.util.List;
import java.util.Optional;

/** Units that were picked and are not wanted any more go to a place. That the tote holds them is looked at for all acts. */
record PutBack(Act.PutBack act) implements ActHandler {

    @Override
    public void refer(References references) {
        references.emptied.add(act.tote());
    }

    @Override
    public Optional<String> moves(Moves moves) {
        return moves.exactly(
                List.of(new Movement(act.goods(), act.quantity(), Place.of(act.tote()), Place.of(act.location()))));
    }

    /** They are where they were put, whoever wanted them: an order that has now too few is a supervisor's case. */
    @Override
    public void decide(Case it) {
        it.world().works().stream()
                .filter(work -> work.isOpen() && act.tote().equals(work.tote()))
                .forEach(work -> it.raise(
                        ExceptionKind.SHORT_PICK,
                        work.order().value(),
                        "%s x %s of its tote %s were put back to %s by %s"
                                .formatted(
                                        act.quantity(),
                                        act.item(),
                                        act.tote(),
                                        act.location(),
                                        it.event().station())));
    }

    /** The units lie in the tote again, by the movements of the event that takes it back. */
    @Override
    public void undo(Case it) {}
}
