package dev.dockhand.server.exception;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.StationId;
import org.jspecify.annotations.Nullable;

/**
 * A reason to ask a supervisor.
 *
 * @param kind why
 * @param about an order, shipment, location or notice
 * @param station station that it came from, absent when the server found it by itself
 * @param event event that caused it, absent when there is none
 * @param detail technical facts, no personal data
 */
public record ExceptionDraft(
        ExceptionKind kind,
        String about,
        @Nullable StationId station,
        @Nullable EventId event,
        String detail) {

    /** Something that the server found by itself. */
    public static ExceptionDraft own(ExceptionKind kind, String about, String detail) {
        return new ExceptionDraft(kind, about, null, null, detail);
    }
}
