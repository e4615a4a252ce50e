package dev.dockhand.app.ui.parts;

import dev.dockhand.app.flow.Screen.Keypad;
import dev.dockhand.model.catalogue.PinHash;
import java.util.Locale;

/** What is typed on a keypad. Bounded, and only of characters that the kind of keypad has. */
public final class KeypadViewModel {

    private static final int LONGEST_NUMBER = 6;
    private static final int DATE_DIGITS = 6;
    private static final int LONGEST_CODE = 64;
    private static final String SIGNS = "-./";

    private final StringBuilder typed = new StringBuilder();
    private Keypad.Kind kind = Keypad.Kind.NUMBER;

    /** Which keypad it is. */
    public Keypad.Kind kind() {
        return kind;
    }

    /** Starts afresh with another keypad. */
    public void show(Keypad.Kind wanted) {
        kind = wanted;
        clear();
    }

    /** Forgets what was typed. */
    public void clear() {
        // A PIN must not stay behind in the buffer.
        for (int i = 0; i < typed.length(); i++) {
            typed.setCharAt(i, '\0');
        }
        typed.setLength(0);
    }

    /** Adds a character; one that the keypad does not have, or one too many, is ignored. */
    public void type(char character) {
        char c = Character.toString(character).toUpperCase(Locale.ROOT).charAt(0);
        if (typed.length() < longest() && accepts(c)) {
            typed.append(c);
        }
    }

    /** Takes the last character back. */
    public void erase() {
        if (!typed.isEmpty()) {
            typed.setLength(typed.length() - 1);
        }
    }

    /** Whether there is something that can be handed over: a whole date, at least one character otherwise. */
    public boolean isComplete() {
        return kind == Keypad.Kind.DATE ? typed.length() == DATE_DIGITS : !typed.isEmpty();
    }

    /** What was typed, which is forgotten by this. */
    public String take() {
        String text = typed.toString();
        clear();
        return text;
    }

    /** What the screen shows. */
    public KeypadEntry entry(String unit) {
        return new KeypadEntry(kind, shown(), typed.isEmpty(), unit);
    }

    private String shown() {
        return switch (kind) {
            case NUMBER, CODE -> typed.toString();
            case PIN, BADGE -> "●".repeat(typed.length());
            case DATE -> date();
        };
    }

    private String date() {
        String padded = typed + "_".repeat(DATE_DIGITS - typed.length());
        return "20" + padded.substring(0, 2) + "-" + padded.substring(2, 4) + "-" + padded.substring(4);
    }

    private int longest() {
        return switch (kind) {
            case NUMBER -> LONGEST_NUMBER;
            case PIN -> PinHash.LONGEST;
            case DATE -> DATE_DIGITS;
            case BADGE, CODE -> LONGEST_CODE;
        };
    }

    private boolean accepts(char c) {
        boolean digit = c >= '0' && c <= '9';
        return digit || kind.hasLetters() && (c >= 'A' && c <= 'Z' || SIGNS.indexOf(c) >= 0);
    }
}
