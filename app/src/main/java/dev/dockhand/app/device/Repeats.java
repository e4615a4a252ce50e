package dev.dockhand.app.device;

import dev.dockhand.hardware.scan.DuplicateFilter;
import dev.dockhand.hardware.scan.Scan;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the codes that a scanner read twice, each scanner within its own window, and counts them. Thread-safe. */
final class Repeats {

    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);

    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {
        private final Duration length;
        private final DuplicateFilter filter;
        private int found;

        private Window(Duration length) {
            this.length = length;
            this.filter = new DuplicateFilter(length);
        }
    }

    /** From now on the scanner has the window of its settings. */
    synchronized void use(DeviceSettings settings) {
        Duration length = Duration.ofMillis(settings.option(DeviceOption.REPEAT));
        Window before = windows.get(settings.name());
        if (before == null || !before.length.equals(length)) {
            windows.put(settings.name(), new Window(length));
        }
    }

    /**
     * Whether a code was read twice and is left out.
     *
     * @param counting tells whether the code is one more unit now; not asked where the window is off
     */
    synchronized boolean isRepeat(Scan scan, BooleanSupplier counting) {
        Window window = windows.get(scan.device());
        if (window == null || window.length.isZero() || !window.filter.isRepetition(scan, counting.getAsBoolean())) {
            return false;
        }
        window.found++;
        LOG.info("{} read a code twice within {} ms, it was taken once", scan.device(), window.length.toMillis());
        return true;
    }

    /** How many codes of a scanner were left out since its window was set. */
    synchronized int found(String device) {
        Window window = windows.get(device);
        return window == null ? 0 : window.found;
    }
}
