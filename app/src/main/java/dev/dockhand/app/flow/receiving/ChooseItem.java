package dev.dockhand.app.flow.receiving;

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
 * Several items carry the scanned barcode: which one is it?
 *
 * @param receipt what was counted so far
 * @param code what was scanned
 * @param items who carries it
 */
record ChooseItem(Receipt receipt, ScannedCode code, List<Item> items) implements ReceivingState {

    ChooseItem {
        items = List.copyOf(items);
    }

    @Override
    public Decision<ReceivingState> onChoice(String option, Lookup lookup) {
        return items.stream()
                .filter(item -> item.id().value().equals(option))
                .findFirst()
                .map(item -> Counts.begin(receipt, item, code, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(new ScanItem(receipt), "receiving.not-counted")
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(ReceivingFlow.ID, "receiving.choose-item", Text.of("receiving.choose-item"), Command.BACK)
                .withHint(Text.of("receiving.choose-item.hint"))
                .withRows(receipt.rows(-1, lookup), List.of())
                .withOptions(items.stream()
                        .map(item -> new Screen.Option(
                                item.id().value(),
                                Text.of("receiving.item", item),
                                Text.of("common.sku", item.id(), item.brand())))
                        .toList());
    }
}
