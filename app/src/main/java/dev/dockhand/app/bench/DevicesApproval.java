package dev.dockhand.app.bench;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.signin.ApprovalFlow;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.station.StationMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Whether the devices may be changed: by a supervisor's word, which covers the changes of ten minutes, or until somebody else
 * signs in or out. Used by the bench's thread only.
 */
final class DevicesApproval {

    /** A device is seldom set up by one change. */
    private static final Duration COVERED = Duration.ofMinutes(10);

    private final StationMemory memory;
    private final ReadModelLookup lookup;
    private @Nullable Word word;

    DevicesApproval(StationMemory memory, ReadModelLookup lookup) {
        this.memory = memory;
        this.lookup = lookup;
    }

    /**
     * Asks whether a change may be made.
     *
     * @param asker who wants to make it
     * @param thread the bench's
     */
    void ask(Supervision.Asker asker, Executor thread) {
        Word standing = word;
        if (standing != null && lookup.now().isBefore(standing.until())) {
            asker.allowed(standing.by());
        } else if (memory.view().knowsOperators()) {
            ApprovalRun.ask(memory, lookup, FlowId.SIGN_IN, ApprovalFlow.DEVICES, new Waiting(asker, thread));
        } else {
            asker.allowed(null);
        }
    }

    /** Until when a word covers changes; absent without one. */
    @Nullable
    Instant until() {
        return word == null ? null : word.until();
    }

    /** Another person works here: what was allowed before does not count for them. */
    void forget() {
        word = null;
    }

    private void allow(OperatorId supervisor) {
        Operator operator = lookup.operator();
        boolean own = operator != null && operator.id().equals(supervisor);
        word = own ? null : new Word(supervisor, lookup.now().plus(COVERED));
    }

    private record Word(OperatorId by, Instant until) {}

    /** The devices page asks for the word itself, beside whatever the job shows. */
    private final class Waiting implements ApprovalRun.Asker {
        private final Supervision.Asker asker;
        private final Executor thread;

        Waiting(Supervision.Asker asker, Executor thread) {
            this.asker = asker;
            this.thread = thread;
        }

        @Override
        public void asks(ApprovalRun approval, @Nullable Verdict said) {
            asker.asks(
                    new DevicesDoor.Asks(approval.screen(), said, input -> thread.execute(() -> approval.take(input))));
        }

        @Override
        public void answered(Input answer, @Nullable Verdict said) {
            if (answer instanceof Input.Approved(var supervisor)) {
                allow(supervisor);
                asker.allowed(supervisor);
            }
        }
    }
}
