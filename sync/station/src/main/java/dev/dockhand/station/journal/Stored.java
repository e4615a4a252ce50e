package dev.dockhand.station.journal;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import java.io.IOException;

/**
 * An event as it stands in the journal.
 *
 * @param seq its number
 * @param bytes the bytes that were forced to disk; nobody writes them anew
 */
public record Stored(long seq, byte[] bytes) {

    /**
     * Reads the bytes.
     *
     * @throws IOException when this build does not know such an event
     */
    public FloorEvent event() throws IOException {
        return EventCodec.decode(bytes);
    }
}
