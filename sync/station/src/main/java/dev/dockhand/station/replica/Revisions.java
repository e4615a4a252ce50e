package dev.dockhand.station.replica;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How often what is asked for again and again has changed: raised after the change is committed, so an answer that was
 * read at a revision and later is never older than it.
 */
final class Revisions {

    /** Items, their barcodes, and how the warehouse works. */
    final AtomicLong catalogue = new AtomicLong();

    /** The list of unfinished work; progress on it does not count. */
    final AtomicLong work = new AtomicLong();

    /** Everything is another. */
    void all() {
        catalogue.incrementAndGet();
        work.incrementAndGet();
    }
}
