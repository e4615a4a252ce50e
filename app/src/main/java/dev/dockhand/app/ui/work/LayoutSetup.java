package dev.dockhand.app.ui.work;

import dev.dockhand.app.bench.DevicesDoor;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.DevicesShown.Heard;
import dev.dockhand.app.ui.work.DevicesShown.Setup;
import dev.dockhand.app.ui.work.Shown.Lamp;
import dev.dockhand.app.ui.work.Shown.Level;
import dev.dockhand.hardware.scan.LayoutCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows a code of known content and says what the keyboard scanner made of it. What comes too slowly to be told from typing
 * is judged too, and that is said: it is the scanner's fault that nobody finds otherwise.
 */
final class LayoutSetup {

    private static final int MOST = 512;

    private final StringBuilder typed = new StringBuilder();
    private boolean open;
    private boolean slow;
    private String arrived = "";
    private LayoutCheck.@Nullable Result result;

    boolean isOpen() {
        return open;
    }

    void open() {
        close();
        open = true;
    }

    void close() {
        open = false;
        slow = false;
        arrived = "";
        result = null;
        typed.setLength(0);
    }

    /** A character came that was not told from typing. */
    void type(char character) {
        if (typed.length() < MOST) {
            typed.append(character);
        }
    }

    /** The line that was taken for typing is over. */
    void enter() {
        if (!typed.isEmpty()) {
            judge(typed.toString());
            slow = true;
        }
    }

    /** A scanner typed this, before any repair. */
    void scanned(String raw) {
        judge(typed + raw);
        slow = false;
    }

    /**
     * Prints the code as a label.
     *
     * @param told gets what is said of it
     */
    void print(DevicesDoor door, Executor screen, Supplier<Texts> texts, Consumer<Lamp> told) {
        told.accept(new Lamp(Level.LOOK, texts.get().of("layout.printing")));
        door.print(
                LayoutCheck.SET_UP_CODE,
                texts.get().of("layout.label"),
                result -> screen.execute(() -> told.accept(new Lamp(
                        result.good() ? Level.FINE : Level.BAD, texts.get().of(result.text())))));
    }

    private void judge(String line) {
        arrived = line;
        result = LayoutCheck.judge(LayoutCheck.SET_UP_CODE, line);
        typed.setLength(0);
    }

    /** What to do, or what was found. */
    Setup shown(Texts texts) {
        LayoutCheck.Result judged = result;
        if (judged == null) {
            return new Setup(
                    Level.LOOK,
                    texts.of("layout.scan"),
                    texts.of("layout.scan.todo"),
                    List.of(),
                    LayoutCheck.SET_UP_CODE);
        }
        boolean good = judged.isGood() && !slow;
        String instruction = good ? "layout.whole" : judged.isGood() ? "layout.slow" : "layout.damaged";
        return new Setup(
                good ? Level.FINE : Level.BAD,
                texts.of(instruction),
                words(judged, texts),
                List.of(
                        new Heard(texts.of("layout.printed"), LayoutCheck.SET_UP_CODE, ""),
                        new Heard(texts.of("layout.arrived"), SaidWords.cut(arrived), "")),
                LayoutCheck.SET_UP_CODE);
    }

    private String words(LayoutCheck.Result judged, Texts texts) {
        List<String> words = new ArrayList<>();
        if (slow) {
            words.add(texts.of("layout.slow.todo"));
        }
        judged.advice().forEach(advice -> words.add(advice.words(texts.language())));
        if (!judged.damages().isEmpty() && !judged.advice().contains(LayoutCheck.Advice.ANOTHER_CODE)) {
            words.add(judged.damages().stream()
                    .map(each -> each.printed() + " → "
                            + (each.arrived().isEmpty() ? texts.of("layout.missing") : Texts.shown(each.arrived())))
                    .collect(Collectors.joining("   ")));
        }
        return words.isEmpty() ? texts.of("layout.whole.todo") : String.join("\n", words);
    }
}
