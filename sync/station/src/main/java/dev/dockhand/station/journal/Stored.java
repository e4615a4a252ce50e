package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.LostEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the journal.
 *
 * @param seq its number
 * @param bytes the bytes that were forced to disk; nobody writes them anew. Those of the stand-in for a lost event
 * @param hash what the next event names as the one before it
 * @param isLost whether the disk lost it
 */
public record Stored(long seq, byte[] bytes, String hash, boolean isLost) {

    static Stored of(long seq, byte[] bytes) {
        return new Stored(seq, bytes, EventCodec.hash(bytes), false);
    }

    /** Stands in for an event that the disk lost; its hash is known where the next event names it. */
    static Stored lost(long seq, @Nullable String hash) {
        LostEvent lost = new LostEvent(seq, hash);
        return new Stored(seq, lost.encode(), lost.chained(), true);
    }

    /**
     * Reads the bytes.
     *
     * @throws IOException when this build does not know such an event, or it is lost
     */
    public FloorEvent event() throws IOException {
        return EventCodec.decode(bytes);
    }
}
