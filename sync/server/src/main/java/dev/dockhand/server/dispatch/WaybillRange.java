package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;

/**
 * Numbers that a carrier's contract gives: all that its rule can make from the first to the last.
 *
 * @param carrier carrier
 * @param first first number, as the contract says it
 * @param last last number
 * @param check how they are built
 */
public record WaybillRange(CarrierCode carrier, WaybillNumber first, WaybillNumber last, CheckRule check) {

    /** Refuses numbers that the rule does not make, and ends that do not belong together. */
    public WaybillRange {
        CheckRule.Parts from = parts(check, first);
        CheckRule.Parts to = parts(check, last);
        if (!from.isLike(to) || from.serial() > to.serial()) {
            throw new IllegalArgumentException("from %s no counting leads to %s".formatted(first, last));
        }
    }

    private static CheckRule.Parts parts(CheckRule check, WaybillNumber number) {
        return check.read(number)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is no number of the rule %s, or its check digit is wrong".formatted(number, check)));
    }

    /** Serial of the first number. */
    public long low() {
        return parts(check, first).serial();
    }

    /** Serial of the last number. */
    public long high() {
        return parts(check, last).serial();
    }

    /** The number of a serial. */
    WaybillNumber number(long serial) {
        return check.number(parts(check, first), serial);
    }

    /** Whether a number is one of the serials from one to another. */
    boolean holds(WaybillNumber number, long from, long to) {
        CheckRule.Parts own = parts(check, first);
        return check.read(number)
                .filter(parts -> parts.isLike(own) && parts.serial() >= from && parts.serial() <= to)
                .isPresent();
    }

    /** Whether some number is in both. */
    public boolean overlaps(WaybillRange other) {
        return holds(other.first, low(), high()) || other.holds(first, other.low(), other.high());
    }
}
