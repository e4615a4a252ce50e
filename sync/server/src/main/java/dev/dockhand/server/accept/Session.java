package dev.dockhand.server.accept;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OperatorId;
import java.util.Optional;

/** Who works at a station, and whose word was asked for. Changes nothing but that it is known. */
record Session(Act.SessionAct act) implements ActHandler {

    @Override
    public void refer(References references) {
        if (act instanceof Act.BadgeUnlocked unlocked) {
            references.addPerson(unlocked.person());
        }
    }

    @Override
    public boolean needsNobody() {
        return act instanceof Act.SignInRefused;
    }

    @Override
    public Optional<String> people(Evidence evidence, OperatorId operator) {
        boolean supervisor = evidence.isSupervisor(operator);
        return switch (act) {
            case Act.SignedIn in ->
                Fit.unless(in.role() != Operator.Role.SUPERVISOR || supervisor, operator + " is no supervisor");
            case Act.Approved _ -> Fit.unless(supervisor, operator + " is no supervisor");
            case Act.BadgeUnlocked unlocked ->
                Fit.unless(
                        supervisor && evidence.knows(unlocked.person()),
                        "%s is no supervisor, or there is no operator %s".formatted(operator, unlocked.person()));
            case Act.SignedOut _, Act.SignInRefused _ -> Optional.empty();
        };
    }

    @Override
    public void decide(Case it) {}

    @Override
    public void undo(Case it) {}
}
