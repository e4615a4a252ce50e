package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.field.Field;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.NormalText;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.site.Warehouse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a row as types, and says which one is wrong. */
final class Fields {

    private static final int LONGEST_NUMBER = 9;
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1_000_000);
    private static final int MOST_DECIMALS = 3;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    private final Row row;
    private final Whole whole;
    private final List<Notice> notices;

    /**
     * The fields of a row.
     *
     * @param notices takes what was read otherwise than it stands there
     */
    Fields(Row row, Whole whole, List<Notice> notices) {
        this.row = row;
        this.whole = whole;
        this.notices = notices;
    }

    /**
     * What counts for every row of a file.
     *
     * @param zone of the warehouse, for times that name none
     * @param brand of the rows that name none; absent where every row must
     */
    record Whole(Warehouse warehouse, @Nullable BrandId brand, Set<BrandId> brands) {}

    /** A text that a spreadsheet may have changed. */
    @FunctionalInterface
    private interface Reader {
        Spreadsheet.Meant read(String text) throws Spreadsheet.DamagedException;
    }

    long line() {
        return row.line();
    }

    BadFieldException bad(String column, String code, String message) {
        return new BadFieldException(row.line(), column, code, message);
    }

    /** A field with its value cannot be; secrets and people are left out of the words. */
    BadFieldException wrong(String column, String code, String message) {
        return bad(column, code, Shown.of(column, row.text(column)) + " " + message);
    }

    void notice(String column, String code, String readAs, String message) {
        notices.add(new Notice(
                row.line(),
                column,
                code,
                "%s was read as %s: %s"
                        .formatted(Shown.of(column, row.text(column)), Shown.of(column, readAs), message)));
    }

    private String meant(String column, Reader reader) throws BadFieldException {
        return meant(column, row.text(column), reader);
    }

    private String meant(String column, String text, Reader reader) throws BadFieldException {
        try {
            Spreadsheet.Meant meant = reader.read(text);
            if (meant.isRepaired()) {
                notice(column, meant.code(), meant.text(), meant.message());
            }
            return meant.text();
        } catch (Spreadsheet.DamagedException e) {
            throw wrong(column, e.code(), String.valueOf(e.getMessage()));
        }
    }

    /** Refuses a row that says other things of the same whole than its first row does; an empty field says nothing. */
    void refuseUnlike(Fields first, String whole, List<String> columns) throws BadFieldException {
        for (String column : columns) {
            String text = NormalText.line(row.text(column));
            if (!text.isEmpty() && !text.equals(NormalText.line(first.row.text(column)))) {
                throw bad(column, "ROWS_DIFFER", "is not what the first row of the same %s says".formatted(whole));
            }
        }
    }

    /** A line of free text of bounded length, line breaks and tabs as blanks; may be empty. */
    String optionalText(String column, int longest) throws BadFieldException {
        return bounded(column, meant(column, Spreadsheet::text), longest);
    }

    private String bounded(String column, String text, int longest) throws BadFieldException {
        if (text.length() > longest) {
            throw bad(
                    column, "TOO_LONG", "has %d characters, at most %d are allowed".formatted(text.length(), longest));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw bad(column, "CONTROL_CHARACTER", "holds a control character");
        }
        return text;
    }

    String text(String column, int longest) throws BadFieldException {
        String text = optionalText(column, longest);
        if (text.isEmpty()) {
            throw bad(column, "MISSING", "is empty");
        }
        return text;
    }

    /** A short text that names something, as a badge or a routing code, in the normal form of identifiers; may be empty. */
    String optionalCode(String column, int longest) throws BadFieldException {
        String text = meant(column, Spreadsheet::identifier);
        if (text.isEmpty()) {
            return "";
        }
        String code = bounded(column, made(column, text, NormalText::identifier), longest);
        noticeForm(column, code);
        return code;
    }

    String code(String column, int longest) throws BadFieldException {
        String text = optionalCode(column, longest);
        if (text.isEmpty()) {
            throw bad(column, "MISSING", "is empty");
        }
        return text;
    }

    /** Several codes with blanks between them. */
    List<String> codes(String column, int longest) throws BadFieldException {
        List<String> codes = new ArrayList<>();
        for (String part : meant(column, Spreadsheet::text).split(" ")) {
            if (!part.isEmpty()) {
                String code = meant(column, part, Spreadsheet::identifier);
                codes.add(bounded(column, made(column, code, NormalText::identifier), longest));
            }
        }
        noticeForm(column, String.join(" ", codes));
        return codes;
    }

    /** An identifier, checked by its own type. */
    <T extends Identifier> T id(String column, Function<String, T> type) throws BadFieldException {
        String text = meant(column, Spreadsheet::identifier);
        if (text.isEmpty()) {
            throw bad(column, "MISSING", "is empty");
        }
        T id = made(column, text, type);
        noticeForm(column, id.value());
        return id;
    }

    /** Says where a text holds another character than it seems to. */
    private void noticeForm(String column, String readAs) {
        String told = row.text(column).strip();
        NormalText.stranger(told)
                .filter(name -> !told.equals(readAs))
                .ifPresent(name -> notice(column, "NORMAL_FORM", readAs, "it holds " + name));
    }

    private <T> T made(String column, String text, Function<String, T> type) throws BadFieldException {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(column, "BAD_VALUE", "is refused: " + e.getMessage());
        }
    }

    /** Whose thing the row is about. */
    BrandId brand() throws BadFieldException {
        BrandId named = optionalId("brand", BrandId::new);
        BrandId brand = named == null ? whole.brand() : named;
        if (brand == null) {
            throw bad("brand", "MISSING", "is empty, and no brand was told for the whole file");
        }
        if (!whole.brands().contains(brand)) {
            throw wrong("brand", "UNKNOWN_BRAND", "is none that you may import for; it has to be made first");
        }
        return brand;
    }

    /** The item of a brand that the row names. */
    ItemId item(BrandId brand) throws BadFieldException {
        return ItemId.of(brand, id("sku", Sku::new));
    }

    /** Some goods of a brand: item, lot and expiry date. */
    Goods goods(BrandId brand) throws BadFieldException {
        return new Goods(item(brand), optionalId("lot", Lot::new), optionalDate("expiry"));
    }

    <T extends Identifier> @Nullable T optionalId(String column, Function<String, T> type) throws BadFieldException {
        return NormalText.line(row.text(column)).isEmpty() ? null : id(column, type);
    }

    /** The phone number of a person, with the zero that a spreadsheet took off a mobile number. */
    String phone(String column) throws BadFieldException {
        String text = contact(column);
        return switch (Contacts.phone(text)) {
            case GOOD -> made(column, text, Field.PHONE::normal);
            case MOBILE_WITHOUT_ZERO -> {
                notice(column, "ZERO_BACK", "0" + text, "a mobile number begins with 010");
                yield "0" + text;
            }
            case WITHOUT_ZERO ->
                throw wrong(
                        column,
                        "LOST_ZERO",
                        "begins with no zero and no +: a spreadsheet takes zeros off; format the column as text and"
                                + " enter it again, foreign numbers with + and country");
            case BAD -> throw wrong(column, "BAD_VALUE", "is no phone number: 7 to 15 digits, blanks and hyphens");
        };
    }

    String postcode(String column) throws BadFieldException {
        String text = contact(column).toUpperCase(Locale.ROOT);
        return switch (Contacts.postcode(text)) {
            case GOOD -> made(column, text, Field.POSTCODE::normal);
            case SHORT ->
                throw wrong(
                        column,
                        "LOST_ZERO",
                        "has fewer digits than the five of a Korean postcode: a spreadsheet takes zeros off; format the"
                                + " column as text and enter it again");
            case BAD -> throw wrong(column, "BAD_VALUE", "is no postcode: five digits, or letters, digits and hyphens");
        };
    }

    private String contact(String column) throws BadFieldException {
        String text = meant(column, Spreadsheet::identifier);
        if (text.isEmpty()) {
            throw bad(column, "MISSING", "is empty");
        }
        String contact = made(column, text, NormalText::identifier);
        noticeForm(column, contact);
        return contact;
    }

    boolean yes(String column) throws BadFieldException {
        return switch (optionalCode(column, 10).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(column, "BAD_VALUE", "must be true or false");
        };
    }

    int number(String column, int least, int most) throws BadFieldException {
        String text = meant(column, Spreadsheet::number);
        if (!text.matches("-?[0-9]{1," + LONGEST_NUMBER + "}")) {
            throw wrong(column, "BAD_NUMBER", "is no whole number");
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw bad(column, "OUT_OF_RANGE", "must be %,d to %,d".formatted(least, most));
        }
        return number;
    }

    @Nullable
    Integer optionalNumber(String column, int least, int most) throws BadFieldException {
        return NormalText.line(row.text(column)).isEmpty() ? null : number(column, least, most);
    }

    Quantity quantity(String column, int least) throws BadFieldException {
        return Quantity.of(number(column, least, 1_000_000));
    }

    @Nullable
    Grams optionalGrams(String column) throws BadFieldException {
        String told = meant(column, Spreadsheet::identifier);
        if (told.isEmpty()) {
            return null;
        }
        if (told.matches("\\d{1,3},\\d{3}")) {
            throw wrong(column, "TWO_READINGS", "can be thousands or decimals; write it without the comma");
        }
        String text = told.matches("\\d+,\\d{1,2}") ? told.replace(',', '.') : told;
        if (!text.equals(told)) {
            notice(column, "DECIMALS", text, "a comma before one or two digits is a decimal point");
        }
        if (!text.matches("[0-9]{1,7}(\\.[0-9]{1," + MOST_DECIMALS + "})?")
                || new BigDecimal(text).compareTo(HEAVIEST) > 0) {
            throw wrong(column, "BAD_NUMBER", "must be grams, for instance 655 or 12.5, at most 1,000,000");
        }
        return new Grams(new BigDecimal(text));
    }

    /** An expiry is sorted as text, and work of another age would never come up. */
    LocalDate date(String column) throws BadFieldException {
        String text = meant(column, Spreadsheet::text);
        refuseSerial(column, text);
        LocalDate date = Days.day(text)
                .orElseThrow(() -> wrong(column, "BAD_DATE", "is no date, or one with two readings: write 2026-11-23"));
        refuseOtherAge(column, "BAD_DATE", date.getYear());
        if (!text.equals(date.toString())) {
            notice(column, "DATE_READ", date.toString(), "that is its only reading");
        }
        return date;
    }

    private void refuseSerial(String column, String text) throws BadFieldException {
        if (Days.isSerial(text)) {
            throw wrong(
                    column,
                    "SERIAL_DATE",
                    "is how a spreadsheet counts days, %s if from 1900; write it as a date"
                            .formatted(Days.ofSerial(text)));
        }
    }

    private void refuseOtherAge(String column, String code, int year) throws BadFieldException {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw bad(column, code, "must be of the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
        }
    }

    @Nullable
    LocalDate optionalDate(String column) throws BadFieldException {
        return NormalText.line(row.text(column)).isEmpty() ? null : date(column);
    }

    @Nullable
    Instant optionalTime(String column) throws BadFieldException {
        return NormalText.line(row.text(column)).isEmpty() ? null : time(column);
    }

    /** A time; where it names no offset, that of the warehouse. */
    private Instant time(String column) throws BadFieldException {
        String text = meant(column, Spreadsheet::text);
        refuseSerial(column, text);
        Instant time = Days.time(text, whole.warehouse().zone())
                .orElseThrow(() -> wrong(column, "BAD_TIME", "must be a time like 2026-11-23T16:00:00+09:00"));
        refuseOtherAge(column, "BAD_TIME", time.atZone(whole.warehouse().zone()).getYear());
        if (!text.matches(".*(?:Z|[+-]\\d{2}:?\\d{2})")) {
            notice(
                    column,
                    "TIME_READ",
                    time.atZone(whole.warehouse().zone()).toOffsetDateTime().toString(),
                    "in the warehouse's zone");
        }
        return time;
    }

    <E extends Enum<E>> E choice(String column, Class<E> type) throws BadFieldException {
        String text = optionalCode(column, 40).toUpperCase(Locale.ROOT);
        // UNKNOWN stands for what a station cannot read; nobody means it.
        List<E> choices = Stream.of(type.getEnumConstants())
                .filter(choice -> !choice.name().equals("UNKNOWN"))
                .toList();
        return choices.stream()
                .filter(choice -> choice.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(column, "BAD_VALUE", "must be one of " + choices));
    }
}
