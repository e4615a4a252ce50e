package dev.dockhand.server.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** The text of a cell as a person sees it in the sheet, where that is what an import means. */
final class SheetCell {

    /** Formats of days that East Asian Excel has by number only. */
    private static final Pattern DAY_NUMBERS = Pattern.compile("14|15|16|17|22|2[7-9]|3[0-6]|5[0-8]");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");
    private static final Pattern DAY = Pattern.compile("[ymd년월일]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACES = Pattern.compile("[0-]*0{2}[0-]*");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int LONGEST = 30;
    private static final MathContext KEPT = new MathContext(15);
    private static final Set<String> NONE = Set.of("General", "@");

    private SheetCell() {}

    static String text(Cell cell) {
        Object value = cell.getValue();
        return switch (value) {
            case null -> cell.getFormula() == null ? "" : "=" + cell.getFormula();
            case BigDecimal number -> number(cell, number);
            case Boolean yes -> yes.toString();
            default ->
                ESCAPED.matcher(value.toString())
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(found.group(1), 16))));
        };
    }

    private static String number(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        if (isDay(cell.getDataFormatId(), format) && number.signum() > 0) {
            LocalDateTime time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.withNano(0).toString().replace('T', ' ');
        }
        if (Math.abs((long) number.precision() - number.scale()) > LONGEST) {
            return number.toString();
        }
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        String digits = plain.toPlainString();
        boolean whole = plain.scale() <= 0 && plain.signum() >= 0;
        // A number cell keeps fifteen digits; what it shows beyond them is zeros.
        if (whole && digits.length() > KEPT.getPrecision()) {
            return number.round(KEPT).toString();
        }
        String places =
                format == null ? "" : format.split(";", 2)[0].replace("\\", "").replace("\"", "");
        return whole && PLACES.matcher(places).matches() ? filled(digits, places) : digits;
    }

    private static boolean isDay(@Nullable Integer id, @Nullable String format) {
        if (id != null && DAY_NUMBERS.matcher(id.toString()).matches()) {
            return true;
        }
        return format != null
                && !NONE.contains(format)
                && DAY.matcher(QUOTED.matcher(format).replaceAll("")).find();
    }

    /** A number in a format of places, as 000-0000-0000: its leading zeros are typed ones that Excel hides in the format. */
    private static String filled(String digits, String places) {
        StringBuilder filled = new StringBuilder();
        int next = digits.length() - 1;
        for (int i = places.length() - 1; i >= 0; i--) {
            if (places.charAt(i) == '0') {
                filled.append(next >= 0 ? digits.charAt(next) : '0');
                next--;
            } else {
                filled.append(places.charAt(i));
            }
        }
        return (next >= 0 ? digits.substring(0, next + 1) : "") + filled.reverse();
    }
}
