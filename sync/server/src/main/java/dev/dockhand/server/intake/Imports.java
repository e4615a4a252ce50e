package dev.dockhand.server.intake;

import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.store.BusyException;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes large files in behind their requests. A file waits in chunks; a chunk goes in the transaction that loads it and counts
 * what became of it, so whoever is killed in between has lost and doubled nothing.
 */
public final class Imports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Database database;
    private final FeedWriter feed;
    private final Ids ids;
    private final ImportStore store;
    private final Loaders loaders;
    private final Wholes wholes;
    private volatile boolean stopping;
    private ImportStore.@Nullable Chunk failed;

    Imports(Database database, FeedWriter feed, Ids ids, ImportStore store, Loaders loaders, Wholes wholes) {
        this.database = database;
        this.feed = feed;
        this.ids = ids;
        this.store = store;
        this.loaders = loaders;
        this.wholes = wholes;
    }

    /**
     * Stores what is to be taken in.
     *
     * @param parts the rows of each thing, by the warehouse that it goes to
     * @param read what became of the other rows
     * @return what the import is known by from now on
     */
    String add(ImportStore.About about, Map<Site, List<List<Row>>> parts, ImportResult read) {
        String id = ids.next();
        int atOnce = loaders.of(about.kind()).loader().atOnce();
        ImportResult toTell = read;
        for (Map.Entry<Site, List<List<Row>>> part : parts.entrySet()) {
            ImportResult told = toTell;
            database.useTransaction(part.getKey(), tx -> store.add(tx, id, about, part.getValue(), atOnce, told));
            // What became of the other rows is told once.
            toTell = new Tally().result();
        }
        return id;
    }

    /** Takes in what waits, of each file the next chunk in turn, until nothing does or the server stops. */
    public void round(List<Site> sites) {
        boolean more;
        do {
            more = false;
            for (Site site : sites) {
                more |= !stopping && step(site);
            }
        } while (more);
    }

    private boolean step(Site site) {
        Optional<ImportStore.Chunk> first = database.read(site, store::first);
        first.ifPresent(chunk -> step(site, chunk));
        return first.isPresent();
    }

    private void step(Site site, ImportStore.Chunk chunk) {
        try {
            feed.inTransaction(site, tx -> takeIn(tx, chunk)).ifPresent(loader -> goOn(site, chunk, loader));
        } catch (RuntimeException e) {
            if (e instanceof BusyException || Database.isOutOfOrder(e) || !chunk.equals(failed)) {
                failed = chunk;
                throw e;
            }
            LOG.error(
                    "chunk {} of the import {} into {} failed twice and is refused",
                    chunk.number(),
                    chunk.id(),
                    site,
                    e);
            database.useTransaction(site, tx -> refuse(tx, chunk));
        }
    }

    private void goOn(Site site, ImportStore.Chunk chunk, Loader<?> loader) {
        // Of a few rows the planner would learn to read a table from end to end.
        if (chunk.number() == Loader.AT_ONCE / loader.atOnce()) {
            database.lookAtNewTables();
        }
        loader.loaded(site);
    }

    /** Says what loaded it; nothing where another process was quicker. */
    private Optional<Loader<?>> takeIn(Tx tx, ImportStore.Chunk chunk) {
        Meta.lock(tx);
        List<List<Row>> things = store.take(tx, chunk);
        if (things.isEmpty()) {
            return Optional.empty();
        }
        ImportStore.About about = store.about(tx, chunk.id());
        Loader<?> loader = loaders.of(about.kind()).loader();
        store.count(
                tx, chunk.id(), things.size(), load(tx, loader, about, things).result());
        return Optional.of(loader);
    }

    private <T> Tally load(Tx tx, Loader<T> loader, ImportStore.About about, List<List<Row>> things) {
        Tally tally = new Tally();
        Fields.Whole whole = wholes.of(tx.site(), about.brand(), about.only());
        loader.load(tx, List.of(Entries.read(about.kind(), loader, things, whole, tally)))
                .forEach(tally::add);
        return tally;
    }

    private void refuse(Tx tx, ImportStore.Chunk chunk) {
        Tally tally = new Tally();
        List<List<Row>> things = store.take(tx, chunk);
        things.forEach(rows -> tally.reject(new ImportResult.Rejection(
                rows.getFirst().line(),
                "",
                "FAILED",
                "the server failed on it or on a row near it; its log says why")));
        store.count(tx, chunk.id(), things.size(), tally.result());
    }

    /** Ends the round behind its chunk. */
    @Override
    public void close() {
        stopping = true;
    }
}
