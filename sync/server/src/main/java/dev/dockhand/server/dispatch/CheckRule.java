package dev.dockhand.server.dispatch;

import dev.dockhand.model.id.WaybillNumber;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a carrier builds its numbers: what stays, the serial that counts up, the digit that proves both. To add one to a whole number
 * makes a number that the carrier's scanners refuse.
 */
public enum CheckRule {
    /** Nothing is proved: the last digits, at most 15, count up. */
    NONE("([A-Z0-9]*?)([0-9]{1,15})", body -> -1),
    /** CJ Logistics: twelve digits, the last of which is what the nine before it leave at a division by seven. */
    CJ("([0-9]{2})([0-9]{9})([0-9])", body -> sevenths(body.substring(2))),
    /** Hanjin, Lotte and DHL Express: ten or twelve digits, the last of which is what all before it leave at a division by seven. */
    MOD7("()([0-9]{9}|[0-9]{11})([0-9])", CheckRule::sevenths),
    /** Postal items of all countries: two letters, eight digits, a weighted sum, the country. */
    S10("([A-Z]{2})([0-9]{8})([0-9])([A-Z]{2})", body -> postal(body.substring(2))),
    /** UPS: 1Z, account and service stay, seven digits count up. */
    UPS("(1Z[A-Z0-9]{8})([0-9]{7})([0-9])", body -> ups(body.substring(2))),
    /** FedEx Express: twelve digits. */
    FEDEX("()([0-9]{11})([0-9])", CheckRule::express),
    /** FedEx Ground: fifteen digits. */
    FEDEX_GROUND("()([0-9]{14})([0-9])", CheckRule::ground);

    private final Pattern shape;
    private final ToIntFunction<String> digit;

    CheckRule(String shape, ToIntFunction<String> digit) {
        this.shape = Pattern.compile(shape);
        this.digit = digit;
    }

    /**
     * A number taken apart.
     *
     * @param head what stands before the serial
     * @param serial what counts up
     * @param digits how many digits it has
     * @param tail what stands behind the digit that proves
     */
    record Parts(String head, long serial, int digits, String tail) {

        /** Whether both count up in the same way. */
        boolean isLike(Parts other) {
            return head.equals(other.head) && digits == other.digits && tail.equals(other.tail);
        }
    }

    /** Takes a number apart; nothing where it has another shape or its digit proves it wrong. */
    Optional<Parts> read(WaybillNumber number) {
        Matcher matcher = shape.matcher(number.value());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String serial = matcher.group(2);
        String tail = matcher.groupCount() > 3 ? matcher.group(4) : "";
        Parts parts = new Parts(matcher.group(1), Long.parseLong(serial), serial.length(), tail);
        return Optional.of(parts).filter(read -> number(read, read.serial()).equals(number));
    }

    /** The number of a serial, with the digit that proves it. */
    WaybillNumber number(Parts like, long serial) {
        String body = like.head() + "%0".concat(like.digits() + "d").formatted(serial);
        int check = digit.applyAsInt(body);
        return new WaybillNumber(body + (check < 0 ? "" : check) + like.tail());
    }

    private static int sevenths(String digits) {
        return (int) (Long.parseLong(digits) % 7);
    }

    private static int postal(String digits) {
        int[] weights = {8, 6, 4, 2, 3, 5, 9, 7};
        int check = 11 - sum(digits, weights) % 11;
        return check == 10 ? 0 : check == 11 ? 5 : check;
    }

    private static int ups(String text) {
        String digits = text.chars()
                .map(c -> Character.isDigit(c) ? c - '0' : (c - 63) % 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
        return tenComplement(sum(digits, 1, 2));
    }

    private static int express(String digits) {
        return sum(digits, 3, 1, 7) % 11 % 10;
    }

    private static int ground(String digits) {
        return tenComplement(sum(new StringBuilder(digits).reverse().toString(), 3, 1));
    }

    private static int tenComplement(int sum) {
        return (10 - sum % 10) % 10;
    }

    private static int sum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * weights[i % weights.length];
        }
        return sum;
    }
}
