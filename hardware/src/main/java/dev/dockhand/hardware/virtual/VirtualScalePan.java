package dev.dockhand.hardware.virtual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The pan of a virtual scale and the dials of its load cell; whatever thread turns them, the scale sees it with its next
 * answer. Weights are in grams.
 */
public final class VirtualScalePan {

    private static final BigDecimal ZERO_RANGE = new BigDecimal("0.02");

    private final ReentrantLock lock = new ReentrantLock();
    private final BigDecimal capacity;
    private final BigDecimal division;
    private BigDecimal load = BigDecimal.ZERO;
    private BigDecimal zero = BigDecimal.ZERO;
    private BigDecimal tare = BigDecimal.ZERO;
    private boolean shaken;
    private boolean silent;
    private long settling;
    private long movedAt = System.nanoTime();
    private byte @Nullable [] canned;

    /**
     * An empty pan.
     *
     * @param capacity the most it weighs
     * @param division the smallest step that it shows
     */
    public VirtualScalePan(BigDecimal capacity, BigDecimal division) {
        this.capacity = capacity;
        this.division = division;
    }

    /** A parcel scale: 30 kg in steps of 1 g. */
    public static VirtualScalePan parcel() {
        return new VirtualScalePan(new BigDecimal("30000"), BigDecimal.ONE);
    }

    /** Puts exactly this on the pan; below zero lifts it. */
    public void load(BigDecimal grams) {
        locked(() -> {
            load = grams;
            movedAt = System.nanoTime();
        });
    }

    /** Puts exactly this many whole grams on the pan. */
    public void load(long grams) {
        load(BigDecimal.valueOf(grams));
    }

    /** Shakes the pan while on: the weight moves. */
    public void motion(boolean on) {
        locked(() -> shaken = on);
    }

    /** How long the weight moves after every change of the load; nothing at first. */
    public void settling(Duration time) {
        locked(() -> settling = time.toNanos());
    }

    /** Puts more on the pan than it weighs. */
    public void overload() {
        load(capacity.multiply(new BigDecimal("1.1")));
    }

    /** Lifts the pan. */
    public void underload() {
        load(capacity.multiply(new BigDecimal("-0.05")));
    }

    /** Takes what it is asked and answers nothing while on. */
    public void silent(boolean on) {
        locked(() -> silent = on);
    }

    /** Answers the next request with exactly these bytes. */
    public void answerOnce(byte[] bytes) {
        byte[] copy = bytes.clone();
        locked(() -> canned = copy);
    }

    /** What it would show, tare taken off, in grams and whole divisions. */
    public BigDecimal shown() {
        return look().shown();
    }

    Look look() {
        lock.lock();
        try {
            BigDecimal gross = rounded(load.subtract(zero));
            boolean moves = shaken || System.nanoTime() - movedAt < settling;
            return new Look(gross, rounded(gross.subtract(tare)), tare, moves, gross.compareTo(capacity) > 0);
        } finally {
            lock.unlock();
        }
    }

    /** Sets to zero when the load is within two percent of the capacity; tells whether it is. */
    boolean setZero() {
        lock.lock();
        try {
            boolean within = load.abs().compareTo(capacity.multiply(ZERO_RANGE)) <= 0;
            if (within) {
                zero = load;
                tare = BigDecimal.ZERO;
            }
            return within;
        } finally {
            lock.unlock();
        }
    }

    void setTare(BigDecimal grams) {
        locked(() -> tare = grams);
    }

    boolean isSilent() {
        lock.lock();
        try {
            return silent;
        } finally {
            lock.unlock();
        }
    }

    byte @Nullable [] takeCanned() {
        lock.lock();
        try {
            byte[] taken = canned;
            canned = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private BigDecimal rounded(BigDecimal grams) {
        return grams.divide(division, 0, RoundingMode.HALF_UP).multiply(division);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What the load cell sees at one moment.
     *
     * @param gross without tare
     * @param shown with the tare taken off
     * @param tare the tare
     * @param moves true while the weight moves
     * @param over true above the capacity
     */
    record Look(BigDecimal gross, BigDecimal shown, BigDecimal tare, boolean moves, boolean over) {
        boolean under() {
            return gross.signum() < 0;
        }

        boolean net() {
            return tare.signum() != 0;
        }
    }
}
