package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.catalogue.Item;
import java.util.List;

/**
 * Several items of the order carry the scanned barcode: which one is it?
 *
 * @param before the step before
 * @param code what was scanned; it may tell lot and expiry date
 * @param items who carries it and is still open
 */
record ChooseUnit(PackItems before, ScannedCode code, List<Item> items) implements PackState {

    ChooseUnit {
        items = List.copyOf(items);
    }

    @Override
    public Parcel inHand() {
        return before.parcel();
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        return items.stream()
                .filter(item -> item.id().value().equals(option))
                .findFirst()
                .map(item -> before.check(item, code, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "packing.scan-on") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PackingFlow.ID, "packing.choose-item", Text.of("packing.choose-item"), Command.BACK)
                .withHint(Text.of("packing.choose-item.hint"))
                .withRows(before.parcel().rows(null, lookup), before.parcel().summary())
                .withOptions(items.stream()
                        .map(item -> new Screen.Option(
                                item.id().value(),
                                Text.of("packing.row", item),
                                Text.of("common.sku", item.id(), item.brand())))
                        .toList());
    }
}
