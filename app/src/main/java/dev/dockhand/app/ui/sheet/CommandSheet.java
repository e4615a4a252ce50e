package dev.dockhand.app.ui.sheet;

import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.app.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sheet of command barcodes: every key of the bench and of its keypads, for work by scanner alone. */
public final class CommandSheet {

    /** The label that holds some of the barcodes. */
    public static final String LABEL = "sheet";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-./";
    private static final int A_LABEL = 8;

    private CommandSheet() {}

    /**
     * One barcode.
     *
     * @param words what it does
     * @param barcode text of the barcode
     */
    public record Entry(String words, String barcode) {}

    /** Every barcode of the sheet, in groups of about the same length: keys and pages, options, characters. */
    public static List<List<Entry>> groups(Texts texts) {
        return List.of(keys(texts), options(texts), characters());
    }

    /** Every barcode of the sheet, in order. */
    public static List<Entry> entries(Texts texts) {
        return groups(texts).stream().flatMap(List::stream).toList();
    }

    private static List<Entry> keys(Texts texts) {
        List<Entry> keys = new ArrayList<>();
        for (Command command : Command.values()) {
            keys.add(new Entry(texts.of("command", command), command.barcode()));
        }
        for (JobDefinition job : JobRegistry.JOBS) {
            keys.add(new Entry(texts.of(job.name()), job.barcode()));
        }
        for (WindowKey.Page.Name name : WindowKey.Page.Name.values()) {
            keys.add(entry(texts.of("sheet", name), name.name()));
        }
        keys.add(entry(texts.of("sheet.erase"), "ERASE"));
        keys.add(entry(texts.of("sheet.enter"), "ENTER"));
        keys.add(entry(texts.of("sheet.up"), "UP"));
        keys.add(entry(texts.of("sheet.down"), "DOWN"));
        for (int key = 2; key <= 8; key++) {
            keys.add(entry(texts.of("page.key.F" + key), "F" + key));
        }
        return keys;
    }

    private static List<Entry> options(Texts texts) {
        return IntStream.rangeClosed(0, 9)
                .mapToObj(option -> entry(texts.of("sheet.option", option), "OPTION-" + option))
                .toList();
    }

    private static List<Entry> characters() {
        return Stream.concat(
                        IntStream.rangeClosed(0, 9).mapToObj(Integer::toString).map(digit -> entry(digit, digit)),
                        LETTERS.chars().mapToObj(Character::toString).map(letter -> entry(letter, "KEY-" + letter)))
                .toList();
    }

    private static Entry entry(String words, String name) {
        return new Entry(words, Command.PREFIX + name);
    }

    /** Has the bench print the sheet. */
    public static Input print(Texts texts) {
        return new Input.Sheet(labels(texts));
    }

    /** The fields of the labels that hold the sheet. */
    public static List<Map<String, Object>> labels(Texts texts) {
        List<Entry> all = entries(texts);
        int count = (all.size() + A_LABEL - 1) / A_LABEL;
        return IntStream.range(0, count)
                .mapToObj(label -> Map.<String, Object>of(
                        "title",
                        texts.of("sheet.title", label + 1, count),
                        "commands",
                        all.subList(label * A_LABEL, Math.min(all.size(), (label + 1) * A_LABEL)).stream()
                                .map(entry -> Map.of("words", entry.words(), "code", entry.barcode()))
                                .toList()))
                .toList();
    }
}
