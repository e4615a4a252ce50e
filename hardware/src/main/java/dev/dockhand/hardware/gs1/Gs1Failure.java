package dev.dockhand.hardware.gs1;

/**
 * GS1 data was refused; nothing of it is used.
 *
 * @param reason what is wrong
 * @param identifier the application identifier that failed, without brackets; empty when no identifier was reached
 * @param position where in the data it was seen, counted from 0
 * @param separatorAfter the identifier after whose value a separator (GS, 1D) is probably missing; empty when nothing
 *     speaks for that
 */
public record Gs1Failure(Gs1Reason reason, String identifier, int position, String separatorAfter)
        implements Gs1Result {

    static Gs1Failure of(Gs1Reason reason, String identifier, int position) {
        return new Gs1Failure(reason, identifier, position, "");
    }

    /** The same failure, with the hint that the separator after an identifier is missing. */
    Gs1Failure withSeparatorAfter(String earlier) {
        return new Gs1Failure(reason, identifier, position, earlier);
    }

    /** What is wrong in plain English; it repeats nothing of the scanned data. */
    public String message() {
        String where = identifier.isEmpty() ? "at character " + (position + 1) : "(" + identifier + ")";
        String hint = separatorAfter.isEmpty() ? "" : "; separator missing after (" + separatorAfter + ")?";
        return where + ": " + reason.text() + hint;
    }
}
