package dev.dockhand.app.flow.shift;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Step;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;

/** What goes to others is shown, and given back on a key. */
public record ShiftEndState() implements Step<ShiftEndState> {

    @Override
    public ShiftEndState self() {
        return this;
    }

    /** Work that nobody has begun here: not picked at all, or picked and not yet packed. */
    static List<ShipmentTask> free(Lookup lookup) {
        return lookup.tasks().stream()
                .filter(task -> {
                    Progress progress = lookup.progress(task.id());
                    return isUntouched(task, progress) || isTote(task, progress);
                })
                .toList();
    }

    private static boolean isUntouched(ShipmentTask task, Progress progress) {
        return Work.isToPick(task, progress) && Work.tote(task, progress) == null;
    }

    private static boolean isTote(ShipmentTask task, Progress progress) {
        return Work.isToPack(task, progress)
                && !progress.hasLabel()
                && progress.boxes().stream().allMatch(box -> box.holdsNothing() && box.weight() == null);
    }

    @Override
    public Decision<ShiftEndState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case BACK -> Answers.note(this, "shift.kept").with(new Effect.GoTo(FlowId.MENU, null));
            case CONFIRM -> giveBack(lookup);
            default -> Answers.noSuchKey(this);
        };
    }

    private Decision<ShiftEndState> giveBack(Lookup lookup) {
        List<ShipmentTask> free = free(lookup);
        if (free.isEmpty()) {
            return Answers.warn(this, "shift.nothing");
        }
        return Answers.note(this, lookup.isOnline() ? "shift.given-back" : "shift.given-back-later", free.size())
                .with(new Effect.GiveBack(free.stream().map(ShipmentTask::id).toList()))
                .with(new Effect.GoTo(FlowId.MENU, null));
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<ShipmentTask> free = free(lookup);
        long totes = free.stream()
                .filter(task -> isTote(task, lookup.progress(task.id())))
                .count();
        return Screen.of(
                        ShiftEndFlow.ID,
                        "shift.give-back",
                        Text.of("shift.give-back", free.size() - totes, totes),
                        Command.BACK,
                        Command.CONFIRM)
                .withHint(Text.of("shift.give-back.hint", lookup.tasks().size() - free.size()));
    }
}
