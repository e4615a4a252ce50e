package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.id.Identifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job being worked: its state, and what of it can be taken back. Used by the bench's thread only.
 *
 * @param <S> the flow's states
 */
final class FlowRun<S> {

    /** An hour of scanning; older acts are corrected by a count, not by undo. */
    private static final int MOST_STEPS = 500;

    private final Flow<S> flow;
    private final Deque<Step<S>> steps = new ArrayDeque<>();
    private S state;

    private FlowRun(Flow<S> flow, Lookup lookup) {
        this.flow = flow;
        this.state = flow.start(lookup);
    }

    static <S> FlowRun<S> start(Flow<S> flow, Lookup lookup) {
        return new FlowRun<>(flow, lookup);
    }

    FlowId id() {
        return flow.id();
    }

    Screen screen(Lookup lookup) {
        return flow.screen(state, lookup);
    }

    /** What the flow decides; nothing is changed yet. */
    Pending<S> decide(Input input, Lookup lookup) {
        return new Pending<>(this, flow.on(state, input, lookup));
    }

    boolean canUndo() {
        return !steps.isEmpty();
    }

    /** What was done last and can be taken back; absent when there is nothing. The same list until something else is. */
    @Nullable
    List<Draft> last() {
        Step<S> last = steps.peek();
        return last == null ? null : last.acts();
    }

    /** The piece of work in hand, absent between two. */
    @Nullable
    Identifier piece() {
        return flow.piece(state);
    }

    /** What takes the last acts back, the newest first. */
    List<Draft> undoDrafts() {
        return steps.element().events().reversed().stream().map(FlowRun::undo).toList();
    }

    /** Goes back to before the last act, once the undo is durable. */
    void takeBack() {
        state = steps.pop().before();
    }

    private void take(Decision<S> decision, List<FloorEvent> events) {
        if (decision.undo() == Decision.Undo.BARRIER) {
            steps.clear();
        } else if (!events.isEmpty()) {
            steps.push(new Step<>(state, decision.acts(), events));
            if (steps.size() > MOST_STEPS) {
                steps.removeLast();
            }
        }
        state = decision.next();
    }

    private static Draft undo(FloorEvent event) {
        return new Draft(
                event.operator(),
                event.task(),
                event.leaseToken(),
                new Act.ActUndone(event.id()),
                event.movements().reversed().stream().map(Movement::reversed).toList());
    }

    private record Step<S>(S before, List<Draft> acts, List<FloorEvent> events) {}

    /**
     * A decision that waits for its acts to be durable.
     *
     * @param run the job
     * @param decision what was decided
     * @param <S> the flow's states
     */
    record Pending<S>(FlowRun<S> run, Decision<S> decision) {

        /** The acts are durable: the decision counts. */
        void take(List<FloorEvent> events) {
            run.take(decision, events);
        }
    }
}
