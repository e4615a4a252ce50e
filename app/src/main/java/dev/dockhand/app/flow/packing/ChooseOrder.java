package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;

/**
 * Orders of several brands have the scanned number: which one is it?
 *
 * @param before the step before
 * @param tasks the work on these orders
 */
record ChooseOrder(ChooseWork before, List<ShipmentTask> tasks) implements PackState {

    ChooseOrder {
        tasks = List.copyOf(tasks);
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        return tasks.stream()
                .filter(task -> task.id().value().equals(option))
                .findFirst()
                .map(task -> Opening.open(before, task, false, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "packing.choose-work") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PackingFlow.ID, "packing.choose-order", Text.of("packing.choose-order"), Command.BACK)
                .withHint(Text.of("packing.choose-order.hint"))
                .withOptions(tasks.stream()
                        .map(task -> new Screen.Option(
                                task.id().value(),
                                Text.of(
                                        "packing.order-of",
                                        task.order(),
                                        task.order().brand()),
                                Text.of(
                                        "packing.order-of.detail",
                                        task.sender().name(),
                                        task.lines().size())))
                        .toList());
    }
}
