package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Toledo 8217 (Mettler DIVA service manual, sections 4.5 and 5.1; spoken by many counter scales as "8217" or "NCI/8217").
 * A weight comes as STX digits CR, with {@code N} behind the digits when it is net, and only when it rests; otherwise
 * STX {@code ?} status CR. There is never a weight beside a status, so none is made up.
 */
final class Toledo8217 implements ScaleProtocol {

    private final ScaleProfile profile;
    private final StatusLayout status;
    private final ScaleProfile.WeightForm form;
    private final Requests requests;

    Toledo8217(ScaleProfile profile) {
        this.profile = profile;
        this.status = profile.status()
                .orElseThrow(() -> new IllegalArgumentException("toledo-8217 needs the layout of its status byte"));
        this.form = profile.weight()
                .orElseThrow(() -> new IllegalArgumentException("toledo-8217 needs a unit: its frames have none"));
        this.requests = new Requests(profile);
    }

    @Override
    public Framer framer() {
        return new DelimitedFramer(profile.framing());
    }

    @Override
    public Optional<byte[]> bytes(ScaleRequest request) {
        return requests.bytes(request);
    }

    @Override
    public ScaleMessage read(RawFrame frame, ScaleRequest asked) {
        String text = frame.sevenBit();
        String body = text.length() < 2 ? "" : text.substring(1, text.length() - 1);
        if (body.length() == 2 && body.charAt(0) == '?') {
            return status.read(body.charAt(1))
                    .map(flags -> asked instanceof ScaleRequest.Weigh ? measurement(flags) : answer(flags, asked))
                    .orElseGet(ScaleMessage.Unreadable::new);
        }
        if (body.isEmpty() || body.equals("@") || body.startsWith("E")) {
            return new ScaleMessage.Notice();
        }
        return weight(body);
    }

    /** The width is fixed, so a frame that lost a digit on the way is not taken for a lighter weight. */
    private ScaleMessage weight(String body) {
        boolean net = body.endsWith("N");
        String digits = net ? body.substring(0, body.length() - 1) : body;
        Optional<BigDecimal> value = Decimals.unsigned(digits.stripLeading());
        if (digits.length() != form.length() || value.isEmpty() || value.get().scale() != form.decimals()) {
            return new ScaleMessage.Unreadable();
        }
        Weight weight = new Weight(value.get(), form.unit());
        return new ScaleMessage.Measurement(
                weight.isZero() ? ReadingState.ZERO : ReadingState.STABLE,
                Optional.of(weight),
                net,
                net ? Set.of(StatusFlag.NET) : Set.of());
    }

    private static ScaleMessage measurement(Set<StatusFlag> flags) {
        ReadingState state = StatusStates.of(flags);
        if (state == ReadingState.STABLE) {
            // A status without any fault, where a weight was asked for: what rests there is not known.
            return ScaleMessage.Measurement.without(ReadingState.ERROR, StatusFlag.NO_WEIGHT);
        }
        return new ScaleMessage.Measurement(state, Optional.empty(), flags.contains(StatusFlag.NET), flags);
    }

    private static ScaleMessage answer(Set<StatusFlag> flags, ScaleRequest asked) {
        boolean net = flags.contains(StatusFlag.NET);
        CommandOutcome outcome = switch (StatusStates.of(flags)) {
            case MOTION -> CommandOutcome.MOTION;
            case OVER, UNDER -> CommandOutcome.OUT_OF_RANGE;
            case ERROR ->
                flags.contains(StatusFlag.OUTSIDE_ZERO_RANGE) && !(asked instanceof ScaleRequest.Zero)
                        ? done(net, asked)
                        : CommandOutcome.OUT_OF_RANGE;
            case STABLE, ZERO, STALE -> done(net, asked);
        };
        return new ScaleMessage.Answer(outcome, Optional.of(net));
    }

    /** The status tells whether a tare is taken off, and so whether the scale did what was asked. */
    private static CommandOutcome done(boolean net, ScaleRequest asked) {
        boolean did = switch (asked) {
            case ScaleRequest.Tare tare -> net;
            case ScaleRequest.PresetTare preset -> net == preset.grams().signum() > 0;
            case ScaleRequest.ClearTare clear -> !net;
            case ScaleRequest.Zero zero -> true;
            case ScaleRequest.Weigh weigh -> true;
        };
        return did ? CommandOutcome.DONE : CommandOutcome.REFUSED;
    }
}
