package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.id.OperatorId;
import java.util.List;

/**
 * Are these the labels, and is there enough paper?
 *
 * @param before the step before
 * @param labels the labels, at least one
 */
record Ready(LabelsState before, List<OneLabel> labels) implements LabelsState {

    Ready {
        labels = List.copyOf(labels);
    }

    Decision<LabelsState> begin(Lookup lookup) {
        Print first = new Print(this, 0);
        return Decision.<LabelsState>show(first, Verdict.note("labels.begun", labels.size()))
                .with(first.label().print());
    }

    /** Whoever has a badge needs only a PIN to be that person. */
    private Decision<LabelsState> askSupervisor() {
        return Decision.<LabelsState>quiet(this)
                .with(new Effect.AskSupervisor(Text.of("labels.badges", labels.size())));
    }

    @Override
    public Decision<LabelsState> onApproved(OperatorId supervisor, Lookup lookup) {
        return begin(lookup);
    }

    @Override
    public Decision<LabelsState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case CONFIRM -> labels.getFirst().isBadge() ? askSupervisor() : begin(lookup);
            case BACK -> Answers.note(before, "labels.stopped-before");
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        LabelsFlow.ID,
                        "labels.ready",
                        Text.of("labels.ready", labels.size()),
                        Command.CONFIRM,
                        Command.BACK)
                .withHint(Text.of("labels.ready.hint." + labels.getFirst().template()))
                .withRows(Print.rows(labels, 0), List.of());
    }
}
