package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.signin.ApprovalFlow;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.StationMemory;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One word of a supervisor, asked for beside a job or the devices: made durable before it counts. A supervisor who is signed
 * in is not asked. Used by the bench's thread only.
 */
final class ApprovalRun {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalRun.class);

    private final StationMemory memory;
    private final Lookup lookup;
    private final Asker asker;
    private final ApprovalFlow flow;
    private ApprovalFlow.State state;
    private boolean over;

    private ApprovalRun(StationMemory memory, Lookup lookup, ApprovalFlow flow, Asker asker) {
        this.memory = memory;
        this.lookup = lookup;
        this.flow = flow;
        this.asker = asker;
        this.state = flow.start(lookup);
    }

    /**
     * Asks for a word.
     *
     * @param job beside which it is asked for
     * @param purpose what for
     * @param asker is told at once, and of everything that comes of it
     */
    static ApprovalRun ask(StationMemory memory, Lookup lookup, FlowId job, Text purpose, Asker asker) {
        ApprovalRun approval = new ApprovalRun(memory, lookup, new ApprovalFlow(job, purpose), asker);
        Operator operator = lookup.operator();
        if (operator != null && operator.role() == Operator.Role.SUPERVISOR) {
            approval.take(approval.flow.given(operator));
        } else {
            asker.asks(approval, null);
        }
        return approval;
    }

    /**
     * Asks for somebody who is not on the bench's thread; while no operator is known, whoever installs the station needs no
     * word.
     *
     * @param thread the bench's
     */
    static void ask(
            StationMemory memory, Lookup lookup, Executor thread, Text purpose, SupervisorApproval.Asker asker) {
        if (memory.view().knowsOperators()) {
            ask(memory, lookup, FlowId.SIGN_IN, purpose, new Elsewhere(thread, asker));
        } else {
            asker.allowed(null);
        }
    }

    Screen screen() {
        return flow.screen(state, lookup);
    }

    void take(Input input) {
        if (!over) {
            take(flow.on(state, input, lookup));
        }
    }

    private void take(Decision<ApprovalFlow.State> decision) {
        try {
            if (!decision.acts().isEmpty()) {
                memory.record(decision.acts());
            }
        } catch (MemoryException e) {
            LOG.error("a supervisor's word was not recorded: {}", e.reason(), e);
            asker.asks(this, Bench.notRecorded(e));
            return;
        }
        state = decision.next();
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Answer(var answer)) {
                over = true;
                asker.answered(answer, decision.verdict());
            }
        }
        if (!over) {
            asker.asks(this, decision.verdict());
        }
    }

    /** Who waits for the word. */
    interface Asker {

        /** A supervisor is asked for; told again with every answer of theirs that is not enough. */
        void asks(ApprovalRun approval, @Nullable Verdict verdict);

        /** It is over. */
        void answered(Input answer, @Nullable Verdict verdict);
    }

    /** Somebody who shows the question on a page of their own, beside whatever the job shows. */
    private record Elsewhere(Executor thread, SupervisorApproval.Asker asker) implements Asker {
        @Override
        public void asks(ApprovalRun approval, @Nullable Verdict verdict) {
            asker.asks(new SupervisorApproval.Question(
                    approval.screen(), verdict, input -> thread.execute(() -> approval.take(input))));
        }

        @Override
        public void answered(Input answer, @Nullable Verdict verdict) {
            if (answer instanceof Input.Approved(var supervisor)) {
                asker.allowed(supervisor);
            }
        }
    }
}
