package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Step;
import java.util.List;
import java.util.Map;

/** Where the printing of labels stands. */
public sealed interface LabelsState extends Step<LabelsState>
        permits ChooseKind, ChooseLabels, Ready, Print, NotPrinted {

    @Override
    default LabelsState self() {
        return this;
    }

    @Override
    default Decision<LabelsState> onSheet(List<Map<String, Object>> labels) {
        List<OneLabel> sheet = labels.stream().map(OneLabel::sheet).toList();
        return Answers.note(new Ready(new ChooseKind(), sheet), "labels.chosen", sheet.size());
    }
}
