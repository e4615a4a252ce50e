package dev.dockhand.app.flow.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.packing.PackState;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickState;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.putaway.PutawayState;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.flow.receiving.ReceivingState;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TakenBackTest {

    private final Floor floor = Floors.empty().with(Floors.asn());

    private static Text said(Desk<?> desk) {
        Verdict verdict = Objects.requireNonNull(desk.verdict());
        Text text = verdict.text();
        while (text.arguments().getFirst() instanceof Text inner) {
            text = inner;
        }
        return text;
    }

    private Desk<ReceivingState> receiving() {
        return Desk.open(new ReceivingFlow(), floor).scan("ASN-1");
    }

    @Test
    void countThatIsTakenBackNamesItsGoodsAndThePlateToDestroy() {
        LicensePlate plate = floor.nextPlate();
        var desk = receiving().scan(Floors.CREAM_CODE).press(Command.CONFIRM);
        assertThat(desk.undoAsks()).isEmpty();

        desk.undo().says(Tone.WARN, "undo.destroy-label");

        assertThat(desk.verdict()).isNotNull();
        assertThat(desk.verdict().text().arguments()).contains(plate);
        assertThat(said(desk)).isEqualTo(Text.of("undo.goods-received", Quantity.ONE, Floors.CREAM, plate));
    }

    @Test
    void countOfANoticeThatWasLeftIsAskedAbout() {
        floor.with(new Asn(new AsnId("b/ASN-2"), "x", Floors.TODAY, Floors.asn().lines(), false));
        var desk = receiving().scan(Floors.CREAM_CODE).press(Command.CONFIRM).press(Command.BACK);
        assertThat(desk.undoAsks()).isPresent();
        desk.scan("ASN-2");

        Screen question = desk.undoAsks().orElseThrow();

        assertThat(question.instruction()).isEqualTo(Text.of("undo.ask-notice", new AsnId("b/ASN-1")));
        assertThat(question.commands()).containsExactly(Command.CONFIRM, Command.BACK);
        assertThat(question.item()).isNotNull();
    }

    @Test
    void countWhosePlateWasPutAwayOrWhoseNoticeWasClosedMeanwhileIsTooLate() {
        LicensePlate plate = floor.nextPlate();
        var desk = receiving().scan(Floors.CREAM_CODE).press(Command.CONFIRM);
        assertThat(desk.undoTooLate()).isEmpty();

        floor.record(List.of(Draft.free(null, new Act.PutAway(plate, Floors.A1), List.of())));
        assertThat(desk.undoTooLate()).contains(new Verdict(Tone.WARN, Text.of("undo.plate-is-gone", plate)));

        floor.with(new Asn(new AsnId("b/ASN-1"), "x", Floors.TODAY, Floors.asn().lines(), true));
        assertThat(desk.undoTooLate())
                .contains(new Verdict(Tone.WARN, Text.of("undo.receipt-is-closed", plate, new AsnId("b/ASN-1"))));
    }

    @Test
    void plateThatWasPutAwayIsAskedAboutAndNamed() {
        LicensePlate plate = floor.nextPlate();
        receiving().scan(Floors.CREAM_CODE).press(Command.CONFIRM);
        Desk<PutawayState> desk = Desk.open(new PutawayFlow(), floor);
        desk.scan(Scans.sscc(plate)).scan("A-01");

        assertThat(desk.undoAsks().orElseThrow().instruction()).isEqualTo(Text.of("undo.ask-plate", plate));

        assertThat(said(desk.undo().says(Tone.NOTE, "undo.done")))
                .isEqualTo(Text.of("undo.put-away", Quantity.ONE, Floors.CREAM, Floors.A1, plate));
        desk.at("putaway.scan-location");
    }

    private Desk<PickState> picking() {
        floor.with(Floors.shipment(1, Floors.line(1, Floors.CREAM, null, Floors.A1, 2)));
        floor.with(Floors.shipment(2, Floors.line(1, Floors.PAD, null, Floors.A2, 3)));
        return Desk.open(new PickingFlow(), floor).scan("TOTE-1").scan("A-01");
    }

    @Test
    void pickIsNamedWithItsPlaceAndTote() {
        var desk = picking().scan(Floors.CREAM_CODE);
        assertThat(desk.undoAsks()).isEmpty();

        assertThat(said(desk.undo()))
                .isEqualTo(Text.of("undo.picked", Quantity.ONE, Floors.CREAM, Floors.A1, new ToteCode("TOTE-1")));
    }

    @Test
    void finishedListIsOpenedAgainOnlyAfterAQuestionThatNamesItsOrder() {
        var desk = picking().scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        desk.says(Tone.DONE, "picking.finished").at("picking.scan-tote");

        assertThat(desk.undoAsks().orElseThrow().instruction()).isEqualTo(Text.of("undo.ask", new OrderId("b/O-1")));

        desk.undo().at("picking.take");
        Text words =
                (Text) Objects.requireNonNull(desk.verdict()).text().arguments().getFirst();
        assertThat(words.key()).isEqualTo("undo.and");
        assertThat(words.arguments().getLast())
                .isEqualTo(Text.of("undo.pick-finished", new OrderId("b/O-1"), new ToteCode("TOTE-1")));
        assertThat(desk.undoAsks())
                .as("back in the order, its own acts need no question")
                .isEmpty();
    }

    @Test
    void unitsToldMissingAreNamed() {
        var desk = picking().press(Command.PROBLEM);
        desk.choose(desk.screen().options().getFirst().id());
        assertThat(said(desk.undo()).key()).isEqualTo("undo.pick-shorted");
    }

    private Desk<PackState> packing() {
        floor.with(Floors.shipment(1)).with(Floors.shipment(2));
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
        return Desk.open(new PackingFlow(), floor).scan("TOTE-1").scan(Floors.CREAM_CODE);
    }

    @Test
    void unitOfAParcelThatWasSetAsideIsAskedAbout() {
        var desk = packing();
        assertThat(desk.undoAsks()).isEmpty();
        desk.press(Command.BACK).scan("TOTE-2").at("packing.scan-item");

        Screen question = desk.undoAsks().orElseThrow();
        assertThat(question.instruction()).isEqualTo(Text.of("undo.ask", new OrderId("b/O-1")));
        assertThat(question.item()).isNotNull();

        assertThat(said(desk.undo()))
                .isEqualTo(Text.of("undo.item-packed", Quantity.ONE, Floors.CREAM, new OrderId("b/O-1")));
    }

    @Test
    void workThatWasGrantedElsewhereIsNotTakenBack() {
        var desk = packing();
        assertThat(desk.undoTooLate()).isEmpty();
        floor.takeAway(new TaskId("T-1"));
        assertThat(desk.undoTooLate().orElseThrow().text().key()).isEqualTo("undo.taken-away");
        floor.with(Floors.shipmentUnder(8, 1));
        assertThat(desk.undoTooLate().orElseThrow().text().key()).isEqualTo("undo.taken-away");
    }

    @Test
    void everyWeightIsNamed() {
        Draft weighed = new Draft(
                null,
                new TaskId("T-1"),
                7L,
                new Act.ParcelWeighed(1, Grams.of(1833), null, true, "", "scale", "", null),
                List.of());
        floor.with(Floors.shipment(1));
        assertThat(TakenBack.words(List.of(weighed), floor))
                .isEqualTo(Text.of("undo.parcel-weighed", Grams.of(1833), new OrderId("b/O-1")));
    }
}
