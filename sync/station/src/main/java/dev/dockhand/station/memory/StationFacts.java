package dev.dockhand.station.memory;

import dev.dockhand.station.Health;
import dev.dockhand.station.SyncStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status} and {@code doctor} show of a station.
 *
 * @param folder its folder
 * @param station its name
 * @param server address of its server
 * @param epoch epoch of its journal
 * @param firstSeq first event that is kept
 * @param lastSeq last event
 * @param lastHash its hash, which stands for all events before it too
 * @param acked last event that the server has
 * @param cursor where the feed goes on, 0 before the first snapshot
 * @param serverEpoch life of the server's data, 0 before the first snapshot
 * @param viewBytes bytes of the read model's file
 * @param chain what is wrong with the chain of events, absent when nothing is or nobody looked
 * @param skipped what this version does not know of what it was told; it is kept, and read by a later version
 * @param health room and notices
 * @param sync how it stands with the server
 */
public record StationFacts(
        Path folder,
        String station,
        URI server,
        int epoch,
        long firstSeq,
        long lastSeq,
        String lastHash,
        long acked,
        long cursor,
        long serverEpoch,
        long viewBytes,
        @Nullable String chain,
        List<String> skipped,
        Health health,
        SyncStatus sync) {}
