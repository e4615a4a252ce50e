package dev.dockhand.hardware.printer;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why a job did not go as it should. The words are in a bundle, in Korean and English. */
public enum PrintReason {
    /** The printer has no paper. */
    PAPER_OUT,
    /** The printer has no ribbon. */
    RIBBON_OUT,
    /** The print head is open. */
    HEAD_OPEN,
    /** The printer is paused. */
    PAUSED,
    /** The head is too hot or too cold. */
    TEMPERATURE,
    /** The printer takes no more labels. */
    BUFFER_FULL,
    /** Paper is jammed, or the cutter stands still. */
    JAM,
    /** The printer tells an error that it does not explain. */
    ERROR,
    /** The printer is connected and does not answer: paper, ribbon or head. */
    SILENT,
    /** There is no printer at its address. */
    ABSENT,
    /** This user may not open the port. */
    NO_PERMISSION,
    /** Another program holds the port. */
    IN_USE,
    /** The connection was lost before the first byte. */
    LOST_BEFORE,
    /** The connection was lost after the first byte. */
    LOST_AFTER,
    /** The printer stopped taking bytes in the middle of the label. */
    STUCK,
    /** The printer went silent after it had the label. */
    NO_ANSWER,
    /** The printer stopped in the middle of the label, and does not surely print it again. */
    INTERRUPTED,
    /** The printer had not finished within the time. */
    NOT_FINISHED,
    /** Too many jobs wait. */
    QUEUE_FULL,
    /** The station was being closed before the first byte. */
    CLOSED,
    /** The station was being closed after the first byte. */
    CLOSED_AFTER;

    private static final String BUNDLE = "dev.dockhand.hardware.printer.texts.printer";

    /** What happened and what to do next, for the operator. */
    public String words(Locale locale) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }
}
