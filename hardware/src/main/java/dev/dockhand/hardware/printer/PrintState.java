package dev.dockhand.hardware.printer;

/** Where a print job is. It only ever goes forward. */
public sealed interface PrintState {

    /** Waits; no byte of it has left. */
    record Prepared() implements PrintState {}

    /** The port took every byte; the proof so far is {@link ProofLevel#ACCEPTED}. */
    record Sent() implements PrintState {}

    /**
     * Came out as far as the proof says.
     *
     * @param proof the highest level that was reached
     * @param interrupted the printer stopped meanwhile (paper, ribbon, head): it may have put out a damaged label, and
     *     printed it again by itself
     */
    record Confirmed(ProofLevel proof, boolean interrupted) implements PrintState {}

    /**
     * Bytes have left and nobody knows what became of them. Only a look at the printer, or a scan of the label, tells.
     *
     * @param reason what happened
     */
    record Unknown(PrintReason reason) implements PrintState {}

    /**
     * No byte has left; the operator may print again.
     *
     * @param reason what happened
     */
    record Failed(PrintReason reason) implements PrintState {}

    /** True when nothing more happens to the job by itself. */
    default boolean ended() {
        return !(this instanceof Prepared || this instanceof Sent);
    }
}
