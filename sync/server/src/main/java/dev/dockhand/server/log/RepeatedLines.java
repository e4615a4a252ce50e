package dev.dockhand.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Lets a line be written so often a minute and counts it beyond, so that nobody can drive the log out of its files by doing
 * the same again and again. What was counted is told when the minute is over. Lines are the same when they differ only in the
 * values that are filled in. Logback's own filter for this never shows again what came too often.
 */
public final class RepeatedLines extends TurboFilter {

    private static final int SHOWN = 20;
    private static final int MOST_KINDS = 1000;
    private static final Marker COUNTED = MarkerFactory.getMarker("COUNTED");

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Kind, Count> counts = new HashMap<>();
    private Duration period = Duration.ofMinutes(1);
    private @Nullable ScheduledFuture<?> telling;

    /**
     * What makes lines the same.
     *
     * @param logger who writes
     * @param level how loud
     * @param format the text before values are filled in
     * @param error class of the error with it; empty for none
     */
    private record Kind(Logger logger, Level level, String format, String error) {}

    private static final class Count {
        private int lines;

        private int beyond() {
            return lines - SHOWN;
        }
    }

    /** As named by the settings of the log. */
    public RepeatedLines() {}

    /** After how many seconds what was counted is told, and lines are shown again. */
    public void setSeconds(int seconds) {
        period = Duration.ofSeconds(seconds);
    }

    @Override
    public void start() {
        super.start();
        telling = getContext()
                .getScheduledExecutorService()
                .scheduleAtFixedRate(this::tell, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        super.stop();
        if (telling != null) {
            telling.cancel(false);
        }
        tell();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable error) {
        // Asked for levels that are off, too.
        if (format == null || marker == COUNTED || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Kind kind = new Kind(
                logger, level, format, error == null ? "" : error.getClass().getName());
        lock.lock();
        try {
            if (counts.size() >= MOST_KINDS && !counts.containsKey(kind)) {
                return FilterReply.NEUTRAL;
            }
            Count count = counts.computeIfAbsent(kind, key -> new Count());
            count.lines++;
            return count.lines <= SHOWN ? FilterReply.NEUTRAL : FilterReply.DENY;
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        List<Map.Entry<Kind, Count>> over;
        lock.lock();
        try {
            over = new ArrayList<>(counts.entrySet());
            counts.clear();
        } finally {
            lock.unlock();
        }
        for (Map.Entry<Kind, Count> one : over) {
            if (one.getValue().beyond() > 0) {
                Kind kind = one.getKey();
                kind.logger()
                        .atLevel(org.slf4j.event.Level.valueOf(kind.level().toString()))
                        .addMarker(COUNTED)
                        .log(
                                "… {} times more within {} s: {}",
                                one.getValue().beyond(),
                                period.toSeconds(),
                                kind.format());
            }
        }
    }
}
