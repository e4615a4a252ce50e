package dev.dockhand.hardware.label;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Element strings of a GS1-128 symbol, from the form that people read: {@code (00)...(10)...}. */
final class Gs1Text {
    private static final Pattern ELEMENT = Pattern.compile("\\(([0-9]{2,4})\\)([^()]+)");

    /** First two digits of the identifiers whose length is fixed by the standard, so that no separator follows. */
    private static final Set<String> FIXED = Set.of(
            "00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "31", "32", "33",
            "34", "35", "36", "41");

    private Gs1Text() {}

    /** The content with FNC1 in front and after each element of variable length that is not the last. */
    static String withSeparators(String bracketed) throws LabelException {
        StringBuilder text = new StringBuilder().append(Code128.FNC1);
        Matcher element = ELEMENT.matcher(bracketed);
        int at = 0;
        while (at < bracketed.length()) {
            if (!element.find(at) || element.start() != at) {
                throw new LabelException("", "GS1-128 content has identifiers in brackets, as in (00)... or (10)...");
            }
            text.append(element.group(1)).append(element.group(2));
            at = element.end();
            if (at < bracketed.length() && !FIXED.contains(element.group(1).substring(0, 2))) {
                text.append(Code128.FNC1);
            }
        }
        if (text.length() == 1) {
            throw new LabelException("", "a GS1-128 needs at least one identifier");
        }
        return text.toString();
    }
}
