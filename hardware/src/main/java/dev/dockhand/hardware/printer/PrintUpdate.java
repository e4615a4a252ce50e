package dev.dockhand.hardware.printer;

import java.time.Duration;
import java.time.Instant;

/**
 * A job went forward.
 *
 * @param job its id
 * @param state where it is now
 * @param at when
 * @param after time since it was submitted, on a clock that never jumps
 */
public record PrintUpdate(String job, PrintState state, Instant at, Duration after) {}
