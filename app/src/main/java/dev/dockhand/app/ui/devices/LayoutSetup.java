package dev.dockhand.app.ui.devices;

import dev.dockhand.app.ui.devices.DevicesShown.Heard;
import dev.dockhand.app.ui.devices.DevicesShown.Setup;
import dev.dockhand.app.ui.keys.PageKey;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.texts.Visible;
import dev.dockhand.hardware.scan.LayoutCheck;
import dev.dockhand.hardware.scan.ScanEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows a code of known content and says what the keyboard scanner made of it. What comes too slowly to be told from typing
 * is judged too, and that is said: it is the scanner's fault that nobody finds otherwise.
 */
final class LayoutSetup implements Dialogue {

    private static final int MOST = 512;

    private final Runnable print;
    private final StringBuilder typed = new StringBuilder();
    private boolean slow;
    private String arrived = "";
    private LayoutCheck.@Nullable Result result;

    /**
     * Shows the code.
     *
     * @param print prints it as a label
     */
    LayoutSetup(Runnable print) {
        this.print = print;
    }

    /** A character came that was not told from typing. */
    @Override
    public void type(char character) {
        if (typed.length() < MOST) {
            typed.append(character);
        }
    }

    /** The line that was taken for typing is over. */
    @Override
    public void enter() {
        if (!typed.isEmpty()) {
            judge(typed.toString());
            slow = true;
        }
    }

    @Override
    public boolean key(Shortcut shortcut) {
        if (shortcut == Shortcut.F5) {
            print.run();
        }
        return true;
    }

    @Override
    public boolean typedByScanner(ScanEvent event, String raw) {
        judge(typed + raw);
        slow = false;
        return true;
    }

    private void judge(String line) {
        arrived = line;
        result = LayoutCheck.judge(LayoutCheck.SET_UP_CODE, line);
        typed.setLength(0);
    }

    @Override
    public Setup shown(Texts texts) {
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
                        new Heard(texts.of("layout.printed"), Visible.text(LayoutCheck.SET_UP_CODE)),
                        new Heard(texts.of("layout.arrived"), DeviceMessageWords.cut(arrived))),
                LayoutCheck.SET_UP_CODE);
    }

    @Override
    public List<PageKey> keys() {
        return List.of(PageKey.BACK, new PageKey(Shortcut.F5, "page.key.PRINT"));
    }

    private String words(LayoutCheck.Result judged, Texts texts) {
        List<String> words = new ArrayList<>();
        if (slow) {
            words.add(texts.of("layout.slow.todo"));
        }
        judged.advice().forEach(advice -> words.add(advice.words(texts.language())));
        if (!judged.damages().isEmpty() && !judged.advice().contains(LayoutCheck.Advice.ANOTHER_CODE)) {
            words.add(judged.damages().stream()
                    .map(each -> each.shown() + " → "
                            + (each.arrived().isEmpty() ? texts.of("layout.missing") : Texts.shown(each.arrived())))
                    .collect(Collectors.joining("   ")));
        }
        return words.isEmpty() ? texts.of("layout.whole.todo") : String.join("\n", words);
    }
}
