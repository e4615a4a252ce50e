package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Leases;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state of a job that knows what it does with each input, and what it shows. What it does not expect is refused aloud
 * when an operator did it, and ignored when a device did.
 *
 * @param <S> the job's states
 */
public interface Step<S extends Step<S>> {

    /** This state as one of the job's states. */
    S self();

    /** What the operator sees. */
    Screen screen(Lookup lookup);

    /** The piece of work in hand: an order's task, a notice, a plate; absent between two. */
    default @Nullable Identifier piece() {
        return null;
    }

    /** A barcode was scanned or typed. */
    default Decision<S> onScan(ScannedCode code, Lookup lookup) {
        return Answers.chooseFirst(self());
    }

    /** A key was pressed. */
    default Decision<S> onKey(Command command, Lookup lookup) {
        return Answers.noSuchKey(self());
    }

    /** Text was entered on the keypad. */
    default Decision<S> onEntry(String text, Lookup lookup) {
        return Answers.notAsked(self());
    }

    /** An option was chosen. */
    default Decision<S> onChoice(String option, Lookup lookup) {
        return Answers.noSuchChoice(self());
    }

    /** A weight was captured. */
    default Decision<S> onWeight(Input.Weighed weighed, Lookup lookup) {
        return Decision.quiet(self());
    }

    /** No weight could be captured. */
    default Decision<S> onNoWeight(Input.NotWeighed notWeighed, Lookup lookup) {
        return Decision.quiet(self());
    }

    /** A print job ended. */
    default Decision<S> onPrinted(Input.Printed printed, Lookup lookup) {
        return Decision.quiet(self());
    }

    /** The shop called a shipment off. */
    default Decision<S> onCancelled(TaskId task, Lookup lookup) {
        return Decision.quiet(self());
    }

    /** A supervisor gave the word that this step asked for. */
    default Decision<S> onApproved(OperatorId supervisor, Lookup lookup) {
        return Decision.quiet(self());
    }

    /** Nobody gave the word that this step asked for. */
    default Decision<S> onNotApproved(Lookup lookup) {
        return Decision.quiet(self());
    }

    /** Work that this step asked for by its name is not granted. */
    default Decision<S> onNotGranted(Leases.Refusal refusal, Lookup lookup) {
        return Decision.quiet(self());
    }

    /** The command sheet is wanted on labels. */
    default Decision<S> onSheet(List<Map<String, Object>> labels) {
        return Answers.chooseFirst(self());
    }

    /** Something that the station knows has changed. */
    default Decision<S> onChanged(Lookup lookup) {
        return Decision.quiet(self());
    }
}
