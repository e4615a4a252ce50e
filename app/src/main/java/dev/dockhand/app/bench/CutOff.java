package dev.dockhand.app.bench;

import java.time.Instant;

/**
 * A carrier's pick-up that parcels must be ready for.
 *
 * @param carrier name as people say it
 * @param cutOff when the carrier leaves
 * @param shipmentsToGo shipments that are not packed yet
 */
public record CutOff(String carrier, Instant cutOff, int shipmentsToGo) {}
