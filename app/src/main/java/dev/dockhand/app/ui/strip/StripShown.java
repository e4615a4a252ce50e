package dev.dockhand.app.ui.strip;

import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status strip.
 *
 * @param station name of the station
 * @param operator who is signed in, or words for nobody
 * @param job name of the job
 * @param cutOff the next pick-up in words, absent when none is near
 * @param lamps a lamp a device
 * @param sync the sync lamp
 * @param time time of day
 */
public record StripShown(
        String station,
        String operator,
        String job,
        @Nullable Lamp cutOff,
        List<DeviceWord> lamps,
        Lamp sync,
        String time) {

    /**
     * One device.
     *
     * @param kind SCANNER, SCALE or PRINTER
     * @param level how much attention it wants
     * @param words its kind, with its state where that is not fine
     */
    public record DeviceWord(String kind, Level level, String words) {}
}
