package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Screen.Option;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which labels of a kind? All of them, or those of a person or a zone.
 *
 * @param before the step before
 * @param kind which kind
 */
record ChooseLabels(ChooseKind before, LabelKind kind) implements LabelsState {

    private static final String ALL = "*";

    @Override
    public Decision<LabelsState> onScan(ScannedCode code, Lookup lookup) {
        List<OneLabel> named = kind.all(lookup).stream()
                .filter(label -> label.code().equalsIgnoreCase(code.text().strip()))
                .toList();
        return named.isEmpty()
                ? Answers.unwanted(this, code, lookup, "labels.choose-labels")
                : Answers.note(new Ready(this, named), "labels.chosen", named.size());
    }

    @Override
    public Decision<LabelsState> onChoice(String option, Lookup lookup) {
        List<OneLabel> labels =
                option.equals(ALL) ? kind.all(lookup) : kind.groups(lookup).getOrDefault(option, List.of());
        return labels.isEmpty()
                ? Answers.noSuchChoice(this)
                : Answers.note(new Ready(this, labels), "labels.chosen", labels.size());
    }

    @Override
    public Decision<LabelsState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "labels.stopped-before") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Map<String, List<OneLabel>> groups = kind.groups(lookup);
        List<Option> options = new ArrayList<>();
        if (groups.size() > 1) {
            options.add(new Option(
                    ALL,
                    Text.of("labels.all." + kind),
                    Text.of(
                            "labels.count",
                            groups.values().stream().mapToInt(List::size).sum())));
        }
        groups.values().forEach(labels -> options.add(kind.option(labels)));
        return Screen.of(
                        LabelsFlow.ID,
                        "labels.choose-labels",
                        Text.of(options.isEmpty() ? "labels.none" : "labels.choose-labels"),
                        Command.BACK)
                .withOptions(options);
    }
}
