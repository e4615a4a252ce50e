package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import java.util.Objects;

/**
 * The server was asked for the work in a tote; the parcel is begun by itself when it is granted.
 *
 * @param before the step before
 * @param wanted the work
 */
record AskedFor(ChooseWork before, Elsewhere wanted) implements PackState {

    @Override
    public Decision<PackState> onChanged(Lookup lookup) {
        return lookup.tasks().stream()
                .filter(task -> task.id().equals(wanted.task()))
                .findFirst()
                .map(task -> granted(task, lookup))
                .orElseGet(() -> Decision.quiet(this));
    }

    private Decision<PackState> granted(ShipmentTask task, Lookup lookup) {
        return Work.isToPick(task, lookup.progress(task.id()))
                ? Answers.note(before, "packing.granted-to-pick", task.order(), wanted.tote())
                : Opening.open(before, task, true, lookup);
    }

    @Override
    public Decision<PackState> onNotGranted(Leases.Refusal refusal, Lookup lookup) {
        boolean isThis = wanted.order().equals(refusal.order()) || Objects.equals(wanted.tote(), refusal.tote());
        if (!isThis) {
            return Decision.quiet(this);
        }
        return switch (refusal.why()) {
            case BEING_PICKED, BEING_PACKED -> HeldElsewhere.shown(new HeldElsewhere(before, wanted, refusal), lookup);
            case WAITS -> Answers.warn(before, "known.problem-shelf", wanted.order());
            case NOT_OPEN -> Answers.warn(before, "packing.not-open", wanted.order(), wanted.tote());
            case NO_NUMBER -> Answers.warn(before, "packing.asked-no-number", wanted.order());
            case NO_SUPERVISOR -> Answers.warn(before, "packing.no-supervisor", wanted.order());
            case UNKNOWN -> Answers.warn(before, "packing.not-granted", wanted.order());
        };
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return before.onScan(code, lookup);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "packing.choose-work") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PackingFlow.ID, "packing.asked", Text.of("packing.asked", wanted.order()), Command.BACK)
                .withHint(Text.of("packing.asked.hint"));
    }
}
