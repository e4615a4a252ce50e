package dev.dockhand.app.flow.shift;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.model.id.TaskId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftEndFlowTest {

    private final Floor floor = Floors.empty()
            .with(Floors.shipment(1))
            .with(Floors.shipment(2))
            .with(Floors.shipment(3))
            .with(Floors.shipment(4));

    /** One half picked, one picked, one half packed, one not begun. */
    private Desk<ShiftEndState> desk() {
        Desk.open(new PickingFlow(), floor)
                .scan("TOTE-1")
                .scan(Floors.A1.value())
                .scan(Floors.CREAM_CODE);
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
        Picked.all(floor, Floors.shipment(3), "TOTE-3");
        Desk.open(new PackingFlow(), floor).scan("TOTE-3").scan(Floors.CREAM_CODE);
        return Desk.open(new ShiftEndFlow(), floor);
    }

    private static final Effect.GiveBack FREE = new Effect.GiveBack(List.of(new TaskId("T-2"), new TaskId("T-4")));
    private static final Effect.GoTo MENU = new Effect.GoTo(FlowId.MENU, null);

    @Test
    void whatNobodyHasBegunHereIsGivenBackAndTheRestStays() {
        desk().at("shift.give-back")
                .press(Command.CONFIRM)
                .says(Tone.NOTE, "shift.given-back")
                .naming(2)
                .wants(FREE, MENU);
    }

    @Test
    void withoutANetworkItIsGivenBackLater() {
        floor.offline();
        desk().press(Command.CONFIRM).says(Tone.NOTE, "shift.given-back-later").wants(FREE, MENU);
    }

    @Test
    void whoChangesTheirMindGoesBackToTheMenu() {
        desk().press(Command.BACK).wants(MENU);
    }

    @Test
    void thereMayBeNothingToHandOver() {
        Desk.open(new ShiftEndFlow(), Floors.empty())
                .press(Command.CONFIRM)
                .says(Tone.WARN, "shift.nothing")
                .wants();
    }
}
