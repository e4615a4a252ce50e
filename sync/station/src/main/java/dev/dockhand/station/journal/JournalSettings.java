package dev.dockhand.station.journal;

import java.time.Duration;

/**
 * Bounds of a journal.
 *
 * @param segmentBytes size of a segment file, 8 KiB or more
 * @param warnBelow free bytes below which somebody is told
 * @param refuseBelow free bytes below which no new work may begin
 * @param keep how long acknowledged events are kept for a server that comes back from an older backup
 */
public record JournalSettings(int segmentBytes, long warnBelow, long refuseBelow, Duration keep) {

    /** 16 MiB; warn below 2 GiB, no new work below 500 MiB; 14 days. */
    public static final JournalSettings USUAL =
            new JournalSettings(16 << 20, 2L << 30, 500L << 20, Duration.ofDays(14));

    /** Refuses a segment that nothing fits in. */
    public JournalSettings {
        if (segmentBytes < 2 * SegmentHeader.BYTES) {
            throw new IllegalArgumentException("a segment has 8 KiB or more");
        }
    }
}
