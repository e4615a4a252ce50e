package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import java.util.List;

/**
 * Why is the label printed again?
 *
 * @param before the step before
 * @param parcel the parcel in hand
 */
record PrintReason(PackState before, Parcel parcel) implements PackState {

    static final List<String> REASONS = List.of("NO_LABEL", "DAMAGED_LABEL", "UNREADABLE", "LOST");

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        return REASONS.contains(option) ? Labels.again(parcel, option, lookup) : Answers.noSuchChoice(this);
    }

    /** The copy before may end while the reason is asked. */
    @Override
    public Decision<PackState> onPrinted(Input.Printed printed, Lookup lookup) {
        Decision<PackState> ended = before.onPrinted(printed, lookup);
        return ended.next().equals(before) ? Decision.quiet(this) : ended;
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "packing.not-printed-again") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PackingFlow.ID, "packing.ask-reason", Text.of("packing.ask-reason"), Command.BACK)
                .withHint(Text.of("packing.ask-reason.hint"))
                .withRows(parcel.rows(null, lookup), parcel.summary())
                .withOptions(REASONS.stream().map(PrintReason::option).toList())
                .withForGood();
    }

    static Screen.Option option(String reason) {
        return new Screen.Option(reason, Text.of("packing.reason." + reason), null);
    }
}
