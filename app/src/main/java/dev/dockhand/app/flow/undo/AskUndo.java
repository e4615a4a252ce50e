package dev.dockhand.app.flow.undo;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What would be taken back belongs to another piece of work than the one in hand: is it opened again? Asked with another
 * key than the one that leads here.
 *
 * @param flow the job
 * @param acts what would be taken back
 * @param piece the piece of work that would be opened again
 */
public record AskUndo(FlowId flow, List<Draft> acts, Identifier piece) {

    /** Said when it is asked. */
    public static final Verdict OTHER_WORK = Verdict.note("undo.other-piece");

    /** Said when the answer is no. */
    public static final Verdict LEFT = Verdict.note("undo.left");

    /** Said when anything but an answer comes. */
    public static final Verdict ANSWER_FIRST = Verdict.warn("undo.answer-first", Command.CONFIRM, Command.BACK);

    /** Copies the list. */
    public AskUndo {
        acts = List.copyOf(acts);
    }

    /** What the operator sees. */
    public Screen screen(Lookup lookup) {
        Screen screen = Screen.of(flow, "undo.ask", instruction(lookup), Command.CONFIRM, Command.BACK)
                .withHint(Text.of("undo.ask.hint", TakenBack.words(acts, lookup)));
        return item().flatMap(lookup::item)
                .map(item -> screen.withItem(Cards.of(item), null))
                .orElse(screen);
    }

    private Text instruction(Lookup lookup) {
        return switch (piece) {
            case TaskId task ->
                Text.of(
                        "undo.ask",
                        lookup.task(task).<Object>map(ShipmentTask::order).orElse(task));
            case AsnId notice -> Text.of("undo.ask-notice", notice);
            default -> Text.of("undo.ask-plate", piece);
        };
    }

    private Optional<ItemId> item() {
        return acts.stream()
                .flatMap(draft -> draft.act() instanceof Act.OfItem act
                        ? Stream.of(act.item())
                        : draft.movements().stream().map(Movement::item))
                .findFirst();
    }
}
