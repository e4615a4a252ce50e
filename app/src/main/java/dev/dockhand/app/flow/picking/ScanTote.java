package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import java.util.Optional;

/**
 * An empty tote is taken for the order.
 *
 * @param pick the list in hand
 */
record ScanTote(Pick pick) implements PickState {

    @Override
    public Pick inHand() {
        return pick;
    }

    @Override
    public Decision<PickState> onScan(ScannedCode code, Lookup lookup) {
        Optional<ToteCode> tote = Codes.tote(code);
        if (tote.isEmpty()) {
            return Answers.unknown(this, code);
        }
        Optional<ShipmentTask> user = Work.inTote(code, lookup)
                .filter(task -> !task.id().equals(pick.task().id()));
        if (user.isPresent()) {
            return Answers.stop(
                    this, "picking.tote-in-use", tote.get(), user.get().order());
        }
        if (pick.finished().containsValue(tote.get())) {
            return Answers.stop(this, "picking.tote-not-empty", tote.get());
        }
        return isSomethingElse(code, lookup)
                ? Answers.warn(this, "picking.not-a-tote", tote.get())
                : code.error() != null ? Answers.unknown(this, code) : take(tote.get(), lookup);
    }

    private static boolean isSomethingElse(ScannedCode code, Lookup lookup) {
        return code.gtin() != null
                || code.plate() != null
                || Found.known(code, lookup)
                || lookup.operatorByBadge(code.text().strip()).isPresent();
    }

    private Decision<PickState> take(ToteCode tote, Lookup lookup) {
        Pick taken = pick.into(tote);
        Optional<PickLine> line = taken.current();
        if (line.isEmpty()) {
            return Picks.listDone(taken, pick.tote() == null ? tote : pick.tote(), List.of(), lookup);
        }
        return Answers.note(
                new ScanPlace(taken, tote, line.get()),
                "picking.tote-taken",
                tote,
                line.get().location());
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(FlowId.PICKING, "picking.scan-tote", Text.of("picking.scan-tote"))
                .withHint(Text.of(
                        "picking.scan-tote.hint",
                        pick.task().order(),
                        pick.task().lines().size()))
                .withRows(pick.rows(lookup), pick.summary());
    }
}
