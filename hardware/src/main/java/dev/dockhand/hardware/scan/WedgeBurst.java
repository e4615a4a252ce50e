package dev.dockhand.hardware.scan;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the key strokes of a keyboard scanner from those of a person, whatever has the focus. Pure: it is fed with every
 * typed character and Enter or Tab, each with its time, and holds characters back until it knows. A scene-level filter
 * consumes what is {@link Step#consumed()}, and hands {@link Step#typed()} to the focused control.
 *
 * <p>Without a prefix, characters that follow each other within the gap are a scan when Enter or Tab follows as quickly.
 * Since the thread that takes keys may stall, a run that is surely a scan survives two longer pauses, and a scan that
 * begins right behind typed characters is torn: those characters may be its beginning. Control characters within a scan are
 * dropped, GS is kept. Not for use by several threads.
 */
public final class WedgeBurst {

    private static final char GS = '\u001d';
    /** A pause that the taking thread may make in the middle of a scan. */
    private static final long STALL_NANOS = 300_000_000L;
    /** How long the end of a scan with a prefix may be missing. */
    private static final long PREFIX_NANOS = 1_000_000_000L;

    private static final int SURE_CHARACTERS = 6;
    private static final int MOST_STALLS = 2;

    private final WedgeSettings settings;
    private final StringBuilder held = new StringBuilder();
    private int length;
    private boolean prefixed;
    private boolean behindTyping;
    private int stalls;
    private long last;
    private @Nullable Long typedAt;
    private @Nullable Long tornAt;

    /**
     * A recogniser in front of an empty input.
     *
     * @param settings how the scanner is set up
     */
    public WedgeBurst(WedgeSettings settings) {
        this.settings = settings;
    }

    /** What a run of characters turned out to be. */
    public sealed interface Outcome {}

    /**
     * A scan.
     *
     * @param text its characters, without prefix and end
     */
    public record Burst(String text) implements Outcome {}

    /**
     * A scan whose beginning or end is missing; the operator scans again.
     *
     * @param text what there is of it
     */
    public record Torn(String text) implements Outcome {}

    /**
     * A scan of more than 4,096 characters; none is kept.
     *
     * @param characters how many there were
     */
    public record TooLong(int characters) implements Outcome {}

    /**
     * What to do after a key.
     *
     * @param typed characters held back until now that a person typed; they go to the focused control first
     * @param consumed whether the key itself ends here; otherwise it goes on to the focused control
     * @param outcome a scan that ended, or null
     */
    public record Step(
            String typed, boolean consumed, @Nullable Outcome outcome) {

        private static final Step TAKEN = new Step("", true, null);
    }

    /**
     * A character was typed.
     *
     * @param c the character
     * @param nanos when, by {@link System#nanoTime()}
     */
    public Step key(char c, long nanos) {
        Step before = passed(nanos);
        Character prefix = settings.prefix();
        if (prefix != null && c == prefix && (!prefixed || Character.isISOControl(c))) {
            return start(before, nanos);
        }
        if (prefix != null && !prefixed) {
            return person(before, nanos);
        }
        if (Character.isISOControl(c) && c != GS) {
            if (!prefixed && !isSure()) {
                return person(before, nanos);
            }
            last = nanos;
            return before;
        }
        hold(c, nanos);
        return before;
    }

    /**
     * Enter or Tab was pressed.
     *
     * @param nanos when, by {@link System#nanoTime()}
     */
    public Step end(long nanos) {
        Step before = passed(nanos);
        if (!isHolding() && isWithin(PREFIX_NANOS, tornAt, nanos)) {
            // The late end of a torn scan must not press the focused button.
            tornAt = null;
            return before;
        }
        if (!prefixed && length < settings.least()) {
            Step step = person(before, nanos);
            typedAt = null;
            return step;
        }
        Outcome outcome = length == 0 ? before.outcome() : whole();
        clear();
        return new Step(before.typed(), true, outcome);
    }

    /**
     * Time has passed; to be called after {@link #patience}.
     *
     * @param nanos now, by {@link System#nanoTime()}
     * @return what has to be done; {@code consumed} means nothing here
     */
    public Step passed(long nanos) {
        if (!isHolding() || nanos - last <= limit()) {
            return Step.TAKEN;
        }
        Step step;
        if (!isScan()) {
            step = new Step(release(last), true, null);
        } else if (settings.suffixed()) {
            step = new Step("", true, new Torn(held.toString()));
            tornAt = nanos;
        } else {
            step = new Step("", true, whole());
        }
        clear();
        return step;
    }

    /** How long to wait before {@link #passed} has something to say; nothing while no character is held back. */
    public Optional<Duration> patience(long nanos) {
        return isHolding()
                ? Optional.of(Duration.ofNanos(Math.max(0, limit() - (nanos - last)) + 1))
                : Optional.empty();
    }

    private boolean isHolding() {
        return length > 0 || prefixed;
    }

    private long limit() {
        long gap = settings.gap().toNanos();
        if (!settings.suffixed()) {
            return gap;
        }
        if (prefixed) {
            return PREFIX_NANOS;
        }
        return isSure() && stalls < MOST_STALLS ? Math.max(gap, STALL_NANOS) : gap;
    }

    /** Long, quick and not one key held down. */
    private boolean isSure() {
        return length >= SURE_CHARACTERS && hasTwoCharacters();
    }

    private boolean hasTwoCharacters() {
        return held.chars().anyMatch(c -> c != held.charAt(0));
    }

    private boolean isScan() {
        if (prefixed) {
            return length > 0;
        }
        return settings.suffixed()
                ? isSure() && stalls < MOST_STALLS
                : length >= settings.least() && hasTwoCharacters();
    }

    private Step start(Step before, long nanos) {
        Outcome outcome = isScan() ? new Torn(held.toString()) : before.outcome();
        clear();
        prefixed = true;
        last = nanos;
        return new Step(before.typed(), true, outcome);
    }

    private Step person(Step before, long nanos) {
        String typed = before.typed() + release(nanos);
        clear();
        typedAt = nanos;
        return new Step(typed, false, before.outcome());
    }

    private String release(long nanos) {
        if (length == 0) {
            return "";
        }
        typedAt = nanos;
        return held.toString();
    }

    private static boolean isWithin(long span, @Nullable Long since, long nanos) {
        return since != null && nanos - since <= span;
    }

    private void hold(char c, long nanos) {
        if (length == 0) {
            behindTyping = !prefixed && isWithin(STALL_NANOS, typedAt, nanos);
        } else if (nanos - last > settings.gap().toNanos()) {
            stalls++;
        }
        if (held.length() < Scan.MOST_CHARACTERS) {
            held.append(c);
        }
        length++;
        last = nanos;
    }

    private Outcome whole() {
        if (length > Scan.MOST_CHARACTERS) {
            return new TooLong(length);
        }
        return behindTyping ? new Torn(held.toString()) : new Burst(held.toString());
    }

    private void clear() {
        held.setLength(0);
        length = 0;
        prefixed = false;
        behindTyping = false;
        stalls = 0;
    }
}
