package dev.dockhand.app.bench;

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
    void ask(SupervisorApproval.Asker asker, Executor thread) {
        Word standing = word;
        if (standing != null && lookup.now().isBefore(standing.until())) {
            asker.allowed(standing.by());
        } else {
            ApprovalRun.ask(memory, lookup, thread, ApprovalFlow.DEVICES, new Remembered(asker));
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

    private record Word(OperatorId by, Instant until) {}

    /** Remembers the word for the changes to come. */
    private final class Remembered implements SupervisorApproval.Asker {
        private final SupervisorApproval.Asker asker;

        Remembered(SupervisorApproval.Asker asker) {
            this.asker = asker;
        }

        @Override
        public void allowed(@Nullable OperatorId by) {
            Operator operator = lookup.operator();
            boolean own = operator != null && operator.id().equals(by);
            word = by == null || own ? null : new Word(by, lookup.now().plus(COVERED));
            asker.allowed(by);
        }

        @Override
        public void asks(SupervisorApproval.Question question) {
            asker.asks(question);
        }
    }
}
