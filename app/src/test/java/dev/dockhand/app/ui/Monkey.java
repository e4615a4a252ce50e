package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.putback.PutBackFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.flow.script.Deed;
import dev.dockhand.app.flow.script.ScriptedOperator;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.keys.RowKey;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.window.Shown;
import dev.dockhand.app.ui.work.BandShown;
import dev.dockhand.model.id.TaskId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Touches, types and scans, half of it at random and half as somebody who knows the job, and looks at every screen that comes
 * of it. The same seed does the same.
 */
final class Monkey implements AutoCloseable {

    private static final int REMEMBERED = 30;
    private static final double TARGET = 20 / 25.4 * 96;
    private static final List<KeyCode> KEYS = List.of(
            KeyCode.ENTER,
            KeyCode.ESCAPE,
            KeyCode.F1,
            KeyCode.F2,
            KeyCode.F3,
            KeyCode.F4,
            KeyCode.F5,
            KeyCode.F6,
            KeyCode.F7,
            KeyCode.F8,
            KeyCode.F9,
            KeyCode.F10,
            KeyCode.PAGE_DOWN,
            KeyCode.PAGE_UP,
            KeyCode.BACK_SPACE);
    private static final List<String> CODES = Stream.concat(
                    Stream.of(Command.values()).map(Command::barcode),
                    Stream.of(
                            "DH-1",
                            "DH-2",
                            "DH-3",
                            "DH-ENTER",
                            "DH-MORE",
                            "DH-CLOSE",
                            "DH-DEVICES",
                            "DH-SHEET",
                            "DH-DOWN",
                            "OP-1001",
                            "OP-1007",
                            "OP-9999",
                            "T-0442",
                            "T-0450",
                            "T-0417",
                            "A-03-2-1",
                            "B-12-4-3",
                            "C-02-1-3",
                            "D-01",
                            "DOCK-1",
                            "08801234567893",
                            "08801234567817",
                            "08801234567831",
                            "08801234567848",
                            "HAND-CREAM",
                            "ASN-2611-0012",
                            "ASN-2611-0013",
                            "20261123-0042",
                            "601234567842",
                            "8809012345674",
                            "(01)0880",
                            "ㅁㅠㅊ",
                            "x".repeat(300)))
            .toList();

    private final long seed;
    private final String size;
    private final Random random;
    private final MonkeyBench bench;
    private final Texts texts;
    private final Deque<String> did = new ArrayDeque<>();
    private final Set<String> measured = new HashSet<>();
    private final List<String> found = new ArrayList<>();
    private ScriptedOperator knows;
    /** Where the touch before fell; absent when what came before was no touch. */
    private @Nullable Bounds touchBefore;

    private @Nullable Bounds touch;

    Monkey(long seed, Locale language, double width, double height) {
        this.seed = seed;
        this.size = "%s %.0fx%.0f".formatted(language, width, height);
        random = new Random(seed);
        bench = new MonkeyBench(language, width, height, random);
        texts = Texts.in(language);
        knows = someJobs();
    }

    private ScriptedOperator someJobs() {
        List<FlowId> jobs = List.of(ReceivingFlow.ID, PutawayFlow.ID, PickingFlow.ID, PackingFlow.ID, PutBackFlow.ID);
        return new ScriptedOperator(
                MonkeyBench.BADGE,
                MonkeyBench.PIN,
                List.of(jobs.get(random.nextInt(jobs.size())), jobs.get(random.nextInt(jobs.size()))),
                () -> "TOTE-" + random.nextInt(1_000),
                label -> random.nextBoolean());
    }

    /** Does so many things; tells what was wrong, which ends it. */
    List<String> does(int steps) {
        for (int step = 0; step < steps && found.isEmpty(); step++) {
            touchBefore = touch;
            touch = null;
            bench.passes(Duration.ofMillis(random.nextInt(5) == 0 ? random.nextInt(400) : 400 + random.nextInt(2_000)));
            if (random.nextInt(60) == 0) {
                knows = someJobs();
            }
            act();
            bench.settle();
            OnScreen.run(this::look);
        }
        return found.isEmpty()
                ? found
                : Stream.concat(
                                Stream.of("seed " + seed + " at " + size + ", after: " + String.join(", ", did)),
                                found.stream())
                        .toList();
    }

    private void act() {
        int dice = random.nextInt(100);
        if (isPin() && dice < 90) {
            pin(dice % 2 == 0 ? MonkeyBench.PIN : MonkeyBench.SUPERVISOR_PIN);
        } else if (dice < 45) {
            deed(knows.next(bench.view().screen(), bench.view().mustAnswer()));
        } else if (dice < 60) {
            OnScreen.run(this::touchSamePlace);
        } else if (dice < 78) {
            OnScreen.run(this::touchAnything);
        } else if (dice < 90) {
            scan(CODES.get(random.nextInt(CODES.size())));
        } else if (dice < 93) {
            type(Integer.toString(random.nextInt(100_000)));
        } else if (dice < 98) {
            press(KEYS.get(random.nextInt(KEYS.size())));
        } else if (dice < 99) {
            note("weighs");
            bench.weigh(random.nextInt(6_000));
        } else {
            callOff();
        }
    }

    private boolean isPin() {
        Screen.Keypad pad = bench.view().screen().keypad();
        return pad != null
                && pad.kind() == Screen.Keypad.Kind.PIN
                && !bench.view().mustAnswer();
    }

