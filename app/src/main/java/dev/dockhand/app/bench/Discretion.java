package dev.dockhand.app.bench;

import dev.dockhand.model.catalogue.PinHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something that was typed or scanned may be a PIN: while a badge or PIN is asked for, and for some seconds after, since
 * people go on typing. Not for use by several threads.
 */
public final class Discretion {

    private static final Duration AFTER = Duration.ofSeconds(10);

    private @Nullable Instant until;
    private boolean asked;

    /** Whether a badge or PIN is asked for now. */
    public void asks(boolean secret, Instant now) {
        if (secret) {
            asked = true;
        } else if (asked) {
            asked = false;
            until = now.plus(AFTER);
        }
    }

    /** Whether something may be a PIN at this time. */
    public boolean holds(Instant now) {
        return asked || (until != null && now.isBefore(until));
    }

    /** Whether a text looks like one. */
    public static boolean mayBePin(String text) {
        return !text.isEmpty()
                && text.length() <= PinHash.LONGEST
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
