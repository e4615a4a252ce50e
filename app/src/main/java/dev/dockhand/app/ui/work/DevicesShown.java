package dev.dockhand.app.ui.work;

import dev.dockhand.app.ui.work.Shown.Lamp;
import dev.dockhand.app.ui.work.Shown.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the set-up page shows.
 *
 * @param rows the devices
 * @param selected index of the one in question, -1 when there is none
 * @param detail the one in question, absent when there is none
 * @param trace its latest bytes, oldest first
 * @param held whether the bytes stand still to be read
 * @param answer what came of the last change or test, absent before the first
 */
public record DevicesShown(
        List<Row> rows,
        int selected,
        @Nullable Detail detail,
        List<Line> trace,
        boolean held,
        @Nullable Lamp answer) {

    /** Nothing is known yet. */
    public static final DevicesShown NOTHING = new DevicesShown(List.of(), -1, null, List.of(), false, null);

    /**
     * One device in the list.
     *
     * @param number its number key
     * @param kind SCANNER, SCALE or PRINTER
     * @param name name that the set-up gave it
     * @param level how much attention it wants
     * @param state its state in words
     */
    public record Row(int number, String kind, String name, Level level, String state) {}

    /**
     * The device in question.
     *
     * @param name name that the set-up gave it
     * @param level how much attention it wants
     * @param state its state in words
     * @param advice what to do about it
     * @param said what the port or the device said, empty when nothing
     * @param address its address, as edited so far
     * @param profile its profile, as chosen so far; empty where there is none
     * @param canChooseProfile whether there is more than one
     * @param editing whether the address is being typed
     * @param changed whether there is something to apply
     * @param test what its test does, in words
     */
    public record Detail(
            String name,
            Level level,
            String state,
            String advice,
            String said,
            String address,
            String profile,
            boolean canChooseProfile,
            boolean editing,
            boolean changed,
            String test) {}

    /**
     * Bytes that passed.
     *
     * @param time when
     * @param fromDevice whether they came from the device
     * @param hex the bytes in hex
     * @param ascii the bytes as characters, a dot for what is none
     * @param decoded what they mean, empty when not known
     */
    public record Line(String time, boolean fromDevice, String hex, String ascii, String decoded) {}
}
