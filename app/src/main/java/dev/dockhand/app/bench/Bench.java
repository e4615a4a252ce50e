package dev.dockhand.app.bench;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.labels.LabelsFlow;
import dev.dockhand.app.flow.menu.JobRegistry;
import dev.dockhand.app.flow.undo.AskUndo;
import dev.dockhand.app.flow.undo.TakenBack;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.StationMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell around the jobs: takes one input at a time, lets the flow decide, has the acts made durable, and only then
 * tells the operator. Runs on one thread of its own, so nothing in it is shared.
 */
final class Bench {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private final StationMemory memory;
    private final Map<FlowId, Flow<?>> flows;
    private final ReadModelLookup lookup;
    private final Output output;
    private final DevicesApproval devices;
    private final Discretion discretion = new Discretion();

    private FlowRun<?> run;
    private @Nullable Verdict verdict;
    private @Nullable Text readTwice;
    private long verdicts;
    private boolean mustAnswer;
    private @Nullable Beside beside;
    private @Nullable AskUndo asked;
    private final Map<FlowId, Text> left;
    private @Nullable String unsaid;
    private final List<Input> unrecorded = new ArrayList<>();

    Bench(StationMemory memory, Map<FlowId, Flow<?>> flows, ReadModelLookup lookup, Output output) {
        this.memory = memory;
        this.flows = Map.copyOf(flows);
        this.lookup = lookup;
        this.output = output;
        this.devices = new DevicesApproval(memory, lookup);
        this.run = begin(FlowId.SIGN_IN);
        this.left = JobRegistry.left(lookup);
        watch();
    }

    /** Takes one input to its end: decided, durable, told, effects started. */
    void take(Input input) {
        unsaid = input instanceof Input.Scanned(var code) && mayBePin(code.text()) ? Shown.of(code) : null;
        Command scanned =
                input instanceof Input.Scanned(var code) ? code.command().orElse(null) : null;
        JobDefinition job = input instanceof Input.Scanned(var code)
                ? JobRegistry.named(code).orElse(null)
                : null;
        if (scanned != null) {
            take(new Input.Pressed(scanned));
        } else if (mustAnswer && isByOperator(input)) {
            answer(input);
        } else if (asks() != null && isByOperator(input) && answerUndo(input)) {
            LOG.debug("asked whether to take back");
        } else if (input instanceof Input.Pressed(var command) && takeKey(command)) {
            LOG.debug("key {}", command);
        } else if (job != null) {
            open(job);
        } else if (beside != null && isByOperator(input)) {
            beside.approval().take(input);
        } else if (input instanceof Input.Sheet sheet) {
            print(sheet);
        } else {
            decide(input);
        }
        watch();
    }

    private void watch() {
        discretion.asks(beside != null || run.id().equals(FlowId.SIGN_IN), lookup.now());
    }

    /** Something that the station knows has changed; a job that waits for it goes on, a red verdict stays. */
    void refresh() {
        if (!mustAnswer) {
            decide(new Input.Changed());
            watch();
        }
    }

    /** Whether the devices may be changed. */
    DevicesApproval devices() {
        return devices;
    }

    /** Whether a code may be a PIN that was typed where a badge or PIN is asked for, or a moment later. */
    boolean mayBePin(String code) {
        return Discretion.mayBePin(code.strip()) && discretion.holds(lookup.now());
    }

    Screen screen() {
        if (beside != null) {
            return beside.approval().screen();
        }
        AskUndo question = asks();
        return question == null ? run.screen(lookup) : question.screen(lookup);
    }

    /** The open question whether to take back; it lapses when something else has happened meanwhile. */
    private @Nullable AskUndo asks() {
        AskUndo question = asked;
        boolean stands =
                question != null && beside == null && question.flow().equals(run.id()) && question.acts() == run.last();
        return stands ? question : null;
    }

    FlowId flow() {
        return run.id();
    }

    @Nullable
    Operator operator() {
        return lookup.operator();
    }

    /** The latest answer, and whether the code was read twice after it. */
    @Nullable
    Verdict verdict() {
        Text twice = readTwice;
        if (twice == null) {
            return verdict;
        }
        return verdict == null
                ? new Verdict(Verdict.Tone.NOTE, twice)
                : new Verdict(verdict.tone(), Text.of("bench.and", verdict.text(), twice));
    }

    /** The scanner read a code twice and it was taken once: added to the answer that stands, without another sound. */
    void readTwice(String code) {
        readTwice = Text.of("bench.read-twice", Shown.of(code));
    }

    long verdicts() {
        return verdicts;
    }

    boolean mustAnswer() {
        return mustAnswer;
    }

    /** What was begun before the station was stopped or killed, as long as nobody has taken it up. */
    List<Text> left() {
        boolean idle = run.id().equals(FlowId.SIGN_IN) || run.id().equals(FlowId.MENU);
        return idle ? List.copyOf(left.values()) : List.of();
    }

