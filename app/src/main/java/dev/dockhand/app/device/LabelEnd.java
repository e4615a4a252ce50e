package dev.dockhand.app.device;

/**
 * How the printing of a label ended.
 *
 * @param outcome what became of it
 * @param proof how far it was proved, or why not, as the printer room names it
 * @param missing the fields whose text is not whole on the label; empty when all is on it
 */
public record LabelEnd(Outcome outcome, String proof, String missing) {

    /** What became of a label. */
    public enum Outcome {
        CONFIRMED,
        UNKNOWN,
        FAILED
    }
}
