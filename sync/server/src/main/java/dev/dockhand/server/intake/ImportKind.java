package dev.dockhand.server.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be imported, with its columns. */
public enum ImportKind {
    ITEMS(
            "sku",
            List.of(
                    "brand",
                    "sku",
                    "name_ko",
                    "name_en",
                    "barcodes",
                    "lot_tracked",
                    "expiry_tracked",
                    "unit_grams",
                    "note",
                    "picture")),
    LOCATIONS("code", List.of("code", "zone", "kind", "walk")),
    OPERATORS("operator", List.of("operator", "name", "badge", "pin", "role", "active")),
    ASNS("asn", List.of("brand", "asn", "supplier", "expected_on", "line", "sku", "lot", "expiry", "quantity")),
    ORDERS(
            "order",
            List.of(
                    "brand",
                    "order",
                    "carrier",
                    "service",
                    "cut_off",
                    "sender_name",
                    "sender_phone",
                    "sender_postcode",
                    "sender_address",
                    "recipient_name",
                    "recipient_phone",
                    "recipient_postcode",
                    "recipient_address",
                    "message",
                    "line",
                    "sku",
                    "quantity")),
    WAYBILLS("number", List.of("carrier", "number", "mark")),
    RANGES("first", List.of("carrier", "first", "last", "check", "mark")),
    ROUTES("from", List.of("carrier", "from", "to", "routing")),
    STOCK("location", List.of("location", "brand", "sku", "lot", "expiry", "quantity"));

    private final String key;
    private final List<String> columns;

    ImportKind(String key, List<String> columns) {
        this.key = key;
        this.columns = columns;
    }

    /** The columns of a CSV file, and the fields of a JSON object. */
    public List<String> columns() {
        return columns;
    }

    /** The columns that may be empty. */
    Set<String> optional() {
        return switch (this) {
            case ITEMS -> Set.of("brand", "name_ko", "name_en", "barcodes", "unit_grams", "note", "picture");
            case LOCATIONS -> Set.of("zone");
            case OPERATORS -> Set.of("pin");
            case ASNS, STOCK -> Set.of("brand", "lot", "expiry");
            case ORDERS -> Set.of("brand", "cut_off", "message");
            case WAYBILLS, RANGES -> Set.of("mark");
            case ROUTES -> Set.of("to");
        };
    }

    /** The columns that a file may be without. */
    private Set<String> dispensable() {
        return switch (this) {
            case ITEMS -> Set.of("brand", "picture");
            case ORDERS -> Set.of("brand", "cut_off");
            case ASNS, STOCK -> Set.of("brand");
            case WAYBILLS, RANGES -> Set.of("mark");
            case LOCATIONS, OPERATORS, ROUTES -> Set.of();
        };
    }

    /** Whether these are the columns of a file, in any order. */
    boolean isHeader(Collection<String> names) {
        Set<String> missing = new HashSet<>(columns);
        names.forEach(missing::remove);
        return new HashSet<>(names).size() == names.size()
                && columns.containsAll(names)
                && dispensable().containsAll(missing);
    }

    /** The column that names the thing that a row is about. */
    String key() {
        return key;
    }

    /** Whether several rows with one key are one thing. */
    boolean isGrouped() {
        return this == ASNS || this == ORDERS;
    }

    /** The name in a path and on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name. */
    public static Optional<ImportKind> of(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
