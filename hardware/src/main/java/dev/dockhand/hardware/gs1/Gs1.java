package dev.dockhand.hardware.gs1;

import dev.dockhand.model.id.Gtin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GS1 data that was read and found right: its identifiers and values in the order of the symbol.
 *
 * @param elements the identifiers with their values
 * @param yearRead the year in which it was read; the century of two-digit years follows from it
 */
public record Gs1(List<Element> elements, int yearRead) implements Gs1Result {

    private static final BigDecimal GRAMS_A_KILOGRAM = new BigDecimal("1000");
    private static final BigDecimal GRAMS_A_POUND = new BigDecimal("453.59237");
    private static final BigDecimal GRAMS_A_TROY_OUNCE = new BigDecimal("31.1034768");

    /** Keeps its own copy. */
    public Gs1 {
        elements = List.copyOf(elements);
    }

    /**
     * One identifier and its value.
     *
     * @param ai the application identifier without brackets
     * @param value the value, without separator
     */
    public record Element(String ai, String value) {}

    /** The value of an identifier, or empty when it is not there. */
    public Optional<String> value(String ai) {
        for (Element element : elements) {
            if (element.ai().equals(ai)) {
                return Optional.of(element.value());
            }
        }
        return Optional.empty();
    }

    /** Identifier to value, in the order of the symbol. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        elements.forEach(element -> map.putIfAbsent(element.ai(), element.value()));
        return map;
    }

    /** The trade item: (01), or (03) for goods made to order, or (8006) for a piece of one. */
    public Optional<Gtin> gtin() {
        return value("01")
                .or(() -> value("03"))
                .or(() -> value("8006").map(piece -> piece.substring(0, 14)))
                .flatMap(Gtin::read);
    }

    /** The trade item that a logistic unit contains: (02). */
    public Optional<Gtin> contentGtin() {
        return value("02").flatMap(Gtin::read);
    }

    /** The license plate: (00). */
    public Optional<Sscc> sscc() {
        return value("00").flatMap(Sscc::read);
    }

    /** The batch or lot: (10). */
    public Optional<String> lot() {
        return value("10");
    }

    /** The serial number: (21). */
    public Optional<String> serial() {
        return value("21");
    }

    /** The last day of use: (17), or the day of (7003). */
    public Optional<LocalDate> expiry() {
        return date("17").or(() -> date("7003"));
    }

    /** The last day of best quality: (15). */
    public Optional<LocalDate> bestBefore() {
        return date("15");
    }

    /** The day of production: (11). */
    public Optional<LocalDate> produced() {
        return date("11");
    }

    /** A date in YYMMDD, the last day of the month where the day is 00. */
    public Optional<LocalDate> date(String ai) {
        return value(ai).flatMap(text -> Gs1Dates.read(text, yearRead));
    }

    /** How many: the count of items contained (37), or the variable count (30). */
    public Optional<Integer> count() {
        return value("37").or(() -> value("30")).map(Integer::valueOf);
    }

    /** The net weight in grams, exactly: (310n) kilograms, (320n) pounds or (356n) troy ounces. */
    public Optional<BigDecimal> netWeightGrams() {
        return measure("310")
                .map(GRAMS_A_KILOGRAM::multiply)
                .or(() -> measure("320").map(GRAMS_A_POUND::multiply))
                .or(() -> measure("356").map(GRAMS_A_TROY_OUNCE::multiply));
    }

    /** The gross weight in grams, exactly: (330n) kilograms or (340n) pounds. */
    public Optional<BigDecimal> grossWeightGrams() {
        return measure("330")
                .map(GRAMS_A_KILOGRAM::multiply)
                .or(() -> measure("340").map(GRAMS_A_POUND::multiply));
    }

    /**
     * A measure of which the last digit of the identifier tells the decimals.
     *
     * @param family the first three digits of the identifier, for instance {@code 310}
     */
    public Optional<BigDecimal> measure(String family) {
        return elements.stream()
                .filter(element -> element.ai().length() == 4 && element.ai().startsWith(family))
                .findFirst()
                .map(element -> new BigDecimal(element.value())
                        .movePointLeft(element.ai().charAt(3) - '0'));
    }

    /**
     * The element string that goes into a symbol after FNC1, with GS (1D) where a separator is due.
     *
     * @param table the identifiers, which tell where a separator is due
     */
    public String elementString(ApplicationIdentifiers table) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            boolean ends = table.named(element.ai())
                    .map(ApplicationIdentifier::predefinedLength)
                    .orElse(false);
            parts.add(element.ai() + element.value() + (ends || i == elements.size() - 1 ? "" : "\u001d"));
        }
        return String.join("", parts);
    }

    /** The form for people: identifiers in brackets. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        elements.forEach(
                element -> text.append('(').append(element.ai()).append(')').append(element.value()));
        return text.toString();
    }
}
