package dev.dockhand.app.bench;

import dev.dockhand.app.bench.Finding.Reason;
import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.ReadingState;
import dev.dockhand.hardware.scale.WeightCapture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A scale shows a weight that rests; where the pan has to be empty, one near zero. */
final class WeighTrial implements Trial {

    private static final BigDecimal NEAR_ZERO = WeightCapture.Rules.usual().nearZero();

    private final boolean wantsEmpty;
    private Finding last = Finding.of(Reason.SETTLING, ReadingState.STALE);
    private @Nullable Told told;

    WeighTrial(boolean wantsEmpty) {
        this.wantsEmpty = wantsEmpty;
    }

    @Override
    public void start(Told to) {
        told = to;
        to.goesOn(last, "");
    }

    @Override
    public void weighed(Reading reading) {
        Told to = told;
        if (to == null) {
            return;
        }
        switch (reading.state()) {
            case ZERO -> to.ends(true, new Finding(Reason.WEIGHED, figure(reading)));
            case STABLE -> resting(to, reading);
            case MOTION, OVER, UNDER, ERROR, STALE -> goesOn(to, Finding.of(Reason.SETTLING, reading.state()));
        }
    }

    private void resting(Told to, Reading reading) {
        boolean empty = reading.grams()
                .map(grams -> grams.abs().compareTo(NEAR_ZERO) <= 0)
                .orElse(false);
        if (wantsEmpty && !empty) {
            goesOn(to, new Finding(Reason.PAN_LOADED, figure(reading)));
        } else {
            to.ends(true, new Finding(Reason.WEIGHED, figure(reading)));
        }
    }

    private void goesOn(Told to, Finding finding) {
        if (!finding.equals(last)) {
            last = finding;
            to.goesOn(finding, "");
        }
    }

    private static String figure(Reading reading) {
        return reading.weight()
                .map(weight -> String.format(
                        Locale.ROOT,
                        "%,." + Math.max(0, weight.value().scale()) + "f %s",
                        weight.value(),
                        weight.unit().symbol()))
                .orElse("0");
    }

    @Override
    public Finding late() {
        return last.reason() == Reason.PAN_LOADED
                ? new Finding(Reason.NOT_EMPTIED, last.detail())
                : new Finding(Reason.NOT_STABLE, last.detail());
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(wantsEmpty ? 60 : 10);
    }
}
