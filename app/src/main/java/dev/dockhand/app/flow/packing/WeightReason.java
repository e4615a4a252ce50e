package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import java.util.List;

/**
 * Why is a weight right that is beyond tolerance? Without a reason no label is printed.
 *
 * @param off the weight
 */
record WeightReason(WeightOff off) implements PackState {

    private static final List<String> REASONS =
            List.of("COUNTED_AGAIN", "OTHER_PACKAGING", "EXTRA_GOODS", "ITEM_WEIGHT_WRONG", "SCALE_WRONG");

    @Override
    public Parcel inHand() {
        return off.parcel();
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        return REASONS.contains(option)
                ? Weighings.accept(off.parcel(), off.weighed(), off.expected(), option, lookup)
                : Answers.noSuchChoice(this);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Weighings.again(off.parcel()) : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        FlowId.PACKING,
                        "packing.weight-reason",
                        Text.of("packing.weight-reason", off.weighed().grams(), off.expected()),
                        Command.BACK)
                .withHint(Text.of("packing.weight-reason.hint"))
                .withRows(off.parcel().rows(null, lookup), off.parcel().summary())
                .withOptions(REASONS.stream()
                        .map(reason -> new Screen.Option(reason, Text.of("packing.off." + reason), null))
                        .toList());
    }
}
