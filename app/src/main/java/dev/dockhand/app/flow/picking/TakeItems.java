package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * At the right place: each scan of the item is one unit in the tote.
 *
 * @param pick the list in hand
 * @param tote the tote in hand
 * @param line the line that is being picked
 * @param here whether its place was scanned for this line, so that a short may be told
 * @param proved whether one unit of it was scanned here, so that the quantity key may count the rest
 */
record TakeItems(Pick pick, ToteCode tote, PickLine line, boolean here, boolean proved) implements PickState {

    @Override
    public Pick inHand() {
        return pick;
    }

    @Override
    public Decision<PickState> onScan(ScannedCode code, Lookup lookup) {
        List<Item> items = Found.items(code, lookup);
        if (items.stream().noneMatch(item -> item.id().equals(line.item()))) {
            return items.isEmpty() ? notAnItem(code, lookup) : wrongItem(items, code, lookup);
        }
        if (code.lot() != null
                && line.goods().lot() != null
                && !code.lot().equals(line.goods().lot())) {
            return Answers.stop(
                    this, "picking.wrong-lot", code.lot(), line.goods().lot());
        }
        LocalDate expiry = code.expiry() == null ? line.goods().expiry() : code.expiry();
        if (expiry != null && lookup.isExpired(expiry)) {
            return Answers.stop(this, "picking.expired", Shown.item(line.item(), lookup), expiry);
        }
        Decision<PickState> taken = Picks.take(this, Quantity.ONE, lookup);
        Integer count = code.count();
        boolean goesOn = taken.next() instanceof TakeItems next && next.line().equals(line);
        return goesOn && count != null && count > 1
                ? Decision.did(taken.next(), Verdict.good("picking.one-of-case", count), taken.acts())
                : taken;
    }

    private Decision<PickState> wrongItem(List<Item> scanned, ScannedCode code, Lookup lookup) {
        Object wanted = Shown.item(line.item(), lookup);
        return scanned.size() == 1
                ? Answers.stop(this, "picking.wrong-item", scanned.getFirst(), wanted)
                : Answers.stop(this, "picking.wrong-item", Shown.of(code), wanted);
    }

    private Decision<PickState> notAnItem(ScannedCode code, Lookup lookup) {
        Optional<Location> place = Codes.location(code).flatMap(lookup::location);
        if (place.isPresent()) {
            return place.get().code().equals(line.location())
                    ? Answers.note(
                            new TakeItems(pick, tote, line, true, proved), "picking.already-here", line.location())
                    : Answers.warn(this, "picking.line-not-done", line.location());
        }
        if (Codes.says(code, tote.value())) {
            return Answers.note(this, "picking.tote-is-right", tote);
        }
        return Answers.unwanted(this, code, lookup, "picking.item-wanted");
    }

    @Override
    public Decision<PickState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case QUANTITY ->
                proved
                        ? Answers.note(new PickQuantity(this), "picking.enter-quantity", pick.open(line))
                        : Answers.warn(this, "picking.scan-one-first");
            case PROBLEM ->
                here
                        ? PickElsewhere.orProblem(pick, tote, line, this, lookup)
                        : Answers.note(new ScanPlace(pick, tote, line), "picking.place-before-short", line.location());
            case BACK -> Answers.note(new ScanPlace(pick, tote, line), "picking.back-to-place", line.location());
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        Command[] keys = proved
                ? new Command[] {Command.QUANTITY, Command.PROBLEM, Command.BACK}
                : new Command[] {Command.PROBLEM, Command.BACK};
        Text instruction = Text.of("picking.take", pick.open(line), Shown.item(line.item(), lookup));
        return withLine(
                Screen.of(PickingFlow.ID, "picking.take", instruction, keys)
                        .withHint(Text.of(proved ? "picking.take.proved" : "picking.take.hint"))
                        .withCounting(),
                pick,
                line,
                lookup);
    }

    /** With the card of the line, the counter and the list at the side. */
    static Screen withLine(Screen screen, Pick pick, PickLine line, Lookup lookup) {
        Screen listed = screen.withRows(pick.rows(lookup), pick.summary());
        Screen.Counter counter = new Screen.Counter(pick.picked(line), line.quantity());
        return lookup.item(line.item())
                .map(item -> listed.withItem(
                        Cards.of(
                                item,
                                line.location().value(),
                                line.goods().lot(),
                                line.goods().expiry()),
                        counter))
                .orElse(listed);
    }
}
