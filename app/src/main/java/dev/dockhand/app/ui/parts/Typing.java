package dev.dockhand.app.ui.parts;

/** Takes what a keypad on the screen was touched for. */
public interface Typing {

    /** A character. */
    void typed(char character);

    /** The last character is taken back. */
    void erase();

    /** All is forgotten. */
    void clear();

    /** What was typed is handed over. */
    void enter();
}
