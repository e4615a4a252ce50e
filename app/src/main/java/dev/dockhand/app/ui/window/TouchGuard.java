package dev.dockhand.app.ui.window;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.keys.PageId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a touch that was meant from one that came before anybody can have seen what it fell on: the second half of a double
 * tap, a glove that bounced, a finger on its way while a scan changed the screen.
 */
final class TouchGuard {

    /** Nobody sees a new screen, understands it and touches it in less. */
    private static final Duration SIGHT = Duration.ofMillis(400);
    /** How long a refused touch is told. */
    private static final Duration TOLD = Duration.ofSeconds(3);

    private final InstantSource clock;
    private @Nullable Object face;
    private @Nullable Instant since;
    private @Nullable Instant refused;

    TouchGuard(InstantSource clock) {
        this.clock = clock;
    }

    /** What is on the screen now; what differs from the one before is a new screen. */
    void show(Object now) {
        if (!now.equals(face)) {
            face = now;
            since = clock.instant();
            refused = null;
        }
    }

    /** Whether a touch at this moment came too early; one that did is told from now on. */
    boolean refuses() {
        boolean early = isWithin(since, SIGHT);
        if (early) {
            refused = clock.instant();
        }
        return early;
    }

    /** Whether a refused touch is still told. */
    boolean tells() {
        return isWithin(refused, TOLD);
    }

    /**
     * What makes a screen another one: that a key means something else now, or that something else is asked.
     *
     * @param view what the bench shows
     * @param page which page is open
     * @param pageFace what it has of its own
     * @param choicePage which page of options
     */
    record Face(BenchView view, PageId page, Object pageFace, int choicePage) {

        List<Object> meanings() {
            Screen screen = view.screen();
            boolean asks = !screen.options().isEmpty() || screen.commands().contains(Command.CONFIRM);
            return List.of(
                    page,
                    view.mustAnswer(),
                    screen.flow(),
                    screen.step(),
                    screen.commands(),
                    screen.options().stream().map(Screen.Option::id).toList(),
                    asks ? screen.instruction() : "",
                    choicePage,
                    pageFace);
        }

        /** Whether what is typed still belongs to what is asked. */
        static boolean sameStep(Screen left, Screen right) {
            boolean sameKeypad = left.keypad() == null
                    ? right.keypad() == null
                    : right.keypad() != null
                            && left.keypad().kind() == right.keypad().kind();
            // Who is asked for a PIN stands in the instruction: another person begins with an empty keypad.
            boolean samePerson = left.keypad() == null || left.instruction().equals(right.instruction());
            return left.flow().equals(right.flow()) && left.step().equals(right.step()) && sameKeypad && samePerson;
        }
    }

    /** A clock that was set back must not lock the screen. */
    private boolean isWithin(@Nullable Instant start, Duration span) {
        if (start == null) {
            return false;
        }
        Duration passed = Duration.between(start, clock.instant());
        return !passed.isNegative() && passed.compareTo(span) < 0;
    }
}
