package dev.dockhand.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number that the carrier knows the parcel by. People write it with hyphens or blanks between its groups; they are no
 * part of it.
 *
 * @param value 6 to 34 capitals and digits: twelve digits, S10 as RR123456785KR, 1Z…, 22 or 34 digits
 */
public record WaybillNumber(@JsonValue String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{6,34}");

    /** Checks the text; see {@link Identifier#checked}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WaybillNumber {
        value = Identifier.checked("waybill number", value, 60)
                .replaceAll("[ -]", "")
                .toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("waybill number is 6 to 34 letters and digits");
        }
    }

    /** As people read it, on the label and on the screen: digits in groups of four; with letters as the carrier writes it. */
    public String grouped() {
        return value.chars().allMatch(c -> c <= '9') ? value.replaceAll("(.{4})(?=.)", "$1-") : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
