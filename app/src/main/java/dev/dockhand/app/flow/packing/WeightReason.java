package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.id.OperatorId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why is a weight right that is beyond tolerance? Without a reason no label is printed.
 *
 * @param off the weight
 * @param reason the one that was chosen, while a supervisor is asked; absent before
 */
record WeightReason(WeightOff off, @Nullable String reason) implements PackState {

    private static final List<String> REASONS =
            List.of("COUNTED_AGAIN", "OTHER_PACKAGING", "EXTRA_GOODS", "ITEM_WEIGHT_WRONG", "SCALE_WRONG");

    @Override
    public Parcel inHand() {
        return off.parcel();
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        if (!REASONS.contains(option)) {
            return Answers.noSuchChoice(this);
        }
        return Weights.isFarOff(
                        off.weighed().grams(),
                        off.expected(),
                        lookup.warehouse().weighing())
                ? Answers.<PackState>note(new WeightReason(off, option), "packing.far-off")
                        .with(new Effect.AskSupervisor(Text.of(
                                "packing.approve-weight",
                                off.parcel().task().order(),
                                off.weighed().grams(),
                                off.expected())))
                : accept(option, null, lookup);
    }

    private Decision<PackState> accept(String why, @Nullable OperatorId approver, Lookup lookup) {
        return Weighings.accept(off.parcel(), off.weighed(), off.expected(), why, approver, lookup);
    }

    @Override
    public Decision<PackState> onApproved(OperatorId supervisor, Lookup lookup) {
        return reason == null ? Decision.quiet(this) : accept(reason, supervisor, lookup);
    }

    @Override
    public Decision<PackState> onNotApproved(Lookup lookup) {
        return Answers.note(new WeightReason(off, null), "packing.weight-not-approved");
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Weighings.again(off.parcel()) : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        PackingFlow.ID,
                        "packing.weight-reason",
                        Text.of("packing.weight-reason", off.weighed().grams(), off.expected()),
                        Command.BACK)
                .withHint(Text.of("packing.weight-reason.hint"))
                .withRows(off.parcel().rows(null, lookup), off.parcel().summary())
                .withOptions(REASONS.stream()
                        .map(reason -> new Screen.Option(reason, Text.of("packing.off." + reason), null))
                        .toList())
                .withForGood();
    }
}
