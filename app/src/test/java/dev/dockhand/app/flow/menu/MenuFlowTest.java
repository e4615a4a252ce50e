package dev.dockhand.app.flow.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.putback.PutBackFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class MenuFlowTest {

    private final Floor floor = Floors.empty()
            .with(Floors.asn())
            .with(Floors.shipment(1))
            .with(Floors.shipment(2))
            .with(Floors.shipment(3));
    private final Desk<MenuState> desk = Desk.open(new MenuFlow(), floor);

    @Test
    void tellsHowMuchOfEachJobWaits() {
        receivePlate("000000000000000018");
        picked("T-1", "TOTE-1");
        floor.inTote("TOTE-9", Floors.PAD, 1);

        assertThat(desk.screen().options())
                .extracting(Screen.Option::detail)
                .containsExactly(
                        Text.of("menu.receiving.count", 1L),
                        Text.of("menu.putaway.count", 1),
                        Text.of("menu.picking.count", 2),
                        Text.of("menu.packing.count", 1),
                        Text.of("menu.putback.count", 1),
                        Text.of("menu.labels.detail"),
                        Text.of("menu.shift-end.count", 3));
    }

    @Test
    void opensAJobByOption() {
        desk.choose("PICKING").says(Tone.NOTE, "menu.picking.opened").wants(new Effect.GoTo(PickingFlow.ID, null));
        desk.press(Command.FINISH).says(Tone.WARN, "common.no-such-key").wants();
        desk.give(new Input.Chosen("?")).says(Tone.WARN, "common.no-such-choice");
    }

    @Test
    void scanTellsTheJobAndIsHandedOn() {
        receivePlate("000000000000000018");
        picked("T-1", "TOTE-1");
        floor.inTote("TOTE-9", Floors.PAD, 1);

        handsOn("ASN-1", ReceivingFlow.ID);
        handsOn("000000000000000018", PutawayFlow.ID);
        handsOn("tote-1", PackingFlow.ID);
        handsOn("tote-9", PutBackFlow.ID);
        handsOn("O-1", PackingFlow.ID);
        handsOn("632912345671", PackingFlow.ID);
        desk.scan("O-2").wants(new Effect.GoTo(PickingFlow.ID, null));
    }

    @Test
    void scanThatTellsNoJobIsRefused() {
        desk.scan(Floors.CREAM_CODE)
                .says(Tone.WARN, "common.means")
                .naming(Text.of("known.item", Floors.CREAM), Text.of("menu.job-first"));
        desk.scan(Floors.TWIN_CODE)
                .says(Tone.WARN, "common.means")
                .naming(Text.of("known.items", "TWIN", 2), Text.of("menu.job-first"));
        desk.scan("\u0000^XA~JA" + "9".repeat(4000)).says(Tone.WARN, "common.unknown-code");
        desk.scan(new ScannedCode("8801", null, null, null, null, null, Text.of("test.check-digit"), false))
                .says(Tone.WARN, "test.check-digit");
    }

    private void handsOn(String scan, FlowId job) {
        desk.scan(scan).wants(new Effect.GoTo(job, new Input.Scanned(ScannedCode.plain(scan))));
    }

    private void receivePlate(String plate) {
        floor.record(List.of(Draft.free(
                Floors.MINJI.id(),
                new Act.GoodsReceived(
                        new AsnId("b/ASN-1"),
                        1,
                        Goods.of(Floors.CREAM.id()),
                        Quantity.of(4),
                        Act.Condition.GOOD,
                        new LicensePlate(plate),
                        ""),
                List.of())));
    }

    private void picked(String task, String tote) {
        ToteCode code = new ToteCode(tote);
        TaskId id = new TaskId(task);
        floor.record(List.of(
                new Draft(
                        Floors.MINJI.id(),
                        id,
                        7L,
                        new Act.Picked(1, Goods.of(Floors.CREAM.id()), Quantity.of(2), Floors.A1, code),
                        List.of()),
                new Draft(Floors.MINJI.id(), id, 7L, new Act.PickFinished(code), List.of())));
    }
}
