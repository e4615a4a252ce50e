package dev.dockhand.app.ui.texts;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as people read them in both languages: thousands in groups, 99,999 and 1,833.5. */
public final class Grouped {

    private static final int FIRST_OF_TWO_GROUPS = 1000;

    private Grouped() {}

    /** A whole number. */
    public static String of(long figure) {
        boolean isOneGroup = figure > -FIRST_OF_TWO_GROUPS && figure < FIRST_OF_TWO_GROUPS;
        // Every line of a list has two, with each scan.
        return isOneGroup ? Long.toString(figure) : String.format(Locale.ROOT, "%,d", figure);
    }

    /** A number with the decimals that it has. */
    public static String of(BigDecimal figure) {
        DecimalFormat form = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        form.setMinimumFractionDigits(Math.max(0, figure.scale()));
        form.setMaximumFractionDigits(Math.max(0, figure.scale()));
        return form.format(figure);
    }
}
