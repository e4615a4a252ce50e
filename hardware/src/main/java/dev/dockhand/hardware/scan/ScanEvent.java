package dev.dockhand.hardware.scan;

import java.time.Instant;

/** What came of one pull of a scanner's trigger. Immutable, so that it can wait in a queue. */
public sealed interface ScanEvent permits Scan, RefusedScan {

    /** Rises with every event of the station, over all its scanners. */
    long sequence();

    /** What the scanner is called at this station. */
    String device();

    /** When it was read. */
    Instant at();
}
