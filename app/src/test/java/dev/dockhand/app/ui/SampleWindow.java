package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.about.About;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.app.ui.window.StationWindow;
import dev.dockhand.app.ui.work.ItemPictures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A window on a sample bench, of any size, not shown; all on the JavaFX thread. */
final class SampleWindow implements AutoCloseable {

    final SampleBench bench = new SampleBench();
    final SampleDevices devices;
    final List<Verdict.Tone> heard = new ArrayList<>();
    final SamplePictures pictures = new SamplePictures();
    final List<WindowSettings> kept = new ArrayList<>();
    final StationWindow.Parts parts;
    final StationWindow window;
    private final double width;
    private Instant now = SampleViews.NOW;
    private final double height;

    SampleWindow(WindowSettings settings, double width, double height) {
        this(settings, width, height, new SampleDevices(), null);
    }

    /** The same on real devices; the sample's are not on the screen. */
    SampleWindow(WindowSettings settings, double width, double height, DeviceSetUp door) {
        this(settings, width, height, new SampleDevices(), door);
    }

    private SampleWindow(
            WindowSettings settings, double width, double height, SampleDevices sample, @Nullable DeviceSetUp door) {
        this.devices = sample;
        this.width = width;
        this.height = height;
        parts = new StationWindow.Parts(
                bench,
                door == null ? sample : door,
                door == null ? sample : SupervisorApproval.NOT_NEEDED,
                settings,
                kept::add,
                new About("0.1.0", "/var/lib/dockhand", "https://dockhand.example:8443", "Java 25 · JavaFX 26"),
                new Ear(),
                ItemPictures.atOnce(pictures),
                () -> now,
                () -> ZoneId.of("Asia/Seoul"));
        window = new StationWindow(parts);
        window.size(width, height);
    }

    static SampleWindow in(Locale language) {
        return new SampleWindow(new WindowSettings(language, false, false, WindowSettings.USUAL_DPI), 1280, 800);
    }

    /** Shows a view at once. */
    SampleWindow show(BenchView view) {
        Verdict verdict = view.verdict();
        window.model().show(view, verdict == null ? List.of() : List.of(verdict));
        return layout();
    }

    SampleWindow layout() {
        passes(Duration.ofSeconds(1));
        return measure();
    }

    /** Time passes, and nothing else happens. */
    void passes(Duration time) {
        now = now.plus(time);
    }

    /** Lays out as it is at this moment. */
    SampleWindow measure() {
        window.size(width, height);
        for (int pass = 0; pass < 3; pass++) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        }
        return this;
    }

    /** Touches a key. */
    void touch(String id) {
        button(id).fire();
        layout();
    }

    boolean has(String id) {
        return visible().stream().anyMatch(node -> node instanceof Button && id.equals(node.getId()));
    }

    private Button button(String id) {
        return visible().stream()
                .filter(node -> node instanceof Button && id.equals(node.getId()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no key " + id + " on the screen"));
    }

    /** A person types: every character is released by the time that passes. */
    void type(String characters) {
        for (char c : characters.toCharArray()) {
            window.model().typed(c);
        }
        layout();
    }

    /** A key of the keyboard. */
    void press(KeyCode code) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false));
        fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", code.getName(), code, false, false, false, false));
        layout();
    }

    /** A key with Alt held. */
    void alt(KeyCode code) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, true, false));
        layout();
    }

    /** A key that is held: the keyboard says so again and again. */
    void hold(KeyCode code, int times) {
        for (int i = 0; i < times; i++) {
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false));
            layout();
        }
        fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", code.getName(), code, false, false, false, false));
    }

    /** A letter with Ctrl held, on a system that types no character for it. */
    void control(KeyCode code) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, true, false, false));
    }

    /** What a keyboard scanner sends: characters as fast as it can, then Enter. */
    void wedge(String code) {
        wedge(code, true);
    }

    /** The same, with Enter behind it or not. */
    void wedge(String code, boolean ended) {
        for (char c : code.toCharArray()) {
            fire(new KeyEvent(
                    KeyEvent.KEY_TYPED, Character.toString(c), "", KeyCode.UNDEFINED, false, false, false, false));
        }
        if (ended) {
            press(KeyCode.ENTER);
        }
    }

    private void fire(KeyEvent event) {
        Node owner = window.scene().getFocusOwner();
        Event.fireEvent(owner == null ? window.scene() : owner, event);
    }

    /** What is wrong with what is drawn; see {@link SceneMeasure}. */
    List<String> faults(String name, double target) {
        return SceneMeasure.faults(
                name,
                window.scene().getRoot(),
                Objects.requireNonNull(window.model().shown().get()),
                target);
    }

    /** Every node that can be seen. */
    List<Node> visible() {
        List<Node> found = new ArrayList<>();
        collect(window.scene().getRoot(), found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    @Override
    public void close() {
        window.close();
    }

    /** Writes down what would be heard. */
    private final class Ear implements Sounds {
        @Override
        public void play(Verdict.Tone tone) {
            heard.add(tone);
        }

        @Override
        public void close() {
            heard.clear();
        }
    }
}
