package dev.dockhand.server.accept;

import dev.dockhand.model.event.FloorEvent;

/**
 * A readable event with what was decided on it.
 *
 * @param raw the line that it came as
 * @param event the event
 * @param decision what it means
 */
record Decided(RawEvent raw, FloorEvent event, Decision decision) {}