    boolean canUndo() {
        return beside == null && run.canUndo() && asks() == null;
    }

    private static boolean isByOperator(Input input) {
        return switch (input) {
            case Input.Scanned s -> true;
            case Input.Pressed p -> true;
            case Input.Entered e -> true;
            case Input.Chosen c -> true;
            case Input.Weighed w -> false;
            case Input.NotWeighed n -> false;
            case Input.Printed p -> false;
            case Input.Cancelled c -> false;
            case Input.Approved a -> false;
            case Input.NotApproved n -> false;
            case Input.NotGranted n -> false;
            case Input.Sheet s -> true;
            case Input.Changed c -> false;
        };
    }

    /** A red verdict stays until it is answered on purpose; anything else is refused aloud, not swallowed. */
    private void answer(Input input) {
        if (input instanceof Input.Pressed(var command) && command == Command.ACKNOWLEDGE) {
            mustAnswer = false;
            tell(Verdict.note("bench.answered"));
            List<Input> again = List.copyOf(unrecorded);
            unrecorded.clear();
            again.forEach(this::decide);
            refresh();
        } else {
            verdicts++;
        }
    }

    private boolean takeKey(Command command) {
        boolean signedIn = lookup.operator() != null;
        switch (command) {
            case UNDO -> undo();
            case ACKNOWLEDGE -> tell(Verdict.note("bench.nothing-to-answer"));
            case MENU -> {
                if (signedIn) {
                    goTo(FlowId.MENU);
                    tell(Verdict.note("bench.menu"));
                } else {
                    tell(Verdict.warn("bench.sign-in-first"));
                }
            }
            case SIGN_OUT -> signOut(signedIn);
            case QUANTITY, PROBLEM, PRINT_AGAIN, NEXT_BOX, FINISH, CONFIRM, BACK -> {
                return false;
            }
        }
        return true;
    }

    /** The sheet is printed by the job that prints labels, which goes on where it is in hand. */
    private void print(Input.Sheet sheet) {
        if (lookup.operator() == null) {
            tell(Verdict.warn("bench.sign-in-first"));
            return;
        }
        if (!run.id().equals(LabelsFlow.ID)) {
            goTo(LabelsFlow.ID);
        }
        decide(sheet);
    }

    private void open(JobDefinition job) {
        if (lookup.operator() == null) {
            tell(Verdict.warn("bench.sign-in-first"));
        } else {
            tell(Verdict.note("bench.job"));
            goTo(job.id());
        }
    }

    private void signOut(boolean signedIn) {
        Operator operator = lookup.operator();
        if (!signedIn || operator == null) {
            tell(Verdict.warn("bench.sign-in-first"));
            return;
        }
        List<FloorEvent> events = remember(List.of(Draft.free(operator.id(), new Act.SignedOut(), List.of())));
        if (events != null) {
            signIn(null);
            goTo(FlowId.SIGN_IN);
            tell(Verdict.note("bench.signed-out"));
        }
    }

    /** Takes the last acts back; those of another piece of work than the one in hand only after a question. */
    private void undo() {
        List<Draft> last = beside == null ? run.last() : null;
        if (last == null) {
            tell(Verdict.warn("bench.nothing-to-undo"));
            return;
        }
        memory.awaitApplied();
        Optional<Identifier> elsewhere = TakenBack.elsewhere(last, run.piece());
        Optional<Verdict> tooLate = TakenBack.tooLate(last, lookup);
        if (tooLate.isPresent()) {
            tell(tooLate.get());
        } else if (elsewhere.isPresent()) {
            asked = new AskUndo(run.id(), last, elsewhere.get());
            tell(AskUndo.OTHER_WORK);
        } else {
            takeBack(last);
        }
    }

    /** Answers the question whether to take back; false for a key that leaves it behind. */
    private boolean answerUndo(Input input) {
        Command command = input instanceof Input.Pressed(var pressed) ? pressed : null;
        if (command == Command.MENU || command == Command.SIGN_OUT) {
            asked = null;
            return false;
        }
        List<Draft> last = run.last();
        if (command == Command.CONFIRM && last != null) {
            asked = null;
            takeBack(last);
        } else if (command == Command.BACK) {
            asked = null;
            tell(AskUndo.LEFT);
        } else {
            tell(AskUndo.ANSWER_FIRST);
        }
        return true;
    }

    private void takeBack(List<Draft> last) {
        if (remember(run.undoDrafts()) != null) {
            output.forgetWeight();
            run.takeBack();
            askScale();
            tell(TakenBack.verdict(last, lookup));
            // What others did since then is not in the state that was kept.
            refresh();
        }
    }

    private void decide(Input input) {
        FlowRun.Pending<?> pending;
        try {
            pending = run.decide(input, lookup);
        } catch (RuntimeException e) {
            // A fault in a rule must not stop the station: nothing was recorded, the state is as before.
            LOG.error("{} could not decide about {}", run.id(), input.getClass().getSimpleName(), e);
            tell(Verdict.stop("bench.fault"));
            return;
        }
        if (!apply(pending) && !isByOperator(input)) {
            // A person does it again; a printer or a scale does not say it twice.
            unrecorded.add(input);
        }
    }

