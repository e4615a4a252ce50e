package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.common.Step;

/** Where the printing of labels stands. */
public sealed interface LabelsState extends Step<LabelsState>
        permits ChooseKind, ChooseLabels, Ready, Print, NotPrinted {

    @Override
    default LabelsState self() {
        return this;
    }
}
