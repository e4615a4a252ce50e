package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Screen.Option;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import java.util.List;
import java.util.Map;

/**
 * A label may not have come out; nothing is printed again by itself.
 *
 * @param print which
 */
record NotPrinted(Print print) implements LabelsState {

    private static final String AGAIN = "AGAIN";
    private static final String NEXT = "NEXT";

    @Override
    public Decision<LabelsState> onChoice(String option, Lookup lookup) {
        return switch (option) {
            case AGAIN ->
                Decision.<LabelsState>show(
                                print,
                                Verdict.note("labels.again", print.label().words()))
                        .with(print.label().print());
            case NEXT -> print.next();
            default -> Answers.noSuchChoice(this);
        };
    }

    @Override
    public Decision<LabelsState> onSheet(List<Map<String, Object>> labels) {
        return Answers.chooseFirst(this);
    }

    @Override
    public Decision<LabelsState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case PRINT_AGAIN -> onChoice(AGAIN, lookup);
            case BACK ->
                Answers.note(
                        print.batch().before(),
                        "labels.stopped",
                        print.at(),
                        print.batch().labels().size());
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(
                        LabelsFlow.ID,
                        "labels.not-printed",
                        Text.of("labels.not-printed", print.label().words()),
                        Command.PRINT_AGAIN,
                        Command.BACK)
                .withHint(Text.of("labels.not-printed.hint"))
                .withRows(Print.rows(print.batch().labels(), print.at()), List.of())
                .withOptions(List.of(
                        new Option(AGAIN, Text.of("labels.choice.AGAIN"), null),
                        new Option(NEXT, Text.of("labels.choice.NEXT"), null)));
    }
}
