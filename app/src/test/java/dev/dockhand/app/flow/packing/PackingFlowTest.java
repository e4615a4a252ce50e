package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.common.Meaning;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackingFlowTest {

    private static final String WAYBILL = "632912345671";
    /** 2 creams, 1 serum, 3 pads, and the packaging. */
    private static final int RIGHT = 2 * 120 + 90 + 3 * 310 + 80;

    private final Floor floor =
            Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2)).with(Floors.shipment(3));
    private final Desk<PackState> desk;

    PackingFlowTest() {
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
        desk = Desk.open(new PackingFlow(), floor);
    }

    private Desk<PackState> checked() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE).scan(Floors.SERUM_CODE);
        return desk.scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE);
    }

    private Desk<PackState> labelled() {
        checked().weigh(RIGHT);
        return desk.printed(desk.print().job(), Outcome.CONFIRMED);
    }

    private static Act label(int copy, String outcome, String proof, String reason) {
        return new Act.LabelPrinted(1, new WaybillNumber(WAYBILL), copy, outcome, proof, reason);
    }

    @Test
    void parcelIsCheckedWeighedLabelledAndClosed() {
        desk.at("packing.choose-work")
                .scan("tote-1")
                .says(Tone.NOTE, "packing.opened")
                .at("packing.scan-item");
        desk.scan(Scans.gtin(Floors.CREAM_CODE))
                .says(Tone.GOOD, "packing.checked")
                .did(new Act.ItemPacked(1, Floors.CREAM.id(), Quantity.ONE));
        desk.scan(Floors.CREAM_CODE).says(Tone.GOOD, "packing.line-complete");
        desk.scan(Floors.SERUM_CODE)
                .scan(Floors.PAD_CODE)
                .press(Command.QUANTITY)
                .at("packing.quantity");
        desk.enter("2")
                .says(Tone.DONE, "packing.all-checked")
                .wants(new Effect.Weigh())
                .at("packing.weigh");
        assertThat(desk.screen().scale()).isTrue();

        desk.weigh(RIGHT + 40)
                .says(Tone.DONE, "packing.weight-taken")
                .did(
                        new Act.ParcelWeighed(
                                1, Grams.of(RIGHT + 40), Grams.of(RIGHT), true, "0d0a", "scale-1", "", null),
                        label(1, "SENT", "", ""))
                .at("packing.take-label");
        assertThat(desk.canUndo()).isFalse();

        desk.printed(desk.print().job(), Outcome.CONFIRMED)
                .says(Tone.GOOD, "packing.label-out")
                .did(label(1, "CONFIRMED", "status", ""))
                .at("packing.scan-label");

        desk.scan(WAYBILL)
                .says(Tone.DONE, "packing.closed")
                .did(new Act.ShipmentPacked(
                        new OrderId("b/O-1"), new ShipmentId("S-1"), List.of(new WaybillNumber(WAYBILL))))
                .at("packing.choose-work");
        Place tote = Place.of(new ToteCode("TOTE-1"));
        Place parcel = Place.of(new ShipmentId("S-1"));
        assertThat(desk.drafts().getFirst().movements())
                .containsExactly(
                        new Movement(Goods.of(Floors.CREAM.id()), Quantity.of(2), tote, parcel),
                        new Movement(
                                new Goods(Floors.SERUM.id(), Floors.LOT, Floors.EXPIRY), Quantity.ONE, tote, parcel),
                        new Movement(Goods.of(Floors.PAD.id()), Quantity.of(3), tote, parcel));
        assertThat(desk.effects()).containsExactly(new Effect.WantWork(null));
        assertThat(desk.canUndo()).isFalse();
    }

    @Test
    void orderIsFoundByToteOrderNumberWaybillOrTouch() {
        desk.scan("O-1").at("packing.scan-item").press(Command.BACK).says(Tone.NOTE, "packing.set-aside");
        desk.scan(WAYBILL).at("packing.scan-item").press(Command.BACK);
        assertThat(desk.screen().options()).extracting(Screen.Option::id).containsExactly("T-1", "T-2");
        desk.choose("T-2").at("packing.scan-item");
        assertThat(desk.screen().summary().getFirst().arguments()).containsExactly(new OrderId("b/O-2"));
    }

    @Test
    void whatCannotBePackedSaysWhy() {
        desk.scan("O-3").says(Tone.WARN, "packing.not-picked").didNothing();
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.means");
        desk.scan("TOTE-9").says(Tone.WARN, "common.unknown-code");
        Picked.nothing(floor, Floors.shipment(3), "TOTE-3");
        desk.scan("O-3").says(Tone.WARN, "packing.nothing-picked").at("packing.choose-work");
    }

    @Test
    void aShippedParcelTellsWhenAndByWhomAndItsLabelIsPrintedAgainForAReason() {
        floor.lagging();
        labelled().scan(WAYBILL);
        assertThat(desk.screen().options()).extracting(Screen.Option::id).containsExactly("T-2");
        floor.settle();

        desk.scan("O-1").says(Tone.WARN, "known.shipped-by").didNothing().at("packing.reprint");
        desk.press(Command.BACK).at("packing.choose-work");
        desk.scan(WAYBILL).says(Tone.WARN, "known.shipped-by").at("packing.reprint");
        desk.choose("UNREADABLE").says(Tone.NOTE, "packing.printing-again").did(label(2, "SENT", "", "UNREADABLE"));
        assertThat(desk.print().data()).containsEntry("waybill", WAYBILL).containsKey("recipient");
        desk.printed(desk.print().job(), Outcome.CONFIRMED).did(label(2, "CONFIRMED", "status", "UNREADABLE"));
        desk.scan("O-2").says(Tone.WARN, "common.choose-first");
        desk.scan(WAYBILL).says(Tone.DONE, "packing.relabelled").didNothing().at("packing.choose-work");
        assertThat(floor.acts(Act.ShipmentPacked.class)).hasSize(1);
    }

    @Test
    void wrongItemLotOrNumberStops() {
        desk.scan("TOTE-1")
                .scan("STICK-1")
                .says(Tone.STOP, "packing.wrong-item")
                .didNothing();
        desk.naming(Floors.UNWEIGHED, new OrderId("b/O-1"));
        desk.scan(Floors.TWIN_CODE).says(Tone.STOP, "packing.wrong-item");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "OLD", null, null))
                .says(Tone.STOP, "packing.wrong-lot")
                .naming(Floors.SERUM, new Lot("OLD"));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", null, null)).says(Tone.GOOD, "packing.line-complete");
        desk.scan(Floors.SERUM_CODE)
                .says(Tone.STOP, "packing.too-many")
                .naming(Floors.SERUM, Quantity.ONE)
                .didNothing();
    }

    @Test
    void otherScansAreRefusedByTheirName() {
        desk.scan("TOTE-1").scan("TOTE-1").says(Tone.NOTE, "packing.tote-is-right");
        desk.scan("TOTE-2").says(Tone.WARN, "packing.finish-first");
        desk.scan("A-01")
                .says(Tone.WARN, "common.means")
                .naming(Text.of("known.location", Floors.A1), Text.of("packing.item-wanted"));
        desk.scan("x".repeat(4096)).says(Tone.WARN, "common.unknown-code");
        desk.scan(Scans.wrong("880")).says(Tone.WARN, "test.check-digit").didNothing();
    }

    @Test
    void quantityKeyNeedsAScanAndNeverExceedsWhatWasPicked() {
        desk.scan("TOTE-1").press(Command.QUANTITY).says(Tone.WARN, "packing.scan-one-first");
        desk.scan(Floors.PAD_CODE).press(Command.QUANTITY).enter("3").says(Tone.WARN, "common.no-figure");
        desk.scan(Floors.PAD_CODE).says(Tone.WARN, "common.figure-first");
        desk.press(Command.BACK).at("packing.scan-item").press(Command.QUANTITY).enter("2");
        desk.did(new Act.ItemPacked(1, Floors.PAD.id(), Quantity.of(2)));
        desk.press(Command.QUANTITY).says(Tone.WARN, "packing.scan-one-first");
    }

    @Test
    void whatWasShortAtTheShelfIsPackedOnceItIsSaidWhatBecomesOfIt() {
        ShipmentTask third = Floors.shipment(3);
        floor.with(third);
        Picked.short1(floor, third, "TOTE-3");
        assertThat(desk.screen().options()).extracting(Screen.Option::id).doesNotContain("T-3");
        for (String code : List.of("TOTE-3", "O-3", third.waybill().value())) {
            desk.scan(code)
                    .says(Tone.WARN, "packing.is-on-problem-shelf")
                    .naming(new OrderId("b/O-3"))
                    .at("packing.choose-work");
            assertThat(Meaning.of(ScannedCode.plain(code), floor).orElseThrow().key())
                    .isEqualTo("known.problem-shelf");
        }
        desk.restart().scan("TOTE-3").says(Tone.WARN, "packing.is-on-problem-shelf");

        floor.answer(third, false);
        desk.scan("TOTE-3").says(Tone.NOTE, "packing.opened");
        desk.scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE).says(Tone.STOP, "packing.too-many");
    }

    @Test
    void orderThatIsSetAsideKeepsWhatWasCheckedEvenWhileTheReadModelLags() {
        floor.lagging();
        desk.scan("TOTE-1").scan(Floors.SERUM_CODE).press(Command.BACK).scan("TOTE-1");

        desk.scan(Floors.SERUM_CODE).says(Tone.STOP, "packing.too-many").didNothing();
    }

    @Test
    void undoTakesOneUnitOutAgain() {
        floor.lagging();
        checked().undo().at("packing.scan-item");
        desk.scan(Floors.PAD_CODE).at("packing.weigh");

        assertThat(floor.acts(Act.ItemPacked.class)).hasSize(6);
    }
}
