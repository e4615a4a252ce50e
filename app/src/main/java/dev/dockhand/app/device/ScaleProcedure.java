package dev.dockhand.app.device;

import dev.dockhand.app.device.TestMessage.Reason;
import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.ReadingState;
import dev.dockhand.hardware.scale.WeightCapture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A scale shows a weight that rests; where the pan has to be empty, one near zero. */
final class ScaleProcedure implements TestProcedure {

    private static final BigDecimal NEAR_ZERO = WeightCapture.Rules.usual().nearZero();

    private final boolean wantsEmpty;
    private TestMessage last = TestMessage.of(Reason.SETTLING, ReadingState.STALE);
    private @Nullable Told told;

    ScaleProcedure(boolean wantsEmpty) {
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
            case ZERO -> to.ends(true, new TestMessage(Reason.WEIGHED, figure(reading)));
            case STABLE -> resting(to, reading);
            case MOTION, OVER, UNDER, ERROR, STALE -> goesOn(to, TestMessage.of(Reason.SETTLING, reading.state()));
        }
    }

    private void resting(Told to, Reading reading) {
        boolean empty = reading.grams()
                .map(grams -> grams.abs().compareTo(NEAR_ZERO) <= 0)
                .orElse(false);
        if (wantsEmpty && !empty) {
            goesOn(to, new TestMessage(Reason.PAN_LOADED, figure(reading)));
        } else {
            to.ends(true, new TestMessage(Reason.WEIGHED, figure(reading)));
        }
    }

    private void goesOn(Told to, TestMessage message) {
        if (!message.equals(last)) {
            last = message;
            to.goesOn(message, "");
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
    public TestMessage late() {
        return last.reason() == Reason.PAN_LOADED
                ? new TestMessage(Reason.NOT_EMPTIED, last.detail())
                : new TestMessage(Reason.NOT_STABLE, last.detail());
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(wantsEmpty ? 60 : 10);
    }
}
