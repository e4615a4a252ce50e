package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import java.util.List;
import java.util.Optional;

/**
 * Something is wrong with an item of the parcel: with which one? Scanned or chosen.
 *
 * @param before the step before
 * @param parcel the parcel in hand
 */
record PackProblem(PackState before, Parcel parcel) implements PackState {

    /** Asks which item, where there is more than one. */
    static Decision<PackState> of(PackItems before, Lookup lookup) {
        return of(before, before.parcel(), lookup);
    }

    /** Asks which item, where there is more than one. */
    static Decision<PackState> of(PackState before, Parcel parcel, Lookup lookup) {
        List<ItemId> open = parcel.open();
        return switch (open.size()) {
            case 0 -> Answers.warn(before, "packing.nothing-left-to-miss");
            case 1 -> LostReason.ask(before, parcel, open.getFirst(), lookup);
            default -> Answers.note(new PackProblem(before, parcel), "packing.which-problem");
        };
    }

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        List<ItemId> open = parcel.open();
        Optional<ItemId> scanned = Found.items(code, lookup).stream()
                .map(Item::id)
                .filter(open::contains)
                .findFirst();
        return scanned.map(item -> LostReason.ask(before, parcel, item, lookup))
                .orElseGet(() -> Answers.warn(this, "packing.not-in-tote", Shown.of(code)));
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        return parcel.open().stream()
                .filter(item -> item.value().equals(option))
                .findFirst()
                .map(item -> LostReason.ask(before, parcel, item, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "packing.scan-on") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PackingFlow.ID, "packing.problem", Text.of("packing.problem"), Command.BACK)
                .withHint(Text.of("packing.problem.hint"))
                .withRows(parcel.rows(null, lookup), parcel.summary())
                .withOptions(parcel.open().stream()
                        .map(item -> new Screen.Option(
                                item.value(),
                                Text.of("packing.row", Shown.item(item, lookup)),
                                Text.of("packing.left-in-tote", parcel.open(item))))
                        .toList());
    }
}
