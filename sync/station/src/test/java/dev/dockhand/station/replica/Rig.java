package dev.dockhand.station.replica;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.Shop;
import dev.dockhand.station.TruthServer;
import dev.dockhand.station.journal.Author;
import dev.dockhand.station.journal.Journal;
import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.journal.RealDisk;
import dev.dockhand.station.journal.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A journal and a replica on real files, fed by hand from the test's server. */
final class Rig implements AutoCloseable {

    static final Author AUTHOR = new Author(new CompanyId("demo"), new WarehouseId("W1"), Shop.STATION);
    static final Warehouse AT_ENROLMENT = Warehouse.usual(AUTHOR.warehouse(), ZoneOffset.UTC);

    final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    final TruthServer server = new TruthServer();
    final Path folder;
    private final SplittableRandom random = new SplittableRandom(3);
    ReplicaSettings settings = ReplicaSettings.USUAL;
    Journal journal;
    Replica replica;

    Rig(Path folder) throws MemoryException {
        this.folder = folder;
        openAll();
    }

    void openAll() throws MemoryException {
        Journal.Parts parts = new Journal.Parts(
                new RealDisk(),
                new JournalSettings(256 << 10, 0, 0, Duration.ofDays(14)),
                InstantSource.fixed(Shop.NOON),
                random,
                Runnable::run,
                (kind, text) -> notices.add(kind.name()));
        journal = Journal.open(parts, folder.resolve("journal"), AUTHOR, 1);
        replica = Replica.open(new Replica.Parts(
                folder.resolve("view"),
                settings,
                Shop.STATION,
                Rig.AT_ENROLMENT,
                List.of(journal),
                (kind, text) -> notices.add(kind + " " + text)));
    }

    FloorEvent act(Draft draft) throws MemoryException {
        return acts(List.of(draft)).getFirst();
    }

    List<FloorEvent> acts(List<Draft> drafts) throws MemoryException {
        List<FloorEvent> events = journal.append(drafts);
        replica.journalGrew();
        return events;
    }

    FloorEvent undo(FloorEvent event) throws MemoryException {
        return act(new Draft(
                event.operator(),
                event.task(),
                event.leaseToken(),
                new Act.ActUndone(event.id()),
                event.movements().stream().map(Movement::reversed).toList()));
    }

    ReadModel view() {
        if (!replica.awaitApplied()) {
            throw new AssertionError("not applied in time");
        }
        return replica.view();
    }

    /** The server gets some events. */
    void push(int most) throws MemoryException {
        for (Stored event : journal.read(journal.acked() + 1, most, 1 << 20)) {
            server.push(Shop.STATION, 1, List.of(event.bytes()), false);
            journal.acknowledge(event.seq());
        }
    }

    /** The station hears all that the server has to tell. */
    void pull() throws Exception {
        Feed.Page page;
        do {
            page = server.page(replica.position().cursor(), replica.position().mark(), Long.MAX_VALUE);
            replica.apply(page, change -> {});
        } while (page.more());
    }

    void snapshot() throws Exception {
        replica.load(writeSnapshot());
    }

    Path writeSnapshot() throws Exception {
        Path file = folder.resolve("incoming.gz");
        FeedLog.write(file, server.snapshotHead(), into -> {
            for (Feed.Change change : server.snapshot()) {
                into.add(Feed.Told.of(change));
            }
        });
        return file;
    }

    void lease(int upTo) throws Exception {
        replica.granted(server.grant(Shop.STATION, 1, upTo));
    }

    Path viewFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("view"))) {
            return files.filter(f -> f.toString().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    void restart() throws MemoryException {
        close();
        openAll();
    }

    void crash() throws Exception {
        replica.crash();
        journal.close();
    }

    @Override
    public void close() {
        replica.close();
        journal.close();
    }
}
