package dev.dockhand.server.picture;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The pictures of each warehouse, and who shows them. */
public final class Pictures {

    /** A file may be uploaded before the import that names it. */
    private static final Duration UNNAMED_KEPT = Duration.ofDays(7);

    /** Locks the picture where it is there already, so that nobody tidies it away meanwhile. */
    private static final String KEEP = """
        INSERT INTO picture (company, warehouse, picture, media_type, bytes)
        VALUES (:company, :warehouse, :picture, :type, :bytes)
        ON CONFLICT (company, warehouse, picture) DO UPDATE SET media_type = excluded.media_type\
        """;

    private static final String UPLOADED = """
        INSERT INTO picture_source (company, warehouse, source, picture, told_at)
        VALUES (:company, :warehouse, :source, :picture, :now)
        ON CONFLICT (company, warehouse, source) DO UPDATE SET picture = excluded.picture, told_at = excluded.told_at\
        """;

    private static final String FETCHED = """
        UPDATE picture_source SET picture = :picture, due_at = NULL, failure = ''
        WHERE company = :company AND warehouse = :warehouse AND source = :source\
        """;

    private static final String GET = """
        SELECT media_type, bytes FROM picture
        WHERE company = :company AND warehouse = :warehouse AND picture = :picture\
        """;

    private static final String TIDY_SOURCES = """
        DELETE FROM picture_source s WHERE company = :company AND warehouse = :warehouse
            AND (told_at < :old OR source LIKE '%://%') AND NOT EXISTS (
                SELECT 1 FROM item i
                WHERE i.company = s.company AND i.warehouse = s.warehouse AND i.picture_source = s.source)\
        """;

    private static final String TIDY = """
        DELETE FROM picture p WHERE company = :company AND warehouse = :warehouse AND NOT EXISTS (
            SELECT 1 FROM picture_source s
            WHERE s.company = p.company AND s.warehouse = p.warehouse AND s.picture = p.picture)\
        """;

    private final Database database;
    private final PictureSources sources;
    private final FeedWriter feed;
    private final Catalogue catalogue;
    private final InstantSource time;

    /** Reads items as stations are told of them. */
    @FunctionalInterface
    public interface Catalogue {
        /** Items by key; those that are not known are left out. */
        Map<ItemId, Item> items(Tx tx, Collection<ItemId> items);
    }

    /** Kept in this database. */
    public Pictures(Database database, FeedWriter feed, Catalogue catalogue, InstantSource time) {
        this.database = database;
        this.sources = new PictureSources(database, time);
        this.feed = feed;
        this.catalogue = catalogue;
        this.time = time;
    }

    /**
     * What became of an uploaded file.
     *
     * @param picture what it is named by
     * @param mediaType what it is
     * @param width in pixels
     * @param height in pixels
     * @param items how many items show it
     */
    public record Uploaded(PictureId picture, String mediaType, int width, int height, int items) {}

    /** Takes an uploaded file; the items that name it show it from now on. */
    public Uploaded upload(Site site, PictureSource name, byte[] bytes) throws BadPictureException {
        Picture picture = Picture.read(bytes);
        int items = feed.inTransaction(site, tx -> {
            Meta.lock(tx);
            keep(tx, picture);
            tx.update(UPLOADED)
                    .bind("source", name.value())
                    .bind("picture", picture.id().value())
                    .bind("now", time.instant())
                    .execute();
            return told(tx, name);
        });
        return new Uploaded(picture.id(), picture.mediaType(), picture.width(), picture.height(), items);
    }

    /** Takes what an address gave. */
    void fetched(Site site, PictureSource source, Picture picture) {
        feed.useTransaction(site, tx -> {
            Meta.lock(tx);
            keep(tx, picture);
            int known = tx.update(FETCHED)
                    .bind("source", source.value())
                    .bind("picture", picture.id().value())
                    .execute();
            if (known > 0) {
                told(tx, source);
            }
        });
    }

    private void keep(Tx tx, Picture picture) {
        tx.update(KEEP)
                .bind("picture", picture.id().value())
                .bind("type", picture.mediaType())
                .bind("bytes", picture.bytes())
                .execute();
    }

    private int told(Tx tx, PictureSource source) {
        Map<ItemId, Item> items = catalogue.items(tx, sources.items(tx, source));
        items.values().forEach(item -> tx.tell(new Feed.ItemChanged(item)));
        return items.size();
    }

    /**
     * A picture as it is sent.
     *
     * @param mediaType what it is
     * @param bytes all of it
     */
    public record Stored(String mediaType, byte[] bytes) {}

    /** A picture by what it holds. */
    public Optional<Stored> find(Site site, PictureId picture) {
        return database.read(
                site,
                tx -> tx.query(GET)
                        .bind("picture", picture.value())
                        .map((row, context) -> new Stored(row.getString("media_type"), row.getBytes("bytes")))
                        .findOne());
    }

    /** Throws away what no item names any more. */
    public void tidy(Site site) {
        database.useTransaction(site, tx -> {
            Meta.lock(tx);
            tx.update(TIDY_SOURCES)
                    .bind("old", time.instant().minus(UNNAMED_KEPT))
                    .execute();
            tx.update(TIDY).execute();
        });
    }

    /** Where they come from. */
    public PictureSources sources() {
        return sources;
    }
}
