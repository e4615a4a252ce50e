package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be done after the acts are durable. */
public sealed interface Effect {

    /**
     * Print a label. The end is told by {@link Input.Printed}; nothing is ever printed again by itself.
     *
     * @param job reference of the job
     * @param template id of the label, for instance {@code waybill}
     * @param data the label's fields
     * @param again whether an operator asked for the same label once more: that is a print job of its own
     */
    record Print(String job, String template, Map<String, Object> data, boolean again) implements Effect {

        /** A label that was not printed before. */
        public Print(String job, String template, Map<String, Object> data) {
            this(job, template, data, false);
        }

        /** Leaves the data out: it holds the recipient. */
        @Override
        public String toString() {
            return "Print[" + job + ", " + template + "]";
        }
    }

    /** Capture the weight on the scale as soon as it is stable; answered by {@link Input.Weighed}. */
    record Weigh() implements Effect {}

    /**
     * Go to another job.
     *
     * @param flow which
     * @param first what that job is handed as its first input, so that nothing is scanned twice; absent for nothing
     */
    record GoTo(FlowId flow, @Nullable Input first) implements Effect {}

    /**
     * This person works here from now on.
     *
     * @param operator who
     */
    record SignIn(Operator operator) implements Effect {}

    /**
     * Ask for a supervisor's word; answered by {@link Input.Approved} or {@link Input.NotApproved}. The job's own step waits
     * meanwhile, and when it ends by itself nobody is asked any more.
     *
     * @param purpose what for, in words for the supervisor
     */
    record AskSupervisor(Text purpose) implements Effect {}

    /**
     * What was asked for beside the job is over.
     *
     * @param answer what the job is handed
     */
    record Answer(Input answer) implements Effect {}

    /**
     * Ask the server for work, when it can be reached; where named work is not granted, {@link Input.NotGranted} says why.
     *
     * @param order one order in particular, absent for any
     * @param tote what lies in one tote in particular, absent for any
     * @param adopter supervisor on whose word it is taken from a station that has begun it, absent for nobody
     */
    record WantWork(
            @Nullable OrderId order,
            @Nullable ToteCode tote,
            @Nullable OperatorId adopter) implements Effect {

        /** An order's work, or any. */
        public WantWork(@Nullable OrderId order) {
            this(order, null, null);
        }
    }

    /**
     * Give work back to the server, for whoever asks for it.
     *
     * @param tasks which
     */
    record GiveBack(List<TaskId> tasks) implements Effect {

        /** Copies the list. */
        public GiveBack {
            tasks = List.copyOf(tasks);
        }
    }
}
