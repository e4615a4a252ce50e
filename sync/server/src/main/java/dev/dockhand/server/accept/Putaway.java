package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.measure.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plate goes to its place. */
record Putaway(Act.PutAway act) implements ActHandler {

    @Override
    public void refer(References references) {
        references.addPlace(Place.of(act.plate()));
    }

    /** Everything that lies on the plate. */
    @Override
    public Optional<String> moves(Moves moves) {
        List<Movement> right = new ArrayList<>();
        moves.world()
                .evidence()
                .lyingAt(Place.of(act.plate()))
                .forEach((key, units) -> right.add(new Movement(
                        key.goods(), Quantity.of(Math.toIntExact(units)), key.place(), Place.of(act.location()))));
        return moves.exactly(right);
    }

    @Override
    public void decide(Case it) {
        it.add(new Outcome.PlatePut(act.plate(), act.location()));
    }

    @Override
    public void undo(Case it) {
        it.add(new Outcome.PlatePut(act.plate(), null));
    }
}
