package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.model.id.ItemId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Foreign text made fit for a screen: short, on one line, without control characters. */
public final class Shown {

    private static final int LONGEST = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private Shown() {}

    /** A scanned code as the operator may see it. */
    public static String of(ScannedCode code) {
        return of(code.text());
    }

    /** Text as the operator may see it: at most 40 characters, control characters as a dot. */
    public static String of(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        StringBuilder shown = new StringBuilder();
        text.substring(0, end).codePoints().forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : '·'));
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }

    /** The item where the catalogue has it, so that its name shows in the operator's language; else its SKU. */
    public static Object item(ItemId id, Lookup lookup) {
        return lookup.item(id).<Object>map(item -> item).orElse(id);
    }

    /** A moment by the clock in this warehouse; with its day where that is another one. */
    public static String clock(Instant at, Lookup lookup) {
        LocalDateTime local = lookup.local(at);
        DateTimeFormatter form = local.toLocalDate().equals(lookup.today()) ? TIME : DAY_AND_TIME;
        return form.withLocale(Locale.ROOT).format(local);
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
