package dev.dockhand.server.intake;

import dev.dockhand.model.id.NormalText;
import dev.dockhand.server.intake.ImportResult.Rejection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rows under a header, as CSV files and sheets have them. Rows without any value, and columns without a name and values, are
 * what spreadsheets leave behind and count for nothing.
 */
final class Table {

    private static final int LONGEST_SHOWN = 500;

    private final ImportKind kind;
    private final List<String> header;
    private final List<String> above;
    private final List<Row> rows = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    /** A table whose first row names the columns. */
    Table(ImportKind kind, List<String> header) {
        this.kind = kind;
        this.header = names(header);
        this.above = new ArrayList<>(Collections.nCopies(this.header.size(), ""));
        if (!isHeader(kind, header)) {
            String found = String.join(",", this.header);
            throw new ImportRefusedException(
                    "WRONG_HEADER",
                    "the first line must name the columns %s; found %s. Nothing was loaded"
                            .formatted(
                                    String.join(",", kind.columns()),
                                    found.isEmpty()
                                            ? "nothing"
                                            : found.substring(0, Math.min(found.length(), LONGEST_SHOWN))));
        }
    }

    /** Whether these values name the columns. */
    static boolean isHeader(ImportKind kind, List<String> values) {
        List<String> names =
                names(values).stream().filter(name -> !name.isEmpty()).toList();
        return kind.isHeader(names);
    }

    static boolean isBlank(List<String> values) {
        return values.stream().allMatch(value -> NormalText.line(value).isEmpty());
    }

    private static List<String> names(List<String> header) {
        return withoutBlankEnd(header.stream()
                .map(NormalText::line)
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_"))
                .toList());
    }

    private static List<String> withoutBlankEnd(List<String> values) {
        int end = values.size();
        while (end > 0 && NormalText.line(values.get(end - 1)).isEmpty()) {
            end--;
        }
        return values.subList(0, end);
    }

    void reject(long line, String code, String message) {
        rejected.add(new Rejection(line, "", code, message));
    }

    void add(long line, List<String> all) {
        List<String> values = withoutBlankEnd(all);
        if (values.isEmpty()) {
            return;
        }
        Reading.refuseBeyond(rows.size() + rejected.size() + 1L);
        if (values.size() > header.size() || !mayEndAt(Math.min(all.size(), header.size()))) {
            reject(line, "WRONG_COLUMNS", "has %d columns, not %d".formatted(all.size(), header.size()));
            return;
        }
        if (values.stream().mapToLong(String::length).sum() > Reading.LONGEST_ROW) {
            reject(line, "TOO_LONG", "has more than %,d characters".formatted(Reading.LONGEST_ROW));
            return;
        }
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byName.merge(header.get(i), known(i, values.get(i)), String::concat);
        }
        if (!NormalText.line(byName.getOrDefault("", "")).isEmpty()) {
            reject(line, "WRONG_COLUMNS", "has a value in a column without a name");
            return;
        }
        rows.add(new Row(line, byName));
    }

    /** What stands in row after row is kept once: most of a shop's orders differ in little. */
    private String known(int column, String value) {
        if (value.equals(above.get(column))) {
            return above.get(column);
        }
        above.set(column, value);
        return value;
    }

    /** Excel leaves out the separators of empty columns at the end of some rows. */
    private boolean mayEndAt(int columns) {
        return kind.optional().containsAll(header.subList(columns, header.size()));
    }

    Reading reading(List<Notice> notices) {
        return new Reading(rows, rejected, notices);
    }
}
