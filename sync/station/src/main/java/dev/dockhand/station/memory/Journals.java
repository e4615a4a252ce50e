package dev.dockhand.station.memory;

import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import dev.dockhand.station.journal.Author;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.FolderLock;
import dev.dockhand.station.journal.Journal;
import dev.dockhand.station.journal.Segments;
import dev.dockhand.station.link.Identity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** The folder's lock, the present journal, and those of earlier enrolments. */
final class Journals implements AutoCloseable {

    private final FolderLock lock;
    private final ExecutorService background;
    private final List<Segments> sealed;
    private final Journal current;

    private Journals(FolderLock lock, ExecutorService background, List<Segments> sealed, Journal current) {
        this.lock = lock;
        this.background = background;
        this.sealed = sealed;
        this.current = current;
    }

    static Journals open(StationFolder folder, Identity identity, Station.Parts station, Notices notices)
            throws MemoryException {
        FolderLock lock = FolderLock.take(folder.root());
        ExecutorService background = station.ahead().get();
        try {
            Journal.Parts parts = new Journal.Parts(
                    station.disk(),
                    station.settings().journal(),
                    station.clock(),
                    station.random(),
                    background,
                    notices::add);
            Author author = new Author(identity.company(), identity.warehouse().id(), identity.station());
            List<Segments> sealed = new ArrayList<>();
            for (int epoch : folder.epochsBefore(identity.epoch())) {
                Segments old = Segments.open(
                        parts.disk(), parts.settings().segmentBytes(), folder.epoch(epoch), author, epoch);
                old.damage().forEach(damage -> notices.add(Health.Kind.JOURNAL_DAMAGED, damage));
                sealed.add(old);
            }
            folder.refuseSealed(identity.epoch());
            Journal current = Journal.open(parts, folder.epoch(identity.epoch()), author, identity.epoch());
            return new Journals(lock, background, sealed, current);
        } catch (IOException e) {
            background.shutdownNow();
            lock.close();
            throw new MemoryException(Reason.DISK_FAILED, "%s cannot be read".formatted(folder.root()), e);
        } catch (MemoryException | RuntimeException e) {
            background.shutdownNow();
            lock.close();
            throw e;
        }
    }

    Journal current() {
        return current;
    }

    /** Oldest epoch first, the present one last. */
    List<EventSource> all() {
        List<EventSource> all = new ArrayList<>(sealed);
        all.add(current);
        return all;
    }

    @Override
    public void close() {
        background.shutdown();
        current.close();
        sealed.forEach(Segments::close);
        lock.close();
    }
}
