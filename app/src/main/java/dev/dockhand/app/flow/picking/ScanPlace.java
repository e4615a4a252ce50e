package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.PickLine;
import java.util.Optional;

/**
 * The picker walks to the place of the next line and scans it.
 *
 * @param pick the list in hand
 * @param tote the tote in hand
 * @param line the line that comes next
 */
record ScanPlace(Pick pick, ToteCode tote, PickLine line) implements PickState {

    @Override
    public Pick inHand() {
        return pick;
    }

    @Override
    public Decision<PickState> onScan(ScannedCode code, Lookup lookup) {
        if (Codes.says(code, line.location().value())) {
            return Answers.note(new TakeItems(pick, tote, line, true, false), "picking.place-right", line.location());
        }
        Optional<Location> other = Codes.location(code).flatMap(lookup::location);
        if (other.isPresent()) {
            return Answers.stop(this, "picking.wrong-place", other.get().code(), line.location());
        }
        return Answers.unwanted(this, code, lookup, "picking.place-first", line.location());
    }

    @Override
    public Decision<PickState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case PROBLEM -> Answers.warn(this, "picking.place-before-short", line.location());
            case BACK -> back();
            default -> Answers.noSuchKey(this);
        };
    }

    /** From another place that was chosen for the line, back to its own. */
    private Decision<PickState> back() {
        PickLine own = pick.own(line);
        return own.location().equals(line.location())
                ? Answers.noSuchKey(this)
                : Answers.note(new ScanPlace(pick, tote, own), "picking.back-to-place", own.location());
    }

    @Override
    public Screen screen(Lookup lookup) {
        boolean elsewhere = !pick.own(line).location().equals(line.location());
        Command[] keys = elsewhere ? new Command[] {Command.BACK} : new Command[0];
        return TakeItems.withLine(
                Screen.of(PickingFlow.ID, "picking.scan-place", Text.of("picking.scan-place", line.location()), keys)
                        .withHint(
                                pick.toFetch()
                                        ? Text.of("picking.scan-place.fetch", tote)
                                        : Text.of("picking.scan-place.hint")),
                pick,
                line,
                lookup);
    }
}
