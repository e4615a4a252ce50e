package dev.dockhand.model.field;

import dev.dockhand.model.id.AsnNumber;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.NormalText;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a field may hold and which form it is kept in; whoever takes, prints or scans one asks here. */
public enum Field {
    /** The carrier's number: letters and digits, without the hyphens that people write. */
    WAYBILL(text -> new WaybillNumber(text).value()),
    /** An order as the shop calls it. */
    ORDER(text -> new OrderNumber(text).value()),
    /** One kind of item. */
    SKU(text -> new Sku(text).value()),
    /** A batch. */
    LOT(text -> new Lot(text).value()),
    /** An advance shipping notice. */
    ASN(text -> new AsnNumber(text).value()),
    /** A place. */
    LOCATION(text -> new LocationCode(text).value()),
    /** A container. */
    TOTE(text -> new ToteCode(text).value()),
    /** A phone number as dialled: digits, a plus in front, one kind of dash. */
    PHONE(Field::phone),
    /** A postcode: five digits in Korea, letters and digits elsewhere, without the mark 〒. */
    POSTCODE(Field::postcode),
    /** A name or an address: one line. */
    LINE(NormalText::line);

    private static final Pattern PHONE_FORM =
            Pattern.compile("\\+?[0-9(][0-9 ().~-]{1,29}(?: ?(?:#|x|ext\\.?|내선) ?[0-9]{1,6})?");
    private static final int PHONE_DIGITS = 3;
    private static final Pattern POSTCODE_FORM = Pattern.compile("[0-9]{5,9}|(?=.*[A-Z-])[A-Z0-9][A-Z0-9 -]{2,10}");
    private static final String POSTAL_MARKS = "[\u3012\u3020\u3036]";

    private final UnaryOperator<String> rule;

    Field(UnaryOperator<String> rule) {
        this.rule = rule;
    }

    /**
     * The one form of a text in this field.
     *
     * @param text as typed, scanned or read
     * @throws IllegalArgumentException that says what is wrong with it, without the text
     */
    public String normal(String text) {
        return rule.apply(text);
    }

    private static String phone(String text) {
        String phone = NormalText.identifier(text);
        if (!PHONE_FORM.matcher(phone).matches()
                || phone.chars().filter(Character::isDigit).count() < PHONE_DIGITS) {
            throw new IllegalArgumentException("a phone number is digits with blanks, brackets or dashes between them");
        }
        return phone;
    }

    private static String postcode(String text) {
        String postcode =
                NormalText.identifier(text.replaceAll(POSTAL_MARKS, "")).toUpperCase(Locale.ROOT);
        if (!POSTCODE_FORM.matcher(postcode).matches()) {
            throw new IllegalArgumentException(
                    "a postcode is five digits in Korea, elsewhere 3 to 11 letters, digits and hyphens");
        }
        return postcode;
    }
}
