package dev.dockhand.app.flow;

import dev.dockhand.app.flow.script.Deed;
import dev.dockhand.app.flow.script.ScriptedOperator;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.task.Plate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shift by somebody who does the right thing half of the time and anything at all the other half: each number becomes
 * one input.
 *
 * @param <S> the flow's states
 */
public final class RandomWalk<S> {

    private static final List<Command> KEYS = List.of(
            Command.CONFIRM,
            Command.BACK,
            Command.QUANTITY,
            Command.PROBLEM,
            Command.PRINT_AGAIN,
            Command.FINISH,
            Command.SIGN_OUT);
    private static final List<String> ENTRIES =
            List.of("1", "2", "3", "0", "-1", "999", "261301", "271200", "LOT9", "", "x".repeat(64), "\u0000");
    private static final List<Input.Printed.Outcome> OUTCOMES = List.of(Input.Printed.Outcome.values());

    private final Floor floor;
    private final List<TaskId> tasks;
    private final ScriptedOperator operator;
    private final Watcher<S> watcher;
    private Desk<S> desk;
    private String job = "none";
    private int totes;

    private RandomWalk(Desk<S> desk, Floor floor, Watcher<S> watcher) {
        this.desk = desk;
        this.floor = floor;
        this.tasks = floor.tasks().stream().map(task -> task.id()).toList();
        this.watcher = watcher;
        this.operator = new ScriptedOperator("B-1", "1234", List.of(), () -> "NEW-" + ++totes, waybill -> true);
    }

    /** Walks, and has every step watched. */
    public static <S> void of(Flow<S> flow, Floor floor, List<Integer> moves, Watcher<S> watcher) {
        RandomWalk<S> walk = new RandomWalk<>(Desk.open(flow, floor), floor, watcher);
        moves.forEach(walk::move);
    }

    private void move(int number) {
        int detail = number / 12;
        switch (number % 12) {
            case 0, 1, 2, 3, 4, 5 -> doRight(operator.next(desk.screen(), false), detail);
            case 6 -> give(new Input.Scanned(pick(codes(), detail)));
            case 7 -> give(new Input.Pressed(pick(KEYS, detail)));
            case 8 -> give(new Input.Entered(pick(ENTRIES, detail)));
            case 9 -> give(new Input.Chosen(option(detail)));
            case 10 -> give(pick(devices(detail), detail));
            default -> upset(detail);
        }
    }

    private void doRight(Deed deed, int detail) {
        switch (deed) {
            case Deed.Scan(var text) -> give(new Input.Scanned(ScannedCode.plain(text)));
            case Deed.Press(var command) -> give(new Input.Pressed(command));
            case Deed.Type(var text) -> give(new Input.Entered(text));
            case Deed.Choose(var option) -> give(new Input.Chosen(option));
            case Deed.PutOnScale(var grams) -> give(new Input.Weighed(grams, "", "scale"));
            case Deed.Wait ignored -> give(new Input.Printed(job, pick(OUTCOMES, detail), "status"));
            case Deed.Rest ignored -> give(new Input.Changed());
        }
    }

    private void give(Input input) {
        desk.give(input);
        desk.effects().stream()
                .filter(Effect.Print.class::isInstance)
                .map(Effect.Print.class::cast)
                .forEach(print -> job = print.job());
        watcher.after(desk, input);
    }

    private List<ScannedCode> codes() {
        List<ScannedCode> codes = new ArrayList<>(List.of(
                ScannedCode.plain(Floors.CREAM_CODE),
                ScannedCode.plain(Floors.PAD_CODE),
                ScannedCode.plain(Floors.TWIN_CODE),
                ScannedCode.plain("STICK-1"),
                Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, 3),
                Scans.gs1(Floors.SERUM_CODE, "OLD", null, -1),
                Scans.wrong("88012"),
                Scans.sscc(new LicensePlate("000000000000000018")),
                ScannedCode.plain("A-01"),
                ScannedCode.plain("a-02"),
                ScannedCode.plain("D-01"),
                ScannedCode.plain("DOCK"),
                ScannedCode.plain("ASN-1"),
                ScannedCode.plain("B-1"),
                ScannedCode.plain(""),
                ScannedCode.plain("\u0000\u001d^XZ~JA"),
                ScannedCode.plain("9".repeat(4096))));
        for (TaskId task : tasks) {
            floor.task(task).ifPresent(t -> {
                codes.add(ScannedCode.plain(t.order().name()));
                codes.add(ScannedCode.plain(t.waybill().value()));
            });
            codes.add(ScannedCode.plain("TOTE-" + task.value().substring(2)));
        }
        floor.plates().stream().map(Plate::plate).map(Scans::sscc).forEach(codes::add);
        return codes;
    }

    private String option(int detail) {
        List<Screen.Option> options = desk.screen().options();
        return options.isEmpty() ? "nothing" : pick(options, detail).id();
    }

    private List<Input> devices(int detail) {
        return List.of(
                new Input.Weighed(Grams.of(detail % 3000 - 10), "", "scale"),
                new Input.NotWeighed("test.no-scale", false),
                new Input.NotWeighed("test.not-emptied", true),
                new Input.Printed(job, pick(OUTCOMES, detail), "status"),
                new Input.Printed("other", pick(OUTCOMES, detail), "status"),
                new Input.Changed());
    }

    private void upset(int detail) {
        switch (detail % 8) {
            case 0, 1, 2 -> undo();
            case 3 -> desk = desk.restart();
            case 4 -> floor.settle();
            case 5 -> callOff(detail / 8);
            default -> give(new Input.Scanned(pick(codes(), detail / 8)));
        }
    }

    private void undo() {
        if (desk.canUndo()) {
            desk.undo();
            watcher.after(desk, null);
        }
    }

    private void callOff(int detail) {
        if (!tasks.isEmpty()) {
            TaskId task = pick(tasks, detail);
            floor.callOff(task);
            give(new Input.Cancelled(task));
        }
    }

    private static <T> T pick(List<T> all, int detail) {
        return all.get(Math.floorMod(detail, all.size()));
    }

    /**
     * Looks at what happened.
     *
     * @param <S> the flow's states
     */
    public interface Watcher<S> {
        /** After an input; null after an undo. */
        void after(Desk<S> desk, @Nullable Input input);
    }
}
