package dev.dockhand.hardware.scale;

import java.util.concurrent.CompletableFuture;

/** A command that waits for its turn, or for what comes of it. */
record ScaleCommand(ScaleRequest request, byte[] bytes, CompletableFuture<CommandOutcome> outcome) {

    /**
     * Whether a weight that came after the command proves that the scale did it, where no answer says so.
     *
     * @param net true when a tare is taken off from the weight
     */
    boolean isProvedBy(ReadingState state, boolean net) {
        return switch (request) {
            case ScaleRequest.Zero zero -> state == ReadingState.ZERO;
            case ScaleRequest.Tare tare -> net || state == ReadingState.ZERO;
            case ScaleRequest.PresetTare preset -> net;
            case ScaleRequest.ClearTare clear ->
                !net && (state == ReadingState.STABLE || state == ReadingState.ZERO || state == ReadingState.MOTION);
            case ScaleRequest.Weigh weigh -> true;
        };
    }

    /** Whether a tare is taken off once the scale has done it. */
    boolean leavesTare() {
        return request instanceof ScaleRequest.Tare
                || (request instanceof ScaleRequest.PresetTare preset
                        && preset.grams().signum() > 0);
    }
}
