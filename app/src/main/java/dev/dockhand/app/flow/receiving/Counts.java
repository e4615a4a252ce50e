package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.PlateLabel;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Plate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** From the first scan of an item to its plate. */
final class Counts {

    /** No goods are announced with a longer life, and none are older. */
    private static final int YEARS_AHEAD = 20;

    private static final int YEARS_BACK = 10;

    private Counts() {}

    /** An item was identified: what the code tells is taken from it. */
    static Decision<ReceivingState> begin(Receipt receipt, Item item, ScannedCode code, Lookup lookup) {
        Count count = new Count(item, 0, null, null, units(code), Act.Condition.GOOD, "");
        if (item.lotTracked() && code.lot() != null) {
            count = count.withLot(Batch.spelled(code.lot(), receipt, item, lookup));
        }
        if (!item.expiryTracked() || code.expiry() == null) {
            return next(receipt, count, lookup);
        }
        return dated(receipt, count, code.expiry(), new ScanItem(receipt), lookup);
    }

    /** Units that a scan stands for: one, or as many as the code says. */
    static Quantity units(ScannedCode code) {
        Integer count = code.count();
        return count != null && count >= 1 && count <= Count.MOST ? Quantity.of(count) : Quantity.ONE;
    }

    /** The expiry date is known now, if it can be one; goods that have expired are damaged. */
    static Decision<ReceivingState> dated(
            Receipt receipt, Count count, LocalDate expiry, ReceivingState otherwise, Lookup lookup) {
        LocalDate today = lookup.today();
        if (expiry.isAfter(today.plusYears(YEARS_AHEAD)) || expiry.isBefore(today.minusYears(YEARS_BACK))) {
            return Answers.warn(otherwise, "receiving.date-not-plausible", expiry);
        }
        Count dated = count.withExpiry(expiry);
        if (!lookup.isExpired(expiry)) {
            return next(receipt, dated, lookup);
        }
        Decision<ReceivingState> next = next(receipt, dated.damaged(Count.EXPIRED), lookup);
        return Decision.show(next.next(), Verdict.warn("receiving.expired", expiry));
    }

    /** The lot is known now. */
    static Decision<ReceivingState> ofLot(Receipt receipt, Count count, Lot lot, Lookup lookup) {
        return next(receipt, count.withLot(Batch.spelled(lot, receipt, count.item(), lookup)), lookup);
    }

    /** The next thing that must be known before units are counted. */
    static Decision<ReceivingState> next(Receipt receipt, Count count, Lookup lookup) {
        Count lined = count.withLine(receipt.lineFor(count).map(Asn.Line::line).orElse(0));
        if (lined.lacksConfirmation()) {
            return Answers.warn(new Unannounced(receipt, lined), "receiving.unannounced", lined.item());
        }
        if (lined.lacksLot()) {
            return Answers.note(AskLot.of(receipt, lined), "receiving.lot-needed");
        }
        if (ConfirmOther.Difference.isOtherLot(receipt, lined)) {
            return Answers.warn(
                    new ConfirmOther(receipt, lined, ConfirmOther.Difference.LOT),
                    "receiving.other-lot-than-announced");
        }
        if (lined.lacksExpiry()) {
            return Answers.note(new AskExpiry(receipt, lined), "receiving.expiry-needed");
        }
        if (ConfirmOther.Difference.isOtherExpiry(receipt, lined, lookup)) {
            return Answers.warn(
                    new ConfirmOther(receipt, lined, ConfirmOther.Difference.EXPIRY),
                    "receiving.other-date-than-known");
        }
        return Answers.note(new Counting(receipt, lined), "receiving.count-or-confirm", lined.quantity());
    }

    /** The count is right: one plate, one label. */
    static Decision<ReceivingState> record(Receipt receipt, Count count, Lookup lookup) {
        Plate plate = new Plate(
                lookup.nextPlate(),
                new Goods(count.item().id(), count.lot(), count.expiry()),
                count.quantity(),
                count.condition());
        Act.GoodsReceived act = new Act.GoodsReceived(
                receipt.asn().id(),
                count.line(),
                plate.goods(),
                plate.quantity(),
                plate.condition(),
                plate.plate(),
                count.reason());
        Movement movement = new Movement(plate.goods(), plate.quantity(), Place.SUPPLIER, Place.of(plate.plate()));
        Receipt after = receipt.plus(act, plate);
        return Decision.<ReceivingState>did(
                        new ScanItem(after),
                        verdict(after, count, plate),
                        List.of(Drafts.free(lookup, act, List.of(movement))))
                .with(PlateLabel.print(plate, receipt.asn().id().name(), lookup));
    }

    private static Verdict verdict(Receipt after, Count count, Plate plate) {
        if (count.isDamaged()) {
            return Verdict.warn("receiving.counted-damaged", count.quantity(), count.item(), plate.plate());
        }
        Optional<Asn.Line> line = after.line(count.line());
        Quantity over = line.filter(l -> after.received(l).isMoreThan(l.expected()))
                .map(l -> after.received(l).minus(l.expected()))
                .orElse(Quantity.ZERO);
        if (!over.isZero()) {
            return Verdict.warn("receiving.counted-over", count.quantity(), count.item(), plate.plate(), over);
        }
        if (line.isEmpty() || count.has(Count.OTHER_LOT) || count.has(Count.OTHER_EXPIRY)) {
            return Verdict.warn("receiving.counted-differs", count.quantity(), count.item(), plate.plate());
        }
        return after.open(line.get()).isZero()
                ? Verdict.done("receiving.line-complete", count.quantity(), count.item(), plate.plate())
                : Verdict.good("receiving.counted", count.quantity(), count.item(), plate.plate());
    }
}
