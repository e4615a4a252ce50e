package dev.dockhand.server.intake;

import dev.dockhand.model.id.NormalText;
import dev.dockhand.server.intake.ImportResult.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes things of rows. */
final class Entries {

    private Entries() {}

    /** As {@link #read(ImportKind, Loader, List, Fields.Whole, Tally, Function)}, of which everything is kept. */
    static <T> List<Entry<T>> read(
            ImportKind kind, Loader<T> loader, List<List<Row>> things, Fields.Whole whole, Tally tally) {
        return read(kind, loader, things, whole, tally, entry -> entry);
    }

    /**
     * Reads things; what is wrong with a row, or was read otherwise than it stands there, goes to the tally.
     *
     * @param kept what is kept of each good one
     */
    static <T, E> List<E> read(
            ImportKind kind,
            Loader<T> loader,
            List<List<Row>> things,
            Fields.Whole whole,
            Tally tally,
            Function<Entry<T>, E> kept) {
        List<E> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (List<Row> rows : things) {
            long line = rows.getFirst().line();
            try {
                List<Notice> notices = new ArrayList<>();
                T thing = loader.read(rows.stream()
                        .map(row -> new Fields(row, whole, notices))
                        .toList());
                tally.notice(notices);
                if (keys.add(loader.key(thing))) {
                    entries.add(kept.apply(new Entry<>(rows, thing)));
                } else {
                    tally.reject(new Rejection(
                            line, kind.key(), "TWICE", "stands twice in this file; the first one counts"));
                }
            } catch (BadFieldException e) {
                tally.reject(e.rejection());
            }
        }
        return entries;
    }

    /** The rows of each thing. */
    static List<List<Row>> things(ImportKind kind, List<Row> rows) {
        if (!kind.isGrouped()) {
            return rows.stream().map(List::of).toList();
        }
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(key(row.text("brand")) + "/" + key(row.text(kind.key())), key -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(groups.values());
    }

    /** Rows belong together by what their key means, not by how it is written. */
    private static String key(String text) {
        try {
            return NormalText.identifier(Spreadsheet.identifier(text).text());
        } catch (Spreadsheet.DamagedException | IllegalArgumentException e) {
            return text;
        }
    }
}
