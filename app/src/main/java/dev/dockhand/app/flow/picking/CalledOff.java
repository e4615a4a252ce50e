package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;

/**
 * The shop called the order off while it was being picked.
 *
 * @param pick the list in hand
 */
record CalledOff(Pick pick) implements PickState {

    @Override
    public Decision<PickState> onScan(ScannedCode code, Lookup lookup) {
        return Answers.warn(this, "common.confirm-first");
    }

    @Override
    public Decision<PickState> onKey(Command command, Lookup lookup) {
        return command == Command.CONFIRM ? Picks.seen(pick, lookup) : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        String hint = pick.hasGoods() ? "picking.cancelled.goods" : "picking.cancelled.empty";
        return Screen.of(
                        PickingFlow.ID,
                        "picking.cancelled",
                        Text.of("picking.cancelled", pick.task().order()),
                        Command.CONFIRM)
                .withHint(Text.of(hint))
                .withRows(pick.rows(lookup), pick.summary())
                .withForGood();
    }
}
