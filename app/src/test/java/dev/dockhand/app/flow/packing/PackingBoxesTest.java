package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What does not fit into one box goes into several, each with a number, a weight and a label that says which of how many it is. */
class PackingBoxesTest {

    private static final TaskId TASK = new TaskId("T-1");
    private static final List<String> NUMBERS = List.of("632912345671", "632912345690", "632912345691");
    private static final int PACKAGING = 80;

    private final Floor floor =
            Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2)).spare(NUMBERS.get(1), NUMBERS.get(2));
    private Desk<PackState> desk;

    PackingBoxesTest() {
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
        desk = Desk.open(new PackingFlow(), floor);
    }

    /** Two creams, a serum and a pad, two pads: three boxes, all weighed. */
    private void boxes() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        desk.press(Command.NEXT_BOX)
                .says(Tone.NOTE, "packing.weigh-full")
                .wants(new Effect.Weigh())
                .at("packing.weigh");
        desk.weigh(2 * 120 + PACKAGING)
                .says(Tone.DONE, "packing.next-box")
                .did(weighed(1, 2 * 120 + PACKAGING), new Act.BoxBegun(2, new WaybillNumber(NUMBERS.get(1))))
                .at("packing.scan-item");
        desk.scan(Floors.SERUM_CODE).scan(Floors.PAD_CODE).did(new Act.ItemPacked(2, Floors.PAD.id(), Quantity.ONE));
        desk.press(Command.NEXT_BOX).weigh(90 + 310 + PACKAGING).at("packing.scan-item");
        desk.scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).says(Tone.DONE, "packing.all-checked");
        desk.weigh(2 * 310 + PACKAGING).says(Tone.DONE, "packing.weight-taken");
    }

    private static Act weighed(int box, int grams) {
        return new Act.ParcelWeighed(box, Grams.of(grams), Grams.of(grams), true, "0d0a", "scale-1", "", null);
    }

    private Map<?, ?> onLabel() {
        return (Map<?, ?>) desk.print().data().get("parcel");
    }

    @Test
    void eachLabelSaysWhichOfHowManyAndIsScannedOnItsBoxBeforeTheNextComes() {
        boxes();
        for (int box = 1; box <= 3; box++) {
            assertThat(onLabel().get("number")).isEqualTo(box);
            assertThat(onLabel().get("of")).isEqualTo(3);
            assertThat(desk.print().data()).containsEntry("waybill", NUMBERS.get(box - 1));
            desk.printed(desk.print().job(), Outcome.CONFIRMED).at("packing.scan-label");
            assertThat(desk.screen().summary()).contains(Text.of("packing.box-of", box, 3));
            desk.scan(NUMBERS.get(box - 1));
            if (box < 3) {
                desk.says(Tone.GOOD, "packing.box-labelled").at("packing.take-label");
            }
        }
        desk.says(Tone.DONE, "packing.closed")
                .did(new Act.ShipmentPacked(
                        new OrderId("b/O-1"),
                        new ShipmentId("S-1"),
                        NUMBERS.stream().map(WaybillNumber::new).toList()));
        assertThat(floor.acts(Act.ParcelWeighed.class))
                .extracting(Act.ParcelWeighed::box)
                .containsExactly(1, 2, 3);
        assertThat(floor.acts(Act.LabelPrinted.class))
                .filteredOn(label -> label.outcome().equals("SENT"))
                .extracting(Act.LabelPrinted::box, Act.LabelPrinted::copy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 1),
                        org.assertj.core.groups.Tuple.tuple(2, 1),
                        org.assertj.core.groups.Tuple.tuple(3, 1));
    }

    @Test
    void theLabelOfAnotherBoxStops() {
        boxes();
        desk.printed(desk.print().job(), Outcome.CONFIRMED);
        desk.scan(NUMBERS.get(1)).says(Tone.STOP, "packing.label-of-other-box").didNothing();
        desk.scan(NUMBERS.get(0)).says(Tone.GOOD, "packing.box-labelled");
        desk.printed(desk.print().job(), Outcome.CONFIRMED);
        desk.scan(NUMBERS.get(0)).says(Tone.STOP, "packing.label-of-other-box").didNothing();
    }

    @Test
    void afterARestartItGoesOnInTheSameBoxAndAtTheSameLabel() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        desk.press(Command.NEXT_BOX).weigh(2 * 120 + PACKAGING);
        desk.scan(Floors.SERUM_CODE);
        desk = desk.restart().at("packing.scan-item");
        assertThat(desk.screen().summary()).contains(Text.of("packing.box", 2));
        for (int pad = 0; pad < 3; pad++) {
            desk.scan(Floors.PAD_CODE).did(new Act.ItemPacked(2, Floors.PAD.id(), Quantity.ONE));
        }
        desk.weigh(90 + 3 * 310 + PACKAGING);
        desk.printed(desk.print().job(), Outcome.CONFIRMED);
        desk.scan(NUMBERS.get(0));
        desk = desk.restart().at("packing.is-label-there");
        desk.scan(NUMBERS.get(1)).says(Tone.DONE, "packing.closed");
        assertThat(floor.acts(Act.ShipmentPacked.class))
                .singleElement()
                .satisfies(packed -> assertThat(packed.waybills()).hasSize(2));
    }

    @Test
    void aBoxThatIsBegunIsTakenBackWithItsNumber() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE);
        desk.press(Command.NEXT_BOX).weigh(120 + PACKAGING);
        assertThat(floor.settle().progress(TASK).waybills()).hasSize(2);
        desk.undo();
        assertThat(floor.settle().progress(TASK).waybills()).hasSize(1);
        desk.at("packing.weigh").press(Command.BACK).at("packing.scan-item");
        desk.press(Command.NEXT_BOX)
                .weigh(120 + PACKAGING)
                .did(weighed(1, 120 + PACKAGING), new Act.BoxBegun(2, new WaybillNumber(NUMBERS.get(1))));
    }

    @Test
    void anEmptyBoxOrOneWithoutANumberIsNotBegun() {
        desk.scan("TOTE-1").press(Command.NEXT_BOX).says(Tone.WARN, "packing.box-is-empty");
        floor.spare();
        desk.scan(Floors.CREAM_CODE)
                .press(Command.NEXT_BOX)
                .says(Tone.WARN, "packing.no-number")
                .didNothing()
                .wants(new Effect.WantWork(null))
                .at("packing.scan-item");
    }

    @Test
    void whileTheReadModelIsBehindNoNumberIsTakenTwice() {
        floor.lagging();
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE);
        desk.press(Command.NEXT_BOX).weigh(120 + PACKAGING);
        desk.scan(Floors.CREAM_CODE).press(Command.NEXT_BOX).weigh(120 + PACKAGING);
        desk.scan(Floors.SERUM_CODE).press(Command.BACK).at("packing.choose-work");
        desk.scan("TOTE-1").at("packing.scan-item");
        assertThat(desk.screen().summary()).contains(Text.of("packing.box", 3));
        assertThat(floor.acts(Act.BoxBegun.class))
                .extracting(Act.BoxBegun::waybill)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void unitsLostAtTheBenchEmptyAllBoxesAndTheirNumbersAreUsedAgain() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        desk.press(Command.NEXT_BOX).weigh(2 * 120 + PACKAGING);
        desk.press(Command.PROBLEM).choose(Floors.PAD.id().value()).choose("NOT_IN_TOTE");
        Progress progress = floor.settle().progress(TASK);
        assertThat(progress.unitsPacked()).isZero();
        assertThat(progress.waybills()).hasSize(2);
    }

    @Test
    void aClosedBoxGetsAnotherLabelWithItsOwnNumber() {
        boxes();
        for (String number : NUMBERS) {
            desk.printed(desk.print().job(), Outcome.CONFIRMED).scan(number);
        }
        desk.scan(NUMBERS.get(1)).at("packing.reprint").choose("LOST");
        assertThat(onLabel().get("number")).isEqualTo(2);
        assertThat(onLabel().get("of")).isEqualTo(3);
        desk.did(new Act.LabelPrinted(2, new WaybillNumber(NUMBERS.get(1)), 2, "SENT", "", "LOST"));
    }
}
