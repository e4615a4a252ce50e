package dev.dockhand.model.trouble;

import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TroubleId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that a supervisor must settle. In the field's words: an exception.
 *
 * @param id key
 * @param kind why
 * @param about what it is about: an order, shipment, location or notice
 * @param station station that it came from, absent when the server found it by itself
 * @param event event that caused it, absent when there is none
 * @param detail technical facts, no personal data
 * @param raisedAt when; to the microsecond, since a database keeps no more and the feed must tell the same
 * @param settled whether a supervisor has answered it
 */
public record Trouble(
        TroubleId id,
        TroubleKind kind,
        String about,
        @Nullable StationId station,
        @Nullable EventId event,
        String detail,
        Instant raisedAt,
        boolean settled) {

    /** Cuts the time. */
    public Trouble {
        raisedAt = raisedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
