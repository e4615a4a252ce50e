package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.protocol.Leases;
import java.util.Optional;

/**
 * Another station has begun the work in a tote: it is freed there, or taken over on a supervisor's word.
 *
 * @param before the step before
 * @param wanted the work
 * @param refusal who has it in hand, as the server told
 */
record HeldElsewhere(ChooseWork before, Elsewhere wanted, Leases.Refusal refusal) implements PackState {

    static Decision<PackState> shown(HeldElsewhere held, Lookup lookup) {
        return Decision.show(held, new Verdict(Verdict.Tone.WARN, held.words(lookup)));
    }

    private String key() {
        return refusal.why() == Leases.Why.BEING_PICKED ? "packing.being-picked" : "packing.being-packed";
    }

    private Text words(Lookup lookup) {
        Object who = Optional.ofNullable(refusal.operator())
                .flatMap(lookup::operator)
                .map(Operator::name)
                .<Object>map(name -> name)
                .orElseGet(() -> Text.of("packing.nobody-yet"));
        String since = refusal.since() == null ? "" : Shown.clock(refusal.since(), lookup);
        return Text.of(key(), wanted.order(), refusal.station() == null ? "" : refusal.station(), who, since);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case BACK -> Answers.note(before, "packing.choose-work");
            case CONFIRM ->
                Answers.<PackState>note(this, "packing.adopt-asked")
                        .with(new Effect.AskSupervisor(Text.of(
                                "packing.adopt", wanted.order(), refusal.station() == null ? "" : refusal.station())));
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Decision<PackState> onApproved(OperatorId supervisor, Lookup lookup) {
        return wanted.ask(before, supervisor, lookup);
    }

    @Override
    public Decision<PackState> onNotApproved(Lookup lookup) {
        return Answers.note(this, "packing.not-adopted");
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return before.onScan(code, lookup);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PackingFlow.ID, key(), words(lookup), Command.BACK, Command.CONFIRM)
                .withHint(Text.of(key() + ".hint"));
    }
}
