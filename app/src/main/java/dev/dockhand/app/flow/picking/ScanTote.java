package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Meaning;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.PickLine;
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
            return Answers.unwanted(this, code, lookup, "picking.tote-wanted");
        }
        boolean isOwn = tote.get().equals(pick.tote());
        if (!isOwn && Meaning.units(lookup.inTote(tote.get())) > 0) {
            Text contents = Meaning.ofTote(code, lookup).orElseThrow();
            return Answers.stop(this, "common.means", contents, Text.of("picking.tote-wanted"));
        }
        if (Meaning.ofOtherThanTote(code, lookup).isPresent()) {
            return Answers.unwanted(this, code, lookup, "picking.tote-wanted");
        }
        if (code.error() != null) {
            return Answers.unwanted(this, code, lookup);
        }
        return code.gtin() != null || code.plate() != null
                ? Answers.warn(this, "picking.not-a-tote", tote.get())
                : take(tote.get(), lookup);
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
    public Decision<PickState> onChoice(String option, Lookup lookup) {
        return pick.round().choose(this, option);
    }

    @Override
    public Screen screen(Lookup lookup) {
        return Screen.of(PickingFlow.ID, "picking.scan-tote", Text.of("picking.scan-tote"))
                .withHint(Text.of(
                        "picking.scan-tote.hint",
                        pick.task().order(),
                        pick.task().lines().size()))
                .withRows(pick.rows(lookup), pick.summary())
                .withOptions(pick.round().options());
    }
}
