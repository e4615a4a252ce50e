package dev.dockhand.hardware.scale;

import java.util.Optional;

/** What came of a command that a scale answers with its status. */
final class StatusAnswers {

    private StatusAnswers() {}

    static ScaleMessage answer(LineProtocol.Said said, ScaleRequest asked) {
        boolean net = said.flags().contains(StatusFlag.NET);
        boolean tellsNet = said.sayable().contains(StatusFlag.NET);
        CommandOutcome outcome = switch (StatusStates.of(said.flags())) {
            case MOTION -> CommandOutcome.MOTION;
            case OVER, UNDER -> CommandOutcome.OUT_OF_RANGE;
            case ERROR ->
                said.flags().contains(StatusFlag.OUTSIDE_ZERO_RANGE) && !(asked instanceof ScaleRequest.Zero)
                        ? done(said, asked)
                        : CommandOutcome.OUT_OF_RANGE;
            case STABLE, ZERO, STALE -> done(said, asked);
        };
        return new ScaleMessage.Answer(outcome, tellsNet ? Optional.of(net) : Optional.empty());
    }

    /** The status tells what is so now, and so whether the scale did what was asked. */
    private static CommandOutcome done(LineProtocol.Said said, ScaleRequest asked) {
        boolean net = said.flags().contains(StatusFlag.NET) || !said.sayable().contains(StatusFlag.NET);
        boolean gross = !said.flags().contains(StatusFlag.NET);
        boolean atZero = said.flags().contains(StatusFlag.CENTRE_OF_ZERO)
                || !said.sayable().contains(StatusFlag.CENTRE_OF_ZERO);
        boolean did = switch (asked) {
            case ScaleRequest.Tare tare -> net;
            case ScaleRequest.PresetTare preset -> preset.grams().signum() > 0 ? net : gross;
            case ScaleRequest.ClearTare clear -> gross;
            case ScaleRequest.Zero zero -> atZero;
            case ScaleRequest.Weigh weigh -> true;
        };
        return did ? CommandOutcome.DONE : CommandOutcome.REFUSED;
    }
}