    private void deed(Deed deed) {
        switch (deed) {
            case Deed.Scan(var text) -> scan(text);
            case Deed.Press(var command) -> press(command);
            case Deed.Type(var text) -> {
                type(text);
                press(KeyCode.ENTER);
            }
            case Deed.Choose(var option) -> choose(option);
            case Deed.PutOnScale(var grams) -> {
                note("weighs right");
                bench.weigh(grams.value().intValue());
            }
            case Deed.Wait wait -> note("waits");
            case Deed.Rest rest -> knows = someJobs();
        }
    }

    private void press(Command command) {
        OnScreen.run(() -> touchId("key-" + command.barcode()));
    }

    private void choose(String option) {
        List<String> ids =
                bench.view().screen().options().stream().map(Screen.Option::id).toList();
        OnScreen.run(() -> touchId("choice-" + (ids.indexOf(option) + 1)));
    }

    private void touchId(String id) {
        buttons().stream()
                .filter(button -> id.equals(button.getId()))
                .findFirst()
                .ifPresent(this::touch);
    }

    private void touchAnything() {
        List<Button> all = buttons();
        if (!all.isEmpty()) {
            touch(all.get(random.nextInt(all.size())));
        }
    }

    /** The finger stays where it is, whatever the screen shows there now. */
    private void touchSamePlace() {
        Bounds before = touchBefore;
        if (before == null) {
            touchAnything();
            return;
        }
        buttons().stream()
                .filter(button -> button.localToScene(button.getLayoutBounds())
                        .contains(before.getCenterX(), before.getCenterY()))
                .findFirst()
                .ifPresentOrElse(this::touch, this::touchAnything);
    }

    private void touch(Button button) {
        note("touches " + button.getId());
        touch = button.localToScene(button.getLayoutBounds());
        button.fire();
    }

    private void scan(String code) {
        note("scans " + (code.length() > 30 ? "a long code" : code));
        bench.scan(code);
    }

    private void type(String characters) {
        note("types " + characters);
        OnScreen.run(() -> characters.chars().forEach(c -> bench.window.model().typed((char) c)));
        bench.settle();
    }

    /** A PIN comes slowly, as fast as a scanner types, or by touch. */
    private void pin(String pin) {
        int way = random.nextInt(3);
        note("PIN, way " + way);
        OnScreen.run(() -> {
            for (char c : pin.toCharArray()) {
                if (way == 0) {
                    bench.window.model().typed(c);
                } else if (way == 1) {
                    fire(new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            Character.toString(c),
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false));
                } else {
                    touchId("pad-" + c);
                }
            }
        });
        press(KeyCode.ENTER);
    }

    private void press(KeyCode code) {
        note("presses " + code);
        OnScreen.run(() -> {
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false));
            fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", code.getName(), code, false, false, false, false));
        });
    }

    private void fire(KeyEvent event) {
        Event.fireEvent(bench.window.scene(), event);
    }

    private void callOff() {
        TaskId task = new TaskId("task-" + (42 + random.nextInt(18)));
        note("calls off " + task);
        bench.floor.callOff(task);
        bench.control().input(new Input.Cancelled(task));
    }

    private void note(String what) {
        did.addLast(what + " at " + bench.view().screen().step());
        if (did.size() > REMEMBERED) {
            did.removeFirst();
        }
    }

    /** Looks at what came of it. */
    private void look() {
        Shown shown = Objects.requireNonNull(bench.window.model().shown().get());
        if (shown.early() != null) {
            touch = null;
        }
        MonkeyBench.ForGood done = bench.takeForGood();
        Bounds here = touch;
        Bounds before = touchBefore;
        if (done != null
                && !done.flow().equals(FlowId.SIGN_IN)
                && here != null
                && before != null
                && here.intersects(before)) {
            found.add(done + " was done for good by touching one place twice");
        }
        if (!shown.mustAnswer() && !hasExit(shown, bench.view())) {
            found.add("no way out of " + shown.work().step() + " on " + shown.page());
        }
        BandShown band = shown.band();
        if (band != null && band.text().equals(texts.of("bench.fault"))) {
            found.add("a job failed at " + shown.work().step());
        }
        Parent root = bench.window.scene().getRoot();
        for (int pass = 0; pass < 2; pass++) {
            root.applyCss();
            root.layout();
        }
        secrets(root);
        if (measured.add(shown.page()
                + shown.work().step()
                + shown.mustAnswer()
                + shown.keys().size()
                + shown.work().instruction()
                + shown.notices().size())) {
            found.addAll(SceneMeasure.faults(shown.work().step() + " " + shown.page(), root, shown, TARGET));
        }
    }

    private static boolean hasExit(Shown shown, BenchView view) {
        boolean start =
                view.flow().equals(FlowId.SIGN_IN) && view.operatorName() == null && shown.page() == PageId.WORK;
        return start
                || shown.keys().stream()
                        .map(RowKey::barcode)
                        .anyMatch(Set.of("DH-BACK", "DH-MENU", "DH-SIGN_OUT", "DH-CLOSE")::contains);
    }

    private void secrets(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text
                && Stream.of(MonkeyBench.PIN, MonkeyBench.SUPERVISOR_PIN)
                        .anyMatch(pin -> text.getText().contains(pin.substring(0, 4))
                                || text.getText().contains(pin.substring(2)))) {
            found.add("a PIN can be read: " + text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::secrets);
        }
    }

    /** The keys that a finger can reach now. */
    private List<Button> buttons() {
        List<Button> all = new ArrayList<>();
        boolean red = bench.view().mustAnswer();
        collect(bench.window.scene().getRoot(), red, all);
        return all;
    }

    private static void collect(Node node, boolean red, List<Button> all) {
        if (!node.isVisible() || red && node.getStyleClass().contains("behind")) {
            return;
        }
        if (node instanceof Button button) {
            all.add(button);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, red, all));
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