    /** False when the acts could not be recorded: nothing has happened then. */
    private boolean apply(FlowRun.Pending<?> pending) {
        Decision<?> decision = pending.decision();
        List<FloorEvent> events = decision.acts().isEmpty() ? List.of() : remember(decision.acts());
        if (events == null) {
            return false;
        }
        pending.take(events);
        Verdict told = decision.verdict();
        // What a device reports meanwhile counts, but it does not wipe a red verdict that nobody has answered.
        if (told != null && (!mustAnswer || told.tone().mustBeAnswered())) {
            tell(told);
        }
        decision.effects().forEach(this::start);
        if (beside != null && !run.screen(lookup).step().equals(beside.step())) {
            beside = null;
        }
        return true;
    }

    /** Makes acts durable, or tells that they are not and returns null. */
    private @Nullable List<FloorEvent> remember(List<Draft> drafts) {
        try {
            return memory.record(drafts);
        } catch (MemoryException e) {
            LOG.error("acts were not recorded: {}", e.reason(), e);
            tell(notRecorded(e));
            return null;
        }
    }

    static Verdict notRecorded(MemoryException e) {
        return Verdict.stop(
                switch (e.reason()) {
                    case DISK_FULL -> "bench.disk-full";
                    case DISK_FAILED, SEALED, IN_USE, UNKNOWN_FORMAT, NOT_ENROLLED -> "bench.not-recorded";
                });
    }

    private void start(Effect effect) {
        switch (effect) {
            case Effect.Print print -> output.print(print);
            case Effect.Weigh weigh -> output.weigh();
            case Effect.GoTo(var flow, var first) -> {
                goTo(flow);
                if (first != null) {
                    take(first);
                }
            }
            case Effect.SignIn(var operator) -> signIn(operator);
            case Effect.AskSupervisor(var purpose) -> ApprovalRun.ask(memory, lookup, run.id(), purpose, new ForJob());
            case Effect.Answer answer -> LOG.debug("no job is asked beside a job");
            case Effect.WantWork(var order, var tote, var adopter) -> {
                BenchRules rules = lookup.rules();
                memory.wantWork(new Leases.Request(
                        rules.holdsUpTo(), order, tote, adopter, rules.role().stage()));
            }
            case Effect.GiveBack(var tasks) -> tasks.forEach(memory::giveBack);
        }
    }

    /** Another person is not covered by a word that was given while this one worked. */
    private void signIn(@Nullable Operator operator) {
        lookup.signIn(operator);
        devices.forget();
    }

    private void goTo(FlowId flow) {
        beside = null;
        output.forgetWeight();
        run = begin(flow);
        askScale();
        Text begun = left.remove(flow);
        if (begun != null) {
            tell(new Verdict(Verdict.Tone.NOTE, begun));
        }
    }

    /** After a restart or an undo the step may wait for a weight, and nobody else asks the scale for it. */
    private void askScale() {
        if (run.screen(lookup).scale()) {
            output.weigh();
        }
    }

    private FlowRun<?> begin(FlowId id) {
        memory.awaitApplied();
        Flow<?> flow = flows.get(id);
        if (flow == null) {
            throw new IllegalStateException("no flow for " + id);
        }
        return FlowRun.start(flow, lookup);
    }

    private void tell(Verdict told) {
        verdict = repeatsSecret(told) ? new Verdict(told.tone(), Text.of("bench.unsaid")) : told;
        readTwice = null;
        verdicts++;
        mustAnswer = told.tone().mustBeAnswered();
    }

    /**
     * A supervisor's word that is asked for beside the job.
     *
     * @param approval how far it is
     * @param step the job's step that waits for it
     */
    private record Beside(ApprovalRun approval, String step) {}

    /** The job waits for the word, and the bench's own screen asks for it. */
    private final class ForJob implements ApprovalRun.Asker {
        @Override
        public void asks(ApprovalRun approval, @Nullable Verdict told) {
            if (beside == null || beside.approval() != approval) {
                beside = new Beside(approval, run.screen(lookup).step());
            }
            if (told != null) {
                tell(told);
            }
        }

        @Override
        public void answered(Input answer, @Nullable Verdict told) {
            beside = null;
            if (told != null) {
                tell(told);
            }
            decide(answer);
        }
    }

    /** What was accepted is no PIN. */
    private boolean repeatsSecret(Verdict told) {
        boolean refused = told.tone() == Verdict.Tone.WARN || told.tone().mustBeAnswered();
        return unsaid != null
                && refused
                && told.text().arguments().stream().anyMatch(argument -> unsaid.equals(String.valueOf(argument)));
    }

    /** What the bench has done for it: labels and weights. */
    interface Output {
        void print(Effect.Print print);

        void weigh();

        void forgetWeight();
    }
}
