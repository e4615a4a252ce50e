package dev.dockhand.app.ui.keys;

import dev.dockhand.app.flow.Command;
import java.util.Optional;

/** Keys of the keyboard that do something. Each always means the same, so that hands can learn it. */
public enum Shortcut {
    ENTER("Enter"),
    ESCAPE("Esc"),
    F1("F1"),
    F2("F2"),
    F3("F3"),
    F4("F4"),
    F5("F5"),
    F6("F6"),
    F7("F7"),
    F8("F8"),
    F9("F9"),
    F10("F10"),
    F11("F11"),
    F12("F12");

    private final String label;

    Shortcut(String label) {
        this.label = label;
    }

    /** As printed on keyboards. */
    public String label() {
        return label;
    }

    /**
     * The key of a command. The jobs have none: they are options with a number.
     *
     * @param forGood whether the screen's confirmation cannot be taken back: Enter, which a scanner sends too, is not enough
     */
    public static Optional<Shortcut> of(Command command, boolean forGood) {
        return forGood && (command == Command.CONFIRM || command == Command.FINISH) ? Optional.of(F1) : of(command);
    }

    /** The key of a command where nothing is for good. */
    public static Optional<Shortcut> of(Command command) {
        return switch (command) {
            case CONFIRM -> Optional.of(ENTER);
            case BACK -> Optional.of(ESCAPE);
            case UNDO -> Optional.of(F2);
            case QUANTITY -> Optional.of(F3);
            case PROBLEM -> Optional.of(F4);
            case PRINT_AGAIN -> Optional.of(F5);
            case FINISH -> Optional.of(F6);
            case NEXT_BOX -> Optional.of(F7);
            case ACKNOWLEDGE -> Optional.of(F8);
            case MENU -> Optional.of(F10);
            case SIGN_OUT -> Optional.of(F12);
        };
    }
}
