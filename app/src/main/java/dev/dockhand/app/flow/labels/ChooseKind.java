package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.model.catalogue.Location;
import java.util.List;
import java.util.Optional;

/** What are labels needed of? A location that is scanned gets a new label at once. */
record ChooseKind() implements LabelsState {

    @Override
    public Decision<LabelsState> onScan(ScannedCode code, Lookup lookup) {
        Optional<Location> location = Codes.location(code).flatMap(lookup::location);
        if (location.isPresent()) {
            return new Ready(this, List.of(LabelKind.location(location.get()))).begin(lookup);
        }
        return Answers.unwanted(this, code, lookup, "labels.location-or-choice");
    }

    @Override
    public Decision<LabelsState> onChoice(String option, Lookup lookup) {
        return LabelKind.of(option)
                .map(kind -> Answers.<LabelsState>note(new ChooseLabels(this, kind), "labels.opened"))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(LabelsFlow.ID, "labels.choose-kind", Text.of("labels.choose-kind"))
                .withHint(Text.of("labels.choose-kind.hint"))
                .withOptions(List.of(LabelKind.values()).stream()
                        .map(kind -> kind.option(lookup))
                        .toList());
    }
}
