package dev.dockhand.server.stock;

import dev.dockhand.server.store.Site;
import java.time.Instant;
import java.time.LocalDate;

/** Says which day it is in a warehouse, by its own time zone. */
@FunctionalInterface
public interface Calendar {

    /** The day there at a moment. */
    LocalDate day(Site site, Instant at);
}
