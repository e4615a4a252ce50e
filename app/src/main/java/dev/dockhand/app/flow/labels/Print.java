package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Screen.Row;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One label is on its way; the next follows once it came out.
 *
 * @param batch the labels
 * @param at which of them, from 0
 */
record Print(Ready batch, int at) implements LabelsState {

    OneLabel label() {
        return batch.labels().get(at);
    }

    @Override
    public Decision<LabelsState> onPrinted(Input.Printed printed, Lookup lookup) {
        if (!printed.job().equals(label().job())) {
            return Decision.quiet(this);
        }
        return printed.outcome() == Input.Printed.Outcome.CONFIRMED
                ? next()
                : Answers.stop(new NotPrinted(this), "labels.not-printed", label().words());
    }

    /** Goes on behind this label, wherever it is. */
    Decision<LabelsState> next() {
        int printed = at + 1;
        if (printed == batch.labels().size()) {
            return Decision.show(new ChooseKind(), Verdict.done("labels.all-printed", printed));
        }
        Print next = new Print(batch, printed);
        return Decision.<LabelsState>quiet(next).with(next.label().print());
    }

    @Override
    public Decision<LabelsState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.warn(this, "labels.wait");
    }

    @Override
    public Decision<LabelsState> onSheet(List<Map<String, Object>> labels) {
        return Answers.warn(this, "labels.wait");
    }

    @Override
    public Decision<LabelsState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK
                ? Answers.note(
                        batch.before(), "labels.stopped", at + 1, batch.labels().size())
                : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        LabelsFlow.ID,
                        "labels.printing",
                        Text.of(
                                "labels.printing",
                                label().words(),
                                at + 1,
                                batch.labels().size()),
                        Command.BACK)
                .withHint(Text.of("labels.printing.hint"))
                .withRows(rows(batch.labels(), at), List.of());
    }

    /** The labels, those before a place as done. */
    static List<Row> rows(List<OneLabel> labels, int at) {
        List<Row> rows = new ArrayList<>();
        for (OneLabel label : labels) {
            Row.State state =
                    rows.size() < at ? Row.State.DONE : rows.size() == at ? Row.State.CURRENT : Row.State.OPEN;
            rows.add(new Row(state, label.words(), null));
        }
        return rows;
    }
}
