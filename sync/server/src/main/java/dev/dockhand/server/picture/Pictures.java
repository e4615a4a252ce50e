package dev.dockhand.server.picture;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The pictures of one warehouse, and who shows them. */
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
    private final Site site;
    private final Catalogue catalogue;
    private final InstantSource time;

    /** Reads items as stations are told of them. */
    @FunctionalInterface
    public interface Catalogue {
        /** Items by key; those that are not known are left out. */
        Map<ItemId, Item> items(Handle handle, Site site, Collection<ItemId> items);
    }

    /** The pictures of a warehouse. */
    public Pictures(Database database, FeedWriter feed, Site site, Catalogue catalogue, InstantSource time) {
        this.database = database;
        this.sources = new PictureSources(database, site, time);
        this.feed = feed;
        this.site = site;
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
    public Uploaded upload(PictureSource name, byte[] bytes) throws BadPictureException {
        Picture picture = Picture.read(bytes);
        int items = feed.inTransaction(site, (handle, changes) -> {
            Meta.lock(handle, site);
            keep(handle, picture);
            site.bindTo(handle.createUpdate(UPLOADED))
                    .bind("source", name.value())
                    .bind("picture", picture.id().value())
                    .bind("now", at(time.instant()))
                    .execute();
            return told(handle, changes, name);
        });
        return new Uploaded(picture.id(), picture.mediaType(), picture.width(), picture.height(), items);
    }

    /** Takes what an address gave. */
    void fetched(PictureSource source, Picture picture) {
        feed.useTransaction(site, (handle, changes) -> {
            Meta.lock(handle, site);
            keep(handle, picture);
            int known = site.bindTo(handle.createUpdate(FETCHED))
                    .bind("source", source.value())
                    .bind("picture", picture.id().value())
                    .execute();
            if (known > 0) {
                told(handle, changes, source);
            }
        });
    }

    private void keep(Handle handle, Picture picture) {
        site.bindTo(handle.createUpdate(KEEP))
                .bind("picture", picture.id().value())
                .bind("type", picture.mediaType())
                .bind("bytes", picture.bytes())
                .execute();
    }

    private int told(Handle handle, Changes changes, PictureSource source) {
        Map<ItemId, Item> items = catalogue.items(handle, site, sources.items(handle, source));
        items.values().forEach(item -> changes.add(new Feed.ItemChanged(item)));
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
    public Optional<Stored> find(PictureId picture) {
        return database.read(handle -> site.bindTo(handle.createQuery(GET))
                .bind("picture", picture.value())
                .map((row, context) -> new Stored(row.getString("media_type"), row.getBytes("bytes")))
                .findOne());
    }

    /** Throws away what no item names any more. */
    public void tidy() {
        database.useTransaction(site, handle -> {
            Meta.lock(handle, site);
            site.bindTo(handle.createUpdate(TIDY_SOURCES))
                    .bind("old", at(time.instant().minus(UNNAMED_KEPT)))
                    .execute();
            site.bindTo(handle.createUpdate(TIDY)).execute();
        });
    }

    /** Where they come from. */
    public PictureSources sources() {
        return sources;
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
