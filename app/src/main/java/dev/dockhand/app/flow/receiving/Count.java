package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Act.Condition;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Units that are being counted onto one plate; nothing is recorded yet.
 *
 * @param item item
 * @param line line of the notice, 0 when the item was not announced
 * @param lot lot, absent for items without lots or before it is known
 * @param expiry expiry date, absent where there is none or before it is known
 * @param quantity units so far
 * @param condition whether they can be sold
 * @param reason codes of why they are over, damaged, not announced, or of another lot or date than announced, joined by +; empty for none
 */
record Count(
        Item item,
        int line,
        @Nullable Lot lot,
        @Nullable LocalDate expiry,
        Quantity quantity,
        Condition condition,
        String reason) {

    /** More units than this are not on one plate. */
    static final int MOST = 99_999;

    static final String NOT_ANNOUNCED = "NOT_ANNOUNCED";
    static final String EXPIRED = "EXPIRED";
    static final String OTHER_LOT = "OTHER_LOT";
    static final String OTHER_EXPIRY = "OTHER_EXPIRY";

    boolean lacksLot() {
        return item.lotTracked() && lot == null;
    }

    boolean lacksExpiry() {
        return item.expiryTracked() && expiry == null;
    }

    boolean lacksConfirmation() {
        return line == 0 && !has(NOT_ANNOUNCED);
    }

    boolean isDamaged() {
        return condition == Condition.DAMAGED;
    }

    /** The item that a code names, where it is another one; absent where the code names none or this one. */
    Optional<Item> otherItem(ScannedCode code, Lookup lookup) {
        List<Item> named = Found.items(code, lookup);
        return named.stream().anyMatch(other -> other.id().equals(item.id()))
                ? Optional.empty()
                : named.stream().findFirst();
    }

    Count withLine(int notice) {
        return new Count(item, notice, lot, expiry, quantity, condition, reason);
    }

    Count withLot(Lot known) {
        return new Count(item, line, known, expiry, quantity, condition, reason);
    }

    Count withExpiry(LocalDate known) {
        return new Count(item, line, lot, known, quantity, condition, reason);
    }

    /** The same before its lot was known. */
    Count withoutLot() {
        return new Count(item, line, null, expiry, quantity, condition, reason);
    }

    /** The same before its date was known: nobody has said that they are damaged by then. */
    Count withoutExpiry() {
        String left = Stream.of(reason.split("\\+"))
                .filter(why -> !why.equals(EXPIRED))
                .collect(Collectors.joining("+"));
        return new Count(item, line, lot, null, quantity, Condition.GOOD, left);
    }

    Count withQuantity(Quantity units) {
        return new Count(item, line, lot, expiry, units, condition, reason);
    }

    Count damaged(String why) {
        return new Count(item, line, lot, expiry, quantity, Condition.DAMAGED, joined(why));
    }

    Count because(String why) {
        return new Count(item, line, lot, expiry, quantity, condition, joined(why));
    }

    /** Whether this is one of its reasons. */
    boolean has(String why) {
        return Set.of(reason.split("\\+")).contains(why);
    }

    private String joined(String why) {
        if (has(why)) {
            return reason;
        }
        return reason.isEmpty() ? why : reason + "+" + why;
    }
}
