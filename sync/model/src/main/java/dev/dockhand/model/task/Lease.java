package dev.dockhand.model.task;

import dev.dockhand.model.id.StationId;
import java.time.Instant;

/**
 * The right of one station to work on a task. The token rises with every grant of the same task, so work that was done
 * under an older grant is recognised.
 *
 * @param token fencing token, from 1
 * @param station who holds it
 * @param grantedAt when the server granted it
 */
public record Lease(long token, StationId station, Instant grantedAt) {}
