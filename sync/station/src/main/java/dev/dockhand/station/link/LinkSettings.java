package dev.dockhand.station.link;

import java.time.Duration;

/**
 * Bounds of the link.
 *
 * @param firstWait the longest wait after the first failure; it doubles with each more, and chance takes a part of it
 * @param longestWait what it never exceeds, unless the server asks for more
 * @param watchEvery how often the watchdog looks, and old files are cleared away
 * @param compareEvery how often the read model is compared with the server
 */
public record LinkSettings(Duration firstWait, Duration longestWait, Duration watchEvery, Duration compareEvery) {

    /** 1 s, 60 s, 5 s, an hour. */
    public static final LinkSettings USUAL =
            new LinkSettings(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofHours(1));
}
