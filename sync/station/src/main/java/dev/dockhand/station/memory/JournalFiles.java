package dev.dockhand.station.memory;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import dev.dockhand.station.journal.Author;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.FolderLock;
import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.journal.RealDisk;
import dev.dockhand.station.journal.Segments;
import dev.dockhand.station.link.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journals of a station's folder, read without changing anything; also while the station runs. */
public final class JournalFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);

    private final List<Segments> epochs;

    private JournalFiles(List<Segments> epochs) {
        this.epochs = epochs;
    }

    /**
     * Opens the journals of all enrolments of an enrolled station.
     *
     * @throws MemoryException NOT_ENROLLED, UNKNOWN_FORMAT or DISK_FAILED
     */
    public static JournalFiles open(Path folder) throws MemoryException {
        StationFolder where = new StationFolder(folder);
        Identity identity = Identity.read(folder);
        Author author = new Author(identity.company(), identity.warehouse().id(), identity.station());
        List<Segments> epochs = new ArrayList<>();
        try {
            for (int epoch : where.epochsBefore(Integer.MAX_VALUE)) {
                epochs.add(Segments.open(
                        new RealDisk(), JournalSettings.USUAL.segmentBytes(), where.epoch(epoch), author, epoch));
            }
            return new JournalFiles(epochs);
        } catch (IOException e) {
            epochs.forEach(Segments::close);
            throw new MemoryException(Reason.DISK_FAILED, "%s cannot be read".formatted(folder), e);
        } catch (MemoryException | RuntimeException e) {
            epochs.forEach(Segments::close);
            throw e;
        }
    }

    /** Oldest epoch first. */
    public List<EventSource> epochs() {
        return List.copyOf(epochs);
    }

    /**
     * Ends the present epoch for good: nothing more is written to its journal, and the station works again once it was enrolled
     * anew. What it holds is sent then.
     *
     * @return the epoch
     * @throws MemoryException NOT_ENROLLED, IN_USE while the station runs, or DISK_FAILED
     */
    public static int seal(Path folder) throws MemoryException {
        Identity identity = Identity.read(folder);
        try (FolderLock lock = FolderLock.take(folder)) {
            LOG.info("{} is ours: {}; its epoch {} ends here", folder, lock, identity.epoch());
            new StationFolder(folder).seal(identity.epoch());
            return identity.epoch();
        } catch (IOException e) {
            throw new MemoryException(Reason.DISK_FAILED, "%s does not take the seal".formatted(folder), e);
        }
    }

    @Override
    public void close() {
        epochs.forEach(Segments::close);
    }
}
