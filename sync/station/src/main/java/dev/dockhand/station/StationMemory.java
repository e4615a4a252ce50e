package dev.dockhand.station;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that a station knows and remembers, with the network plugged in or not: the journal, the read model and the
 * link to the server behind one door. Thread-safe.
 */
public interface StationMemory extends AutoCloseable {

    /**
     * Writes acts to the journal and forces them to disk; when this returns, they are never lost. They are applied to the
     * read model and pushed to the server soon after, without the caller.
     *
     * @param drafts acts in order; they are written all or none
     * @return the events that they became
     * @throws MemoryException when they could not be made durable; nothing was written, nobody may be told "good"
     */
    List<FloorEvent> record(List<Draft> drafts) throws MemoryException;

    /** What is known now, own acts included once they are applied. */
    ReadModel view();

    /** Waits until every recorded act shows in {@link #view()}; at most some seconds, and says whether it does. */
    boolean awaitApplied();

    /** Whether the PIN is this person's. Slow on purpose (Argon2id); works with the network unplugged. */
    PinHash.Check checkPin(Operator person, String pin);

    /** How the station stands with the server. */
    SyncStatus sync();

    /** How the memory itself is: room on the disk, and what happened to it that people should know. */
    Health health();

    /** Tells of every change of {@link #sync()}; called on a thread of the link, must not block. */
    void onSync(Consumer<SyncStatus> listener);

    /** Tells of every change that came from the server and is now in the read model; must not block. */
    void onChange(Consumer<Feed.Change> listener);

    /**
     * Tells that the server has listed the work that this station holds, and that the list is now in the read model; what is
     * missing from it was taken away. Called on a thread of the link, must not block.
     */
    void onWork(Runnable listener);

    /** Tells why work that was asked for by its name is not granted. Called on a thread of the link, must not block. */
    void onRefused(Consumer<Leases.Refusal> listener);

    /** Asks the server for work when it can be reached; what is granted arrives in the read model. Never blocks. */
    void wantWork(Leases.Request wish);

    /** Gives work back to the server, for another station to pack; queued while offline. Never blocks. */
    void giveBack(TaskId task);

    /** Stops the threads, closes the files. What is not pushed yet is pushed after the next start. */
    @Override
    void close();
}
