package dev.dockhand.app.ui.window;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/**
 * Time between keys as they were pressed and not as they were taken. A key carries no time of its own, and when the
 * JavaFX thread was busy it is taken late. So while somebody waits for the next key, time passes only as fast as the
 * thread comes round to take keys: between two frames at most {@link #MOST_NANOS}. On the JavaFX thread.
 */
final class KeyClock {

    /** A frame and a half: keys that wait are taken before the second frame. */
    private static final long MOST_NANOS = 25_000_000;

    private final AnimationTimer frames;
    private boolean ticking;
    private long last = System.nanoTime();
    private long now = last;

    /**
     * A clock that stands by.
     *
     * @param listener told the time at every frame while the clock ticks
     */
    KeyClock(LongConsumer listener) {
        frames = new AnimationTimer() {
            @Override
            public void handle(long frame) {
                listener.accept(now());
            }
        };
    }

    /** The time, in nanoseconds since some moment. */
    long now() {
        long real = System.nanoTime();
        now += ticking ? Math.min(real - last, MOST_NANOS) : real - last;
        last = real;
        return now;
    }

    /** Whether somebody waits for the next key. */
    void tick(boolean waits) {
        if (waits == ticking) {
            return;
        }
        now();
        ticking = waits;
        if (waits) {
            frames.start();
        } else {
            frames.stop();
        }
    }
}
