package dev.dockhand.app.ui.keys;

import dev.dockhand.app.flow.Command;

/**
 * Where a key lies in the key row, from left to right. A key lies in the same place in every job, whatever lies beside it, so
 * that hands find it; and the key that does what nobody can take back lies where no key of the step before it lay.
 */
public enum Slot {
    UNDO,
    BACK,
    FINISH,
    CONFIRM,
    QUANTITY,
    PROBLEM,
    PRINT_AGAIN,
    /** Confirms what nobody can take back. */
    FOR_GOOD,
    CODE,
    MENU,
    MORE;

    /**
     * The place of a command.
     *
     * @param forGood whether the screen's confirmation cannot be taken back
     */
    public static Slot of(Command command, boolean forGood) {
        return switch (command) {
            case UNDO -> UNDO;
            case BACK -> BACK;
            case FINISH -> forGood ? FOR_GOOD : FINISH;
            case CONFIRM, ACKNOWLEDGE -> forGood ? FOR_GOOD : CONFIRM;
            case QUANTITY -> QUANTITY;
            case PROBLEM -> PROBLEM;
            case PRINT_AGAIN, NEXT_BOX -> PRINT_AGAIN;
            case MENU, SIGN_OUT -> MENU;
        };
    }

    /** The place of a key of a page: back lies where it lies at work. */
    public static Slot of(Shortcut shortcut) {
        return switch (shortcut) {
            case ESCAPE -> BACK;
            case F2 -> FINISH;
            case F3 -> CONFIRM;
            case F4 -> QUANTITY;
            case F5 -> PROBLEM;
            case F6 -> PRINT_AGAIN;
            case F7 -> FOR_GOOD;
            case F8 -> CODE;
            default -> throw new IllegalArgumentException(shortcut + " is no key of a page");
        };
    }
}
