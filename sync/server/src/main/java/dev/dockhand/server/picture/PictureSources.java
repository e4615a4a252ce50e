package dev.dockhand.server.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Instants;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Where the pictures of each warehouse come from, which of them are to be fetched, and which cannot be had. */
public final class PictureSources {

    private static final String TELL = """
        INSERT INTO picture_source (company, warehouse, source, told_at, due_at)
        VALUES (:company, :warehouse, :source, :now, :due)
        ON CONFLICT (company, warehouse, source) DO UPDATE SET tries = 0, due_at = excluded.due_at
        WHERE picture_source.picture IS NULL AND picture_source.due_at IS NULL\
        """;

    private static final String HAD = """
        SELECT source, picture FROM picture_source
        WHERE company = :company AND warehouse = :warehouse AND source = ANY(:sources) AND picture IS NOT NULL\
        """;

    /** Whoever claims has some minutes; what a killed server had claimed comes up again. */
    private static final String CLAIM = """
        UPDATE picture_source SET tries = tries + 1, due_at = :later
        WHERE company = :company AND warehouse = :warehouse AND source IN (
            SELECT source FROM picture_source
            WHERE company = :company AND warehouse = :warehouse AND due_at <= :now
            ORDER BY due_at, source LIMIT :most FOR UPDATE SKIP LOCKED)
        RETURNING source, tries\
        """;

    private static final String FAILED = """
        UPDATE picture_source SET failure = :failure, due_at = :due
        WHERE company = :company AND warehouse = :warehouse AND source = :source\
        """;

    private static final String SHOWN_BY = """
        SELECT item FROM item
        WHERE company = :company AND warehouse = :warehouse AND picture_source = :source ORDER BY item\
        """;

    private static final String MISSING = """
        SELECT source, failure, md5(source) AS name, tries, due_at, ARRAY(
            SELECT i.item FROM item i
            WHERE i.company = s.company AND i.warehouse = s.warehouse AND i.picture_source = s.source
            ORDER BY i.item LIMIT 20) AS items
        FROM picture_source s
        WHERE company = :company AND warehouse = :warehouse AND picture IS NULL
            AND (failure = '', md5(source)) > (:afterQuiet, :afterName)
        ORDER BY failure = '', md5(source) LIMIT :limit\
        """;

    private final Database database;
    private final InstantSource time;

    PictureSources(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /**
     * Notes where pictures come from, within the transaction of an import; addresses are fetched after it, also those that were
     * given up before.
     *
     * @return those that are here already, by source
     */
    public Map<PictureSource, PictureId> tell(Tx tx, Collection<PictureSource> sources) {
        Map<PictureSource, PictureId> here = new HashMap<>();
        if (sources.isEmpty()) {
            return here;
        }
        Instant now = time.instant();
        PreparedBatch batch = tx.batch(TELL);
        for (PictureSource source : sources) {
            tx.bindTo(batch)
                    .bind("source", source.value())
                    .bind("now", now)
                    .bind("due", source.isAddress() ? now : null)
                    .add();
        }
        batch.execute();
        tx.query(HAD)
                .bindArray(
                        "sources",
                        String.class,
                        sources.stream().map(PictureSource::value).toList())
                .map((row, context) ->
                        Map.entry(new PictureSource(row.getString("source")), new PictureId(row.getString("picture"))))
                .forEach(had -> here.put(had.getKey(), had.getValue()));
        return here;
    }

    /**
     * An address that gave no picture.
     *
     * @param again when to ask again, absent for never
     * @return the items that wait for it
     */
    List<ItemId> failed(Site site, PictureSource source, BadPictureException.Reason reason, @Nullable Instant again) {
        return database.inTransaction(site, tx -> {
            tx.update(FAILED)
                    .bind("source", source.value())
                    .bind("failure", reason.name())
                    .bind("due", again)
                    .execute();
            return items(tx, source);
        });
    }

    /**
     * An address to ask now.
     *
     * @param source the address
     * @param tries how often it was asked, this time counted
     */
    record Claim(PictureSource source, int tries) {}

    /** Addresses that are due; nobody else gets them until {@code longest} has passed. */
    List<Claim> claim(Site site, int most, Duration longest) {
        Instant now = time.instant();
        return database.inTransaction(
                site,
                tx -> tx.query(CLAIM)
                        .bind("now", now)
                        .bind("later", now.plus(longest))
                        .bind("most", most)
                        .map((row, context) ->
                                new Claim(new PictureSource(row.getString("source")), row.getInt("tries")))
                        .list());
    }

    /** The items that show what a source holds. */
    List<ItemId> items(Tx tx, PictureSource source) {
        return tx.query(SHOWN_BY)
                .bind("source", source.value())
                .map((row, context) -> new ItemId(row.getString("item")))
                .list();
    }

    /**
     * A picture that is named and not here.
     *
     * @param key where it stands in the list
     * @param source file name, or address without its query
     * @param items the first items that name it
     * @param failure stable name of the reason; empty where it was not asked for yet, or not uploaded
     * @param tries how often its address was asked
     * @param nextTry when it is asked again, absent where it was given up, or is to be uploaded
     */
    public record Missing(
            @JsonIgnore MissingKey key,
            String source,
            List<String> items,
            String failure,
            int tries,
            @Nullable Instant nextTry) {

        /** Copies the list. */
        public Missing {
            items = List.copyOf(items);
        }
    }

    /**
     * What missing pictures are sorted by: those that failed come first. A source itself is no key to give out, since an
     * address may hold a secret.
     *
     * @param quiet whether nothing failed
     * @param name stands for the source
     */
    public record MissingKey(boolean quiet, String name) {

        /** Before the first. */
        public static final MissingKey START = new MissingKey(false, "");
    }

    /**
     * Pictures that are named and not here, those that failed first.
     *
     * @param after key of the last one of the page before
     * @param limit most rows
     */
    public List<Missing> missing(Site site, MissingKey after, int limit) {
        return database.read(
                site,
                tx -> tx.query(MISSING)
                        .bind("afterQuiet", after.quiet())
                        .bind("afterName", after.name())
                        .bind("limit", limit)
                        .map((row, context) -> {
                            return new Missing(
                                    new MissingKey(row.getString("failure").isEmpty(), row.getString("name")),
                                    new PictureSource(row.getString("source")).shown(),
                                    List.of((String[]) row.getArray("items").getArray()),
                                    row.getString("failure"),
                                    row.getInt("tries"),
                                    Instants.find(row, "due_at"));
                        })
                        .list());
    }
}
