package dev.dockhand.app.device;

import dev.dockhand.hardware.scale.Reading;
import dev.dockhand.hardware.scale.WeightCapture;
import dev.dockhand.model.measure.Grams;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Captures weights for the bench: the first one that rests, is fresh and came after the pan was emptied. Readings come on
 * the scale's thread, requests on the bench's; one lock guards the little state there is.
 */
final class BenchScale implements Weighing {

    private final InstantSource clock;
    private final Runnable changed;
    private WeightCapture capture = WeightCapture.of(WeightCapture.Rules.usual());
    private @Nullable Taker waiting;
    private WeightCapture.@Nullable Refusal told;
    private @Nullable LiveWeight live;
    private boolean present;

    BenchScale(InstantSource clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    /** Says whether a scale is set up at all. */
    synchronized void present(boolean isThere) {
        present = isThere;
        if (!isThere) {
            live = null;
        }
    }

    @Override
    public synchronized void capture(Taker taker) {
        if (!present) {
            taker.notWeighed("bench.scale.none", false);
            return;
        }
        waiting = taker;
        told = null;
        attempt();
    }

    @Override
    public synchronized void forget() {
        waiting = null;
    }

    @Override
    public synchronized @Nullable LiveWeight live() {
        return live;
    }

    /** Takes what the scale says. */
    void on(Reading reading) {
        boolean shown;
        synchronized (this) {
            capture = capture.on(reading);
            LiveWeight now = LiveWeight.of(reading);
            shown = !now.equals(live);
            live = now;
            attempt();
        }
        if (shown) {
            changed.run();
        }
    }

    private void attempt() {
        Taker asker = waiting;
        if (asker == null) {
            return;
        }
        switch (capture.capture(clock.instant())) {
            case WeightCapture.Captured captured -> {
                capture = captured.next();
                waiting = null;
                Reading reading = captured.reading();
                asker.weighed(new Grams(captured.grams()), reading.raw().hex(), reading.device());
            }
            case WeightCapture.Refused refused -> tell(asker, refused.refusal());
        }
    }

    /** Tells a reason once; a moving or an empty pan is what everybody expects while a parcel is being put on. */
    private void tell(Taker asker, WeightCapture.Refusal refusal) {
        boolean expected = refusal == WeightCapture.Refusal.MOTION
                || refusal == WeightCapture.Refusal.EMPTY
                || refusal == WeightCapture.Refusal.NO_READING;
        if (!expected && refusal != told) {
            told = refusal;
            boolean passing = refusal == WeightCapture.Refusal.NOT_EMPTIED || refusal == WeightCapture.Refusal.UNDER;
            asker.notWeighed(
                    "bench.scale." + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'), passing);
        }
    }
}
