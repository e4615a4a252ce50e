package dev.dockhand.station.memory;

import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.link.LinkSettings;
import dev.dockhand.station.replica.ReplicaSettings;

/**
 * Bounds of a station's memory.
 *
 * @param journal of the journal
 * @param replica of the read model
 * @param link of the link
 * @param pictures bytes that pictures of items may take
 */
public record StationSettings(JournalSettings journal, ReplicaSettings replica, LinkSettings link, long pictures) {

    /** What a station uses unless IT says otherwise. */
    public static final StationSettings USUAL =
            new StationSettings(JournalSettings.USUAL, ReplicaSettings.USUAL, LinkSettings.USUAL, 512L << 20);
}
