package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceTest;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.parts.Choices;
import dev.dockhand.app.ui.parts.KeypadEntry;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
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
 * @param choices ports or profiles to choose from; none when nothing is chosen
 * @param setup what is to be done now beside looking, step by step; absent when nothing is
 * @param entry what a supervisor types who was asked for, absent when none was
 * @param tests the test of all devices, line by line; empty when there is none on the page
 * @param last the last test of all devices, absent when there was none
 * @param allowed until when a supervisor's word covers changes, empty without one
 * @param keys the keys of the page as it is now
 */
public record DevicesShown(
        List<Row> rows,
        int selected,
        @Nullable Detail detail,
        List<Line> trace,
        boolean held,
        @Nullable Lamp answer,
        Choices choices,
        @Nullable Setup setup,
        @Nullable KeypadEntry entry,
        List<TestLine> tests,
        @Nullable Lamp last,
        String allowed,
        List<PageKey> keys) {

    /** Nothing is known yet. */
    public static final DevicesShown NOTHING = new DevicesShown(
            List.of(),
            -1,
            null,
            List.of(),
            false,
            null,
            Choices.NONE,
            null,
            null,
            List.of(),
            null,
            "",
            List.of(PageKey.BACK));

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
     * @param note what the port or the device message, empty when nothing
     * @param identity what is connected, in words, or why the address cannot be used
     * @param usable whether the address can be used
     * @param plugged whether it has an address and a profile, and bytes that pass
     * @param address its address, as edited so far
     * @param profile what its profile is called, as chosen so far; empty where there is none
     * @param editing whether the address is being typed
     * @param changed whether there is something to apply
     * @param options what else is set of it
     * @param live what it says now
     */
    public record Detail(
            String name,
            Level level,
            String state,
            String advice,
            String note,
            String identity,
            boolean usable,
            boolean plugged,
            String address,
            String profile,
            boolean editing,
            boolean changed,
            List<Fact> options,
            Live live) {}

    /**
     * An option as it is set.
     *
     * @param name what it is
     * @param words how it is set
     */
    public record Fact(String name, String words) {}

    /**
     * What a device says now.
     *
     * @param figure weight, code or status
     * @param level how much attention it wants
     * @param words what kind of thing it is, or its state
     * @param facts fields of a code
     */
    public record Live(String figure, Level level, String words, List<String> facts) {}

    /**
     * What to do now: how far it is found out what a scale speaks or what a keyboard does to codes, or whose word is asked
     * for.
     *
     * @param level how much attention it wants
     * @param instruction what to do, or what was found
     * @param words how, or why
     * @param heard the bytes of both pans where nothing makes sense of them, or the characters of a code
     * @param code a code to be scanned from the screen, empty when there is none
     */
    public record Setup(Level level, String instruction, String words, List<Heard> heard, String code) {

        /** Without a code. */
        public Setup(Level level, String instruction, String words, List<Heard> heard) {
            this(level, instruction, words, heard, "");
        }
    }

    /**
     * Bytes that a scale sent.
     *
     * @param name with which pan
     * @param text the last bytes, made visible
     */
    public record Heard(String name, String text) {}

    /**
     * The test of one device.
     *
     * @param outcome how it went so far
     * @param name kind and name of the device
     * @param words what it asks for or found
     * @param code a code to be scanned from the screen, empty when there is none
     */
    public record TestLine(DeviceTest.Outcome outcome, String name, String words, String code) {}

    /**
     * Bytes that passed.
     *
     * @param time when
     * @param fromDevice whether they came from the device
     * @param bytes the bytes, made visible
     * @param decoded what they mean, empty when not known
     */
    public record Line(String time, boolean fromDevice, String bytes, String decoded) {}
}
