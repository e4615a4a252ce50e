package dev.dockhand.server.intake;

import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the files that were taken in behind their requests. */
public final class ImportViews {

    private static final Comparator<View> NEWEST =
            Comparator.comparing(View::id).reversed();

    private static final Comparator<ImportRow> BY_LINE = Comparator.comparingLong(ImportRow::line)
            .thenComparing(ImportRow::field)
            .thenComparing(ImportRow::code);

    private static final String LIST = """
        SELECT import_id, kind, told_at, ended_at, waiting, loaded, unchanged, refused FROM import
        WHERE company = :company AND warehouse = :warehouse AND (:only = '' OR brand = :only)
            AND (:import = '' OR import_id = :import) AND (:before = '' OR import_id COLLATE "C" < :before)
        ORDER BY import_id COLLATE "C" DESC LIMIT :limit\
        """;

    private static final String ROWS = """
        SELECT line, field, code, message, refused FROM import_row
        WHERE company = :company AND warehouse = :warehouse AND (:only = '' OR brand = :only) AND import_id = :import
            AND (line, field COLLATE "C", code COLLATE "C") > (:line, :field, :code)
        ORDER BY line, field COLLATE "C", code COLLATE "C" LIMIT :limit\
        """;

    private static final String FORGET = """
        DELETE FROM import WHERE company = :company AND warehouse = :warehouse AND ended_at < :before\
        """;

    private final Database database;
    private final InstantSource time;

    ImportViews(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /**
     * An import.
     *
     * @param id what it is known by
     * @param kind what the rows tell
     * @param toldAt when it came
     * @param endedAt when the last of it was taken in, absent while some waits
     * @param waiting things that wait
     * @param loaded things that are new or changed
     * @param unchanged things that were known as they are
     * @param refused rows that were refused
     */
    public record View(
            String id,
            String kind,
            Instant toldAt,
            @Nullable Instant endedAt,
            int waiting,
            int loaded,
            int unchanged,
            int refused) {

        private static @Nullable Instant ended(List<View> parts) {
            List<Instant> ended = parts.stream()
                    .map(View::endedAt)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            return ended.size() < parts.size() ? null : ended.getLast();
        }

        /** An import that goes into several warehouses: orders into one each, and items into all, where they count once. */
        private static View of(List<View> parts) {
            View most = parts.stream()
                    .max(Comparator.comparingInt(View::loaded).thenComparingInt(View::refused))
                    .orElseThrow();
            boolean all = most.kind().equals(ImportKind.ITEMS.text());
            return new View(
                    most.id(),
                    most.kind(),
                    most.toldAt(),
                    ended(parts),
                    parts.stream().mapToInt(View::waiting).sum(),
                    all ? most.loaded() : parts.stream().mapToInt(View::loaded).sum(),
                    all
                            ? most.unchanged()
                            : parts.stream().mapToInt(View::unchanged).sum(),
                    all
                            ? most.refused()
                            : parts.stream().mapToInt(View::refused).sum());
        }
    }

    /** One import, as far as it goes into these warehouses. */
    public Optional<View> find(List<Scope> scopes, String id) {
        return views(scopes, id, "", 1).stream().findFirst();
    }

    /**
     * Imports into these warehouses, the newest first.
     *
     * @param before the last one of the part before; empty for the first part
     * @param limit most of them
     */
    public List<View> list(List<Scope> scopes, String before, int limit) {
        return views(scopes, "", before, limit);
    }

    private List<View> views(List<Scope> scopes, String id, String before, int limit) {
        Map<String, List<View>> parts = scopes.stream()
                .flatMap(scope -> database
                        .read(
                                scope,
                                tx -> tx.query(LIST)
                                        .bind("only", scope.only())
                                        .bind("import", id)
                                        .bind("before", before)
                                        .bind("limit", limit)
                                        .map((row, context) -> view(row))
                                        .list())
                        .stream())
                .collect(Collectors.groupingBy(View::id));
        return parts.values().stream().map(View::of).sorted(NEWEST).limit(limit).toList();
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getString("import_id"),
                ImportKind.valueOf(row.getString("kind")).text(),
                Instants.read(row, "told_at"),
                Instants.find(row, "ended_at"),
                row.getInt("waiting"),
                row.getInt("loaded"),
                row.getInt("unchanged"),
                row.getInt("refused"));
    }

    /**
     * What is to be said of the rows of an import, line by line.
     *
     * @param after the last one of the part before
     * @param limit most rows
     */
    public List<ImportRow> rows(List<Scope> scopes, String id, ImportRow.Key after, int limit) {
        return scopes.stream()
                .flatMap(scope -> database
                        .read(
                                scope,
                                tx -> tx.query(ROWS)
                                        .bind("only", scope.only())
                                        .bind("import", id)
                                        .bindMethods(after)
                                        .bind("limit", limit)
                                        .map((row, context) -> new ImportRow(
                                                row.getLong("line"),
                                                row.getString("field"),
                                                row.getString("code"),
                                                row.getString("message"),
                                                row.getBoolean("refused")))
                                        .list())
                        .stream())
                .sorted(BY_LINE)
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Forgets imports that ended so long ago: what is said of their rows may name people. */
    public void forget(Site site, Duration kept) {
        database.useTransaction(
                site,
                tx -> tx.update(FORGET)
                        .bind("before", time.instant().minus(kept))
                        .execute());
    }
}
