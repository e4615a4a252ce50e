package dev.dockhand.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Where imports wait in chunks until they are taken in, and what became of them is counted. */
final class ImportStore {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int STORED_AT_ONCE = 50;

    private static final String ADD = """
        INSERT INTO import (company, warehouse, import_id, kind, brand, rows_brand, told_at, waiting, loaded, unchanged,
            refused, ended_at)
        VALUES (:company, :warehouse, :import, :kind, :brand, :rows, :now, :waiting, 0, 0, :refused,
            CASE WHEN :waiting = 0 THEN :now END)\
        """;

    private static final String ADD_CHUNK = """
        INSERT INTO import_chunk (company, warehouse, chunk, import_id, body)
        VALUES (:company, :warehouse, :chunk, :import, :body)\
        """;

    /** A new file comes before the rest of an old one, so that a small one does not wait for a large one. */
    private static final String FIRST = """
        SELECT chunk, import_id FROM import_chunk WHERE company = :company AND warehouse = :warehouse
        ORDER BY chunk, import_id LIMIT 1\
        """;

    private static final String TAKE = """
        DELETE FROM import_chunk
        WHERE company = :company AND warehouse = :warehouse AND chunk = :chunk AND import_id = :import
        RETURNING body\
        """;

    private static final String ABOUT = """
        SELECT kind, brand, rows_brand FROM import
        WHERE company = :company AND warehouse = :warehouse AND import_id = :import\
        """;

    private static final String COUNT = """
        UPDATE import SET waiting = waiting - :things, loaded = loaded + :loaded, unchanged = unchanged + :unchanged,
            refused = refused + :refused, ended_at = CASE WHEN waiting = :things THEN :now END
        WHERE company = :company AND warehouse = :warehouse AND import_id = :import\
        """;

    private static final String ADD_ROW = """
        INSERT INTO import_row (company, warehouse, import_id, line, field, code, message, brand, refused)
        SELECT :company, :warehouse, :import, :line, :field, :code, :message, brand, :refused FROM import
        WHERE company = :company AND warehouse = :warehouse AND import_id = :import
        ON CONFLICT DO NOTHING\
        """;

    private final InstantSource time;

    ImportStore(InstantSource time) {
        this.time = time;
    }

    /**
     * What counts for all of an import.
     *
     * @param kind what its rows tell
     * @param brand whose rows they are that name no brand
     * @param only the brand whose things may be told, absent for all
     */
    record About(
            ImportKind kind,
            @Nullable BrandId brand,
            @Nullable BrandId only) {}

    /**
     * A part of an import that goes in one transaction.
     *
     * @param number from 1
     * @param id of the import
     */
    record Chunk(int number, String id) {}

    /**
     * Stores an import.
     *
     * @param things the rows of each thing
     * @param atOnce how many things are a chunk
     * @param read what became of rows that are no more among them
     */
    void add(Tx tx, String id, About about, List<List<Row>> things, int atOnce, ImportResult read) {
        tx.update(ADD)
                .bind("import", id)
                .bind("kind", about.kind().name())
                .bind("brand", text(about.only()))
                .bind("rows", text(about.brand()))
                .bind("now", time.instant())
                .bind("waiting", things.size())
                .bind("refused", read.refused())
                .execute();
        note(tx, id, read);
        PreparedBatch batch = tx.batch(ADD_CHUNK);
        for (int from = 0; from < things.size(); from += atOnce) {
            tx.bindTo(batch)
                    .bind("chunk", from / atOnce + 1)
                    .bind("import", id)
                    .bind("body", written(things.subList(from, Math.min(from + atOnce, things.size()))))
                    .add();
            if (batch.size() == STORED_AT_ONCE) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The chunk whose turn it is. */
    Optional<Chunk> first(Tx tx) {
        return tx.query(FIRST)
                .map((row, context) -> new Chunk(row.getInt("chunk"), row.getString("import_id")))
                .findOne();
    }

    /** Takes a chunk away: the rows of each of its things; none where another process was quicker. */
    List<List<Row>> take(Tx tx, Chunk chunk) {
        return tx.query(TAKE)
                .bind("chunk", chunk.number())
                .bind("import", chunk.id())
                .mapTo(String.class)
                .findOne()
                .map(ImportStore::read)
                .orElse(List.of());
    }

    About about(Tx tx, String id) {
        return tx.query(ABOUT)
                .bind("import", id)
                .map((row, context) -> new About(
                        ImportKind.valueOf(row.getString("kind")),
                        brand(row.getString("rows_brand")),
                        brand(row.getString("brand"))))
                .one();
    }

    /** Counts what became of a chunk that was taken away. */
    void count(Tx tx, String id, int things, ImportResult result) {
        tx.update(COUNT)
                .bind("import", id)
                .bind("things", things)
                .bind("loaded", result.loaded())
                .bind("unchanged", result.unchanged())
                .bind("refused", result.refused())
                .bind("now", time.instant())
                .execute();
        note(tx, id, result);
    }

    private static void note(Tx tx, String id, ImportResult result) {
        List<ImportRow> rows = Stream.concat(
                        result.rejected().stream().map(ImportRow::of),
                        result.notices().stream().map(ImportRow::of))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch(ADD_ROW);
        for (ImportRow row : rows) {
            tx.bindTo(batch)
                    .bind("import", id)
                    .bind("line", row.line())
                    .bind("field", row.field())
                    .bind("code", row.code())
                    .bind("message", row.message())
                    .bind("refused", row.refused())
                    .add();
        }
        batch.execute();
    }

    private static String text(@Nullable BrandId brand) {
        return brand == null ? "" : brand.value();
    }

    private static @Nullable BrandId brand(String text) {
        return text.isEmpty() ? null : new BrandId(text);
    }

    private static String written(List<List<Row>> things) {
        try {
            return MAPPER.writeValueAsString(things);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows can be written", e);
        }
    }

    private static List<List<Row>> read(String body) {
        try {
            return MAPPER.readValue(body, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored rows are damaged", e);
        }
    }
}
