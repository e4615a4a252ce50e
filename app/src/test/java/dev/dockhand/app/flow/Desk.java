package dev.dockhand.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.undo.AskUndo;
import dev.dockhand.app.flow.undo.TakenBack;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.measure.Grams;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bench for one flow, so that a test reads like a shift: scan, press, enter; then what was said, done and shown. It
 * takes acts back as the real bench does, and holds every text against the bundles.
 *
 * @param <S> the flow's states
 */
public final class Desk<S> {

    private final Flow<S> flow;
    private final Floor floor;
    private final Deque<Undoable<S>> undo = new ArrayDeque<>();
    private final List<Effect> effects = new ArrayList<>();
    private S state;
    private @Nullable Verdict verdict;
    private List<Draft> acts = List.of();

    private Desk(Flow<S> flow, Floor floor, S state) {
        this.flow = flow;
        this.floor = floor;
        this.state = state;
    }

    /** Begins a job. */
    public static <S> Desk<S> open(Flow<S> flow, Floor floor) {
        return open(flow, floor, flow.start(floor));
    }

    /** Begins a job in its middle. */
    public static <S> Desk<S> open(Flow<S> flow, Floor floor, S state) {
        return new Desk<>(flow, floor, state);
    }

    /** Gives the flow an input. */
    public Desk<S> give(Input input) {
        Decision<S> decision = flow.on(state, input, floor);
        assertThat(flow.on(state, input, floor)).as("a flow is a pure function").isEqualTo(decision);
        if (decision.undo() == Decision.Undo.BARRIER) {
            KeyPlaces.check(screen(), input);
            undo.clear();
        } else if (!decision.acts().isEmpty()) {
            undo.push(new Undoable<>(state, decision.acts()));
        }
        floor.record(decision.acts());
        state = decision.next();
        acts = decision.acts();
        verdict = decision.verdict() == null ? verdict : decision.verdict();
        effects.clear();
        effects.addAll(decision.effects());
        Texts.check(decision.verdict(), screen());
        Texts.check(effects);
        return this;
    }

    /** Scans a code that is nothing but its text. */
    public Desk<S> scan(String text) {
        return scan(ScannedCode.plain(text));
    }

    /** Scans a code. */
    public Desk<S> scan(ScannedCode code) {
        return give(new Input.Scanned(code));
    }

    /** Presses a key. */
    public Desk<S> press(Command command) {
        return give(new Input.Pressed(command));
    }

    /** Enters text on the keypad. */
    public Desk<S> enter(String text) {
        return give(new Input.Entered(text));
    }

    /** Chooses an option that must be on the screen. */
    public Desk<S> choose(String option) {
        assertThat(screen().options()).extracting(Screen.Option::id).contains(option);
        return give(new Input.Chosen(option));
    }

    /** The scale captured a weight. */
    public Desk<S> weigh(int grams) {
        return give(new Input.Weighed(Grams.of(grams), "0d0a", "scale-1"));
    }

    /** The newest print job ended. */
    public Desk<S> printed(String job, Input.Printed.Outcome outcome) {
        return give(new Input.Printed(job, outcome, "status"));
    }

    /** The shop called a shipment off. */
    public Desk<S> callOff(TaskId task) {
        floor.callOff(task);
        return give(new Input.Cancelled(task));
    }

    /** A supervisor broke the lease of a shipment. */
    public Desk<S> takeAway(TaskId task) {
        floor.takeAway(task);
        return give(new Input.Changed());
    }

    /** The last input asked for a supervisor's word, and a supervisor gives it. */
    public Desk<S> approved(OperatorId supervisor) {
        asksSupervisor();
        return give(new Input.Approved(supervisor));
    }

    /** The last input asked for a supervisor's word, and nobody gives it. */
    public Desk<S> notApproved() {
        asksSupervisor();
        return give(new Input.NotApproved());
    }

    /** The last input asks for a supervisor's word: what for. */
    public Text asksSupervisor() {
        return effects.stream()
                .filter(Effect.AskSupervisor.class::isInstance)
                .map(effect -> ((Effect.AskSupervisor) effect).purpose())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no supervisor is asked for"));
    }

    /** Takes the newest acts back, as the bench does once its question is answered. */
    public Desk<S> undo() {
        undoAsks().ifPresent(question -> Texts.check(null, question));
        Undoable<S> newest = undo.pop();
        floor.takeBack(newest.acts());
        state = newest.before();
        verdict = TakenBack.verdict(newest.acts(), floor);
        Texts.check(verdict, screen());
        return this;
    }

    /** What is asked before the newest acts are taken back; nothing where they belong to the work in hand. */
    public Optional<Screen> undoAsks() {
        List<Draft> newest = undo.element().acts();
        return TakenBack.elsewhere(newest, flow.piece(state))
                .map(piece -> new AskUndo(flow.id(), newest, piece).screen(floor));
    }

    /** Why the newest acts cannot be taken back any more. */
    public Optional<Verdict> undoTooLate() {
        return TakenBack.tooLate(undo.element().acts(), floor);
    }

    /** Whether there is anything to take back. */
    public boolean canUndo() {
        return !undo.isEmpty();
    }

    /** The station is killed and started again. */
    public Desk<S> restart() {
        floor.settle();
        Desk<S> next = open(flow, floor);
        Texts.check(null, next.screen());
        return next;
    }

    /** What was said last. */
    public Desk<S> says(Verdict.Tone tone, String key) {
        assertThat(verdict).isNotNull();
        assertThat(verdict.text().key()).isEqualTo(key);
        assertThat(verdict.tone()).isEqualTo(tone);
        return this;
    }

    /** What was said last, absent before anything was. */
    public @Nullable Verdict verdict() {
        return verdict;
    }

    /** What the verdict names. */
    public Desk<S> naming(Object... arguments) {
        assertThat(verdict).isNotNull();
        assertThat(verdict.text().arguments()).containsExactly(arguments);
        return this;
    }

    /** What the last input made happen. */
    public Desk<S> did(Act... expected) {
        assertThat(acts).extracting(Draft::act).containsExactly(expected);
        return this;
    }

    /** The last input recorded nothing. */
    public Desk<S> didNothing() {
        return did();
    }

    /** Which step it is at. */
    public Desk<S> at(String step) {
        assertThat(screen().step()).isEqualTo(step);
        return this;
    }

    /** What must be done after the last input. */
    public Desk<S> wants(Effect... expected) {
        assertThat(effects).containsExactly(expected);
        return this;
    }

    /** The label that must be printed after the last input. */
    public Effect.Print print() {
        return effects.stream()
                .filter(Effect.Print.class::isInstance)
                .map(Effect.Print.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is printed"));
    }

    /** Effects of the last input. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** Acts of the last input. */
    public List<Draft> drafts() {
        return acts;
    }

    /** What the operator sees. */
    public Screen screen() {
        Screen screen = flow.screen(state, floor);
        assertThat(screen.flow()).isEqualTo(flow.id());
        return screen;
    }

    /** Where the job is. */
    public S state() {
        return state;
    }

    private record Undoable<S>(S before, List<Draft> acts) {}
}
