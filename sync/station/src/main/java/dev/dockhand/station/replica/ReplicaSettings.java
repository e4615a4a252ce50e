package dev.dockhand.station.replica;

import java.time.Duration;

/**
 * Bounds of the read model.
 *
 * @param openLimit how long H2 may take to open and check its file before it counts as damaged
 * @param largestLog bytes of feed pages after which the station writes a snapshot of its own
 * @param largestFile bytes of the H2 file after which it is made anew, which compacts it
 */
public record ReplicaSettings(Duration openLimit, long largestLog, long largestFile) {

    /** 30 s, 32 MiB, 1 GiB. */
    public static final ReplicaSettings USUAL = new ReplicaSettings(Duration.ofSeconds(30), 32L << 20, 1L << 30);
}
