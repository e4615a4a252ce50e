package dev.dockhand.app.flow;

/**
 * A key of the bench. Each has a touch target, a shortcut and a printed command barcode with the text
 * {@code DH-} and its name, for instance {@code DH-UNDO}.
 */
public enum Command {
    /** Take the last act back. Handled by the bench. */
    UNDO,
    /** Answer a red verdict. Handled by the bench. */
    ACKNOWLEDGE,
    /** Leave the job for the menu. Handled by the bench; unfinished work is found again. */
    MENU,
    /** Sign the operator out. Handled by the bench. */
    SIGN_OUT,
    /** Enter a quantity on the keypad. */
    QUANTITY,
    /** Something is wrong: short, damaged. Offers reasons. */
    PROBLEM,
    /** Print the label again, with a reason. */
    PRINT_AGAIN,
    /** What is in hand is full: another box. */
    NEXT_BOX,
    /** The step is finished. */
    FINISH,
    /** Yes, go on. */
    CONFIRM,
    /** No, one step back, nothing happened. */
    BACK;

    /** What every command barcode starts with. */
    public static final String PREFIX = "DH-";

    /** Text of the printed barcode. */
    public String barcode() {
        return PREFIX + name();
    }
}
