package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.event.Act.PackShorted.Fault;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.measure.Quantity;
import java.util.List;

/**
 * What is wrong with units of an item that was picked?
 *
 * @param before the step before
 * @param parcel the parcel in hand
 * @param item item
 * @param units how many; all that is left of it unless told otherwise
 */
record LostReason(PackState before, Parcel parcel, ItemId item, Quantity units) implements PackState {

    private static final List<Reason> REASONS = List.of(
            new Reason("NOT_IN_TOTE", Fault.MISSING),
            new Reason("OTHER_ITEM", Fault.MISSING),
            new Reason("BROKEN", Fault.DAMAGED),
            new Reason("LEAKING", Fault.DAMAGED),
            new Reason("UNSIGHTLY", Fault.DAMAGED),
            new Reason("EXPIRED", Fault.DAMAGED));

    private record Reason(String code, Fault fault) {}

    static Decision<PackState> ask(PackState before, Parcel parcel, ItemId item, Lookup lookup) {
        return new LostReason(before, parcel, item, parcel.open(item)).asked(lookup);
    }

    Decision<PackState> asked(Lookup lookup) {
        return Answers.note(this, "packing.what-is-wrong", units, Shown.item(item, lookup));
    }

    LostReason of(Quantity lost) {
        return new LostReason(before, parcel, item, lost);
    }

    @Override
    public Parcel inHand() {
        return parcel;
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        return REASONS.stream()
                .filter(reason -> reason.code().equals(option))
                .findFirst()
                .map(reason -> Packs.lose(parcel, item, units, reason.fault(), reason.code(), lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case QUANTITY -> Answers.note(new LostQuantity(this), "packing.enter-lost", parcel.open(item));
            case BACK -> Answers.note(before, "packing.scan-on");
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        // Without the item's card: the choices need its room, and instruction and row name the item.
        return Screen.of(
                        PackingFlow.ID,
                        "packing.lost-reason",
                        Text.of("packing.lost-reason", units, Shown.item(item, lookup)),
                        Command.QUANTITY,
                        Command.BACK)
                .withHint(Text.of("packing.lost-reason.hint"))
                .withRows(parcel.rows(item, lookup), parcel.summary())
                .withOptions(REASONS.stream()
                        .map(reason -> new Screen.Option(
                                reason.code(),
                                Text.of("packing.lost." + reason.code()),
                                Text.of("packing.lost." + reason.fault())))
                        .toList());
    }
}
