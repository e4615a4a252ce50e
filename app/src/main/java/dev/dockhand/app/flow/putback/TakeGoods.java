package dev.dockhand.app.flow.putback;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PutBack;
import java.util.List;

/**
 * What is taken out of the tote next? A scan takes one unit, a choice all of its kind.
 *
 * @param tote the tote in hand
 */
record TakeGoods(ToteCode tote) implements PutBackState {

    @Override
    public Identifier piece() {
        return tote;
    }

    @Override
    public Decision<PutBackState> onScan(ScannedCode code, Lookup lookup) {
        List<Item> items = Found.items(code, lookup);
        if (items.isEmpty()) {
            return Codes.says(code, tote.value())
                    ? Answers.note(this, "putback.same-tote")
                    : Answers.unwanted(this, code, lookup, "putback.item-wanted");
        }
        List<PutBack.Line> same = lines(lookup).stream()
                .filter(line -> items.stream()
                        .anyMatch(item -> item.id().equals(line.goods().item())))
                .toList();
        if (same.isEmpty()) {
            Object scanned = items.size() == 1 ? items.getFirst() : Shown.of(code);
            return Answers.stop(this, "putback.wrong-item", scanned, tote);
        }
        Lot lot = code.lot();
        List<PutBack.Line> meant = same.stream()
                .filter(line -> lot == null || lot.equals(line.goods().lot()))
                .toList();
        if (lot != null && meant.isEmpty()) {
            return Answers.stop(this, "putback.wrong-lot", lot, tote);
        }
        return meant.size() > 1
                ? Answers.warn(this, "putback.which")
                : carry(meant.getFirst().goods(), Quantity.ONE, lookup);
    }

    @Override
    public Decision<PutBackState> onChoice(String option, Lookup lookup) {
        return lines(lookup).stream()
                .filter(line -> key(line.goods()).equals(option))
                .findFirst()
                .map(line -> carry(line.goods(), line.quantity(), lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    private Decision<PutBackState> carry(Goods goods, Quantity units, Lookup lookup) {
        return Answers.note(new Carry(tote, goods, units), "putback.carried", units, Shown.item(goods.item(), lookup));
    }

    private List<PutBack.Line> lines(Lookup lookup) {
        return lookup.putBack(tote).map(PutBack::lines).orElse(List.of());
    }

    @Override
    public Decision<PutBackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(new ScanTote(), "putback.set-aside", tote)
                : Answers.noSuchKey(this);
    }

    /** Somebody else put the rest back, or another order's goods lie in it now. */
    @Override
    public Decision<PutBackState> onChanged(Lookup lookup) {
        return lines(lookup).isEmpty()
                ? Answers.note(new ScanTote(), "putback.nothing-left", tote)
                : Decision.quiet(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PutBackFlow.ID, "putback.scan-item", Text.of("putback.scan-item", tote), Command.BACK)
                .withHint(Text.of("putback.scan-item.hint"))
                .withOptions(
                        lines(lookup).stream().map(line -> option(line, lookup)).toList());
    }

    private static Screen.Option option(PutBack.Line line, Lookup lookup) {
        Text place = Carry.places(line.goods(), line.from(), lookup).stream()
                .findFirst()
                .map(location -> Text.of("putback.bring", location.code()))
                .orElseGet(() -> Text.of("putback.bring-anywhere"));
        return new Screen.Option(
                key(line.goods()),
                Text.of(
                        "putback.goods",
                        line.quantity(),
                        Shown.item(line.goods().item(), lookup)),
                line.goods().lot() == null
                        ? place
                        : Text.of("putback.lot", place, line.goods().lot()));
    }

    private static String key(Goods goods) {
        return "%s %s %s".formatted(goods.item(), goods.lotKey(), goods.expiryKey());
    }
}
