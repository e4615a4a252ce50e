package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.measure.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Units of one item and lot are counted: each scan adds what it stands for, the quantity key sets the figure.
 *
 * @param receipt what was counted so far
 * @param count what is being counted
 */
record Counting(Receipt receipt, Count count) implements ReceivingState {

    @Override
    public Decision<ReceivingState> onScan(ScannedCode code, Lookup lookup) {
        List<Item> items = Found.items(code, lookup);
        if (items.isEmpty()) {
            return Answers.unwanted(this, code, lookup);
        }
        if (items.stream().noneMatch(item -> item.id().equals(count.item().id()))) {
            return Answers.warn(this, "receiving.confirm-first", count.quantity(), count.item());
        }
        if (differs(code)) {
            return Answers.warn(this, "receiving.other-lot", count.quantity(), count.item());
        }
        return add(Counts.units(code));
    }

    private boolean differs(ScannedCode code) {
        boolean otherLot = count.lot() != null && code.lot() != null && !Batch.isSame(code.lot(), count.lot());
        boolean otherDate = count.expiry() != null
                && code.expiry() != null
                && !code.expiry().equals(count.expiry());
        return otherLot || otherDate;
    }

    private Decision<ReceivingState> add(Quantity units) {
        if (count.quantity().units() + units.units() > Count.MOST) {
            return Answers.warn(this, "receiving.plate-full", Count.MOST);
        }
        Count more = count.withQuantity(count.quantity().plus(units));
        return Answers.note(new Counting(receipt, more), "receiving.count-or-confirm", more.quantity());
    }

    @Override
    public Decision<ReceivingState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case CONFIRM -> confirm(lookup);
            case QUANTITY -> Answers.note(new AskQuantity(receipt, count), "receiving.enter-quantity");
            case PROBLEM ->
                Answers.note(new AskReason(receipt, count, AskReason.Question.DAMAGED), "receiving.what-is-wrong");
            case BACK -> Answers.note(new ScanItem(receipt), "receiving.not-counted");
            default -> Answers.noSuchKey(this);
        };
    }

    private Decision<ReceivingState> confirm(Lookup lookup) {
        Receipt now = receipt.fresh(lookup);
        return now.isOver(count)
                ? Decision.show(
                        new AskReason(now, count, AskReason.Question.OVER),
                        Verdict.warn("receiving.over", count.item()))
                : Counts.record(now, count, lookup);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Quantity open = receipt.line(count.line()).map(receipt::open).orElse(count.quantity());
        List<Text> summary = new ArrayList<>();
        if (count.isDamaged()) {
            summary.add(Text.of("receiving.damaged"));
        }
        if (count.line() == 0) {
            summary.add(Text.of("receiving.not-announced"));
        }
        if (count.has(Count.OTHER_LOT)) {
            summary.add(Text.of("receiving.is-other-lot"));
        }
        if (count.has(Count.OTHER_EXPIRY)) {
            summary.add(Text.of("receiving.is-other-date"));
        }
        return Screen.of(
                        ReceivingFlow.ID,
                        "receiving.count",
                        Text.of("receiving.count", count.quantity(), count.item()),
                        Command.CONFIRM,
                        Command.QUANTITY,
                        Command.PROBLEM,
                        Command.BACK)
                .withHint(Text.of("receiving.count.hint"))
                .withCounting()
                .withItem(
                        Cards.of(count.item(), null, count.lot(), count.expiry()),
                        new Screen.Counter(count.quantity(), open))
                .withRows(receipt.rows(count.line(), lookup), summary);
    }
}
