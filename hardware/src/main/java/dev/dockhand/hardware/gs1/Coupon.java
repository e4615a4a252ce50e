package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.CheckDigit;
import org.jspecify.annotations.Nullable;

/**
 * The inner form of the North American coupon codes (8110) and (8112): digits, where one digit tells the length of the
 * part that follows it (GS1 US, North American Coupon Application Guideline).
 */
final class Coupon {

    private final CharSequence text;
    private final int to;
    private final int year;
    private int at;
    private boolean broken;

    Coupon(CharSequence text, int from, int to, int year) {
        this.text = text;
        this.at = from;
        this.to = to;
        this.year = year;
    }

    /** Reads a coupon code (8110). */
    @Nullable
    Gs1Reason coupon() {
        if (!CheckDigit.allDigits(text, at, to)) {
            return Gs1Reason.NOT_A_DIGIT;
        }
        sized('0', '6', 6);
        skip(6);
        sized('1', '5', 0);
        purchase();
        if (option('1')) {
            one("0123");
            purchase();
            owner();
        }
        if (option('2')) {
            purchase();
            owner();
        }
        dates();
        if (option('5')) {
            sized('0', '9', 6);
        }
        if (option('6')) {
            sized('1', '7', 6);
        }
        if (option('9')) {
            one("01256");
            one("012");
            skip(1);
            one("01");
        }
        return end();
    }

    /** Reads a positive offer file coupon (8112). */
    @Nullable
    Gs1Reason offer() {
        if (!CheckDigit.allDigits(text, at, to)) {
            return Gs1Reason.NOT_A_DIGIT;
        }
        one("01");
        sized('0', '6', 6);
        skip(6);
        sized('0', '9', 6);
        return end();
    }

    private @Nullable Gs1Reason end() {
        return broken || at != to ? Gs1Reason.FORM : null;
    }

    /** What must be bought: its amount, the kind of amount, and the family code. */
    private void purchase() {
        sized('1', '5', 0);
        one("012349");
        skip(3);
    }

    /** Whose goods must be bought; 9 means those of the first company. */
    private void owner() {
        if (at < to && text.charAt(at) == '9') {
            at++;
        } else {
            sized('0', '6', 6);
        }
    }

    private void dates() {
        int expiry = option('3') ? date() : -1;
        int start = option('4') ? date() : -1;
        if (!broken && expiry >= 0 && start >= 0) {
            broken = text.subSequence(start, start + 6)
                            .toString()
                            .compareTo(text.subSequence(expiry, expiry + 6).toString())
                    > 0;
        }
    }

    private int date() {
        int start = at;
        skip(6);
        broken = broken || !Gs1Dates.isDate(text, start, year, false);
        return start;
    }

    private boolean option(char mark) {
        if (broken || at >= to || text.charAt(at) != mark) {
            return false;
        }
        at++;
        return true;
    }

    private void one(String allowed) {
        if (at >= to || allowed.indexOf(text.charAt(at)) < 0) {
            broken = true;
        }
        at++;
    }

    private void sized(char least, char most, int more) {
        if (broken || at >= to || text.charAt(at) < least || text.charAt(at) > most) {
            broken = true;
            return;
        }
        int length = text.charAt(at) - '0' + more;
        at++;
        skip(length);
    }

    private void skip(int length) {
        at += length;
        broken = broken || at > to;
    }
}
