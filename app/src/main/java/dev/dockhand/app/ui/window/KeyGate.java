package dev.dockhand.app.ui.window;

import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.hardware.scan.WedgeBurst;
import dev.dockhand.hardware.scan.WedgeSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Catches every key before any control sees it, whatever has the focus. What a keyboard scanner typed goes on as a scan,
 * what a person typed as characters and shortcuts. No control of the window takes keys itself, so nothing of a scan can
 * end in a wrong field or press a button.
 */
public final class KeyGate {

    private static final Map<KeyCode, Shortcut> SHORTCUTS = Map.ofEntries(
            Map.entry(KeyCode.ESCAPE, Shortcut.ESCAPE),
            Map.entry(KeyCode.F1, Shortcut.F1),
            Map.entry(KeyCode.F2, Shortcut.F2),
            Map.entry(KeyCode.F3, Shortcut.F3),
            Map.entry(KeyCode.F4, Shortcut.F4),
            Map.entry(KeyCode.F5, Shortcut.F5),
            Map.entry(KeyCode.F6, Shortcut.F6),
            Map.entry(KeyCode.F7, Shortcut.F7),
            Map.entry(KeyCode.F8, Shortcut.F8),
            Map.entry(KeyCode.F9, Shortcut.F9),
            Map.entry(KeyCode.F10, Shortcut.F10),
            Map.entry(KeyCode.F11, Shortcut.F11),
            Map.entry(KeyCode.F12, Shortcut.F12));

    private static final long LONGEST_REPEAT_NANOS = 1_200_000_000;

    private final StationViewModel model;
    private final Function<WedgeBurst.Outcome, DecodedScan> reader;
    private final Map<KeyCode, Long> held = new EnumMap<>(KeyCode.class);
    private WedgeSettings settings = WedgeSettings.USUAL;
    private WedgeBurst burst = new WedgeBurst(settings);
    private final KeyClock clock = new KeyClock(this::passed);

    private KeyGate(StationViewModel model, Function<WedgeBurst.Outcome, DecodedScan> reader) {
        this.model = model;
        this.reader = reader;
    }

    /**
     * Puts a gate in front of a scene.
     *
     * @param scene whose keys are caught
     * @param model who takes them
     * @param reader makes scans of what it typed
     */
    public static KeyGate before(
            Scene scene, StationViewModel model, Function<WedgeBurst.Outcome, DecodedScan> reader) {
        KeyGate gate = new KeyGate(model, reader);
        scene.addEventFilter(KeyEvent.KEY_TYPED, gate::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, gate::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, gate::released);
        return gate;
    }

    /** From now on the keyboard scanner is set up like this; what is held back is handed on before. */
    public void use(WedgeSettings other) {
        if (!other.equals(settings)) {
            release();
            settings = other;
            burst = new WedgeBurst(other);
            await();
        }
    }

    private void typed(KeyEvent event) {
        event.consume();
        if (event.isMetaDown() || event.isAltDown()) {
            return;
        }
        for (char c : event.getCharacter().toCharArray()) {
            // Enter, Tab and Backspace are taken when they are pressed.
            if (c != '\r' && c != '\n' && c != '\t' && c != '\b' && c != 0x7f && c != 0x1b) {
                WedgeBurst.Step step = burst.key(c, clock.now());
                take(step, false);
                if (!step.consumed()) {
                    model.typed(c);
                }
            }
        }
        await();
    }

    private void released(KeyEvent event) {
        event.consume();
        held.remove(event.getCode());
    }

    /** Whether the keyboard says again that a key is down: a held key must not answer one question after the other. */
    private boolean isHeld(KeyCode code) {
        long now = System.nanoTime();
        Long before = held.put(code, now);
        // A release can get lost where the focus moved; no keyboard waits this long to repeat.
        return before != null && now - before < LONGEST_REPEAT_NANOS;
    }

    private void pressed(KeyEvent event) {
        event.consume();
        KeyCode code = event.getCode();
        if (isHeld(code) && (code == KeyCode.ENTER || SHORTCUTS.containsKey(code))) {
            return;
        }
        if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            WedgeBurst.Step step = burst.end(clock.now());
            take(step, true);
            // The late end of a torn scan presses nothing; behind digits of a PIN it is meant.
            boolean goesOn = !step.consumed() || (step.outcome() == null && model.asksForPin());
            if (goesOn && code == KeyCode.ENTER) {
                model.key(Shortcut.ENTER);
            }
        } else if (code == KeyCode.BACK_SPACE) {
            release();
            model.erase();
        } else if (code == KeyCode.DELETE) {
            release();
            model.clear();
        } else if (event.isAltDown() && code.isDigitKey()) {
            release();
            // The name of a digit of the keypad ends with it as well.
            int number = code.getName().charAt(code.getName().length() - 1) - '0';
            model.touched(() -> model.option(number));
        } else if (code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN) {
            model.scroll(code == KeyCode.PAGE_UP ? -1 : 1);
        } else if (event.isControlDown() && isPrefix(code)) {
            // Not every system types a character for Ctrl and a letter; where one does, the prefix comes twice and
            // counts once.
            take(burst.key(prefix(), clock.now()), false);
        } else {
            Optional.ofNullable(SHORTCUTS.get(code)).ifPresent(this::shortcut);
        }
        await();
    }

    private char prefix() {
        Character prefix = settings.prefix();
        return prefix == null ? 0 : prefix;
    }

    private boolean isPrefix(KeyCode code) {
        return Character.isISOControl(prefix()) && code.getName().equals(Character.toString(prefix() + '@'));
    }

    private void shortcut(Shortcut shortcut) {
        release();
        model.key(shortcut);
    }

    /** What is held back came before this key. */
    private void release() {
        passed(clock.now());
    }

    private void passed(long nanos) {
        take(burst.passed(nanos), false);
        await();
    }

    private void take(WedgeBurst.Step step, boolean ended) {
        for (char c : step.typed().toCharArray()) {
            model.typed(c);
        }
        WedgeBurst.Outcome outcome = step.outcome();
        if (outcome != null && !(settings.prefix() == null && model.typedQuickly(raw(outcome), ended))) {
            model.scanned(reader.apply(outcome), raw(outcome));
        }
    }

    private static String raw(WedgeBurst.Outcome outcome) {
        return switch (outcome) {
            case WedgeBurst.Burst(var text) -> text;
            case WedgeBurst.Torn(var text) -> text;
            case WedgeBurst.TooLong tooLong -> "";
        };
    }

    /** The clock ticks while characters are held back. */
    private void await() {
        clock.tick(burst.patience(clock.now()).isPresent());
    }
}
