package dev.dockhand.model.exception;

import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.StationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something on the floor that a supervisor must settle; no error of the program.
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
public record ExceptionRecord(
        ExceptionId id,
        ExceptionKind kind,
        String about,
        @Nullable StationId station,
        @Nullable EventId event,
        String detail,
        Instant raisedAt,
        boolean settled) {

    /** Cuts the time. */
    public ExceptionRecord {
        raisedAt = raisedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
