package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The weight, the label, and the scan that closes the parcel. */
class PackingLabelTest {

    private static final String WAYBILL = "632912345671";
    /** 2 creams, 1 serum, 3 pads, and the packaging. */
    private static final int RIGHT = 2 * 120 + 90 + 3 * 310 + 80;

    private final Floor floor =
            Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2)).with(Floors.shipment(3));
    private final Desk<PackState> desk;

    PackingLabelTest() {
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
        return new Act.LabelPrinted(new WaybillNumber(WAYBILL), copy, outcome, proof, reason);
    }

    @Test
    void labelHoldsWhatTheTemplateWants() {
        checked().weigh(RIGHT);

        assertThat(desk.print().template()).isEqualTo("waybill");
        assertThat(desk.print().data())
                .containsOnlyKeys(
                        "waybill",
                        "carrier",
                        "service",
                        "routing",
                        "orderNumber",
                        "parcel",
                        "recipient",
                        "sender",
                        "items",
                        "message")
                .containsEntry("waybill", WAYBILL)
                .containsEntry("carrier", "CJ")
                .containsEntry("orderNumber", "O-1")
                .containsEntry("parcel", Map.of("number", 1, "of", 1, "grams", RIGHT))
                .containsEntry(
                        "recipient",
                        Map.of(
                                "name", "김민준",
                                "phone", "010-1234-5678",
                                "postcode", "06236",
                                "address", "서울 강남구 테헤란로 152"))
                .containsEntry(
                        "items",
                        List.of(
                                Map.of("name", "수분크림 50ml", "quantity", 2),
                                Map.of("name", "비타민 세럼", "quantity", 1),
                                Map.of("name", "토너 패드 70매", "quantity", 3)));
        assertThat(desk.print().toString()).doesNotContain("김민준");
    }

    @Test
    void wrongWeightStopsNamesTheSuspectAndMayBeConfirmed() {
        checked().weigh(RIGHT - 118);
        desk.says(Tone.STOP, "packing.too-light-suspect")
                .naming(Grams.of(118), Quantity.ONE, Floors.CREAM)
                .did(new Act.ParcelWeighed(Grams.of(RIGHT - 118), Grams.of(RIGHT), false, "0d0a", "scale-1", "", null))
                .at("packing.weight-off");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.choose-first");

        desk.press(Command.BACK)
                .says(Tone.NOTE, "packing.weighing")
                .wants(new Effect.Weigh())
                .at("packing.weigh");
        desk.weigh(RIGHT + 310).says(Tone.STOP, "packing.too-heavy-suspect");
        desk.naming(Grams.of(310), Quantity.ONE, Floors.PAD);

        desk.press(Command.CONFIRM).didNothing().at("packing.weight-reason");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.choose-first");
        desk.press(Command.BACK).at("packing.weigh").weigh(RIGHT - 118).press(Command.CONFIRM);
        desk.choose("EXTRA_GOODS").says(Tone.DONE, "packing.weight-taken").at("packing.take-label");
        assertThat(floor.acts(Act.ParcelWeighed.class))
                .extracting(Act.ParcelWeighed::accepted)
                .containsExactly(false, false, false, true);
        assertThat(floor.acts(Act.ParcelWeighed.class).getLast().reason()).isEqualTo("EXTRA_GOODS");
    }

    /** A typed figure is checked like a weighed one. */
    @Test
    void aTypedWeightBeyondToleranceNeedsAReasonToo() {
        checked()
                .press(Command.QUANTITY)
                .enter("1500")
                .says(Tone.STOP, "packing.too-heavy-suspect")
                .wants();
        desk.at("packing.weight-off").press(Command.CONFIRM).choose("SCALE_WRONG");
        assertThat(floor.acts(Act.ParcelWeighed.class).getLast())
                .isEqualTo(new Act.ParcelWeighed(
                        Grams.of(1500), Grams.of(RIGHT), true, "", "keypad", "SCALE_WRONG", null));
    }

    /** The label is not printed before a named supervisor has given the word. */
    @Test
    void aWeightFarBeyondToleranceNeedsASupervisorsWord() {
        checked().press(Command.QUANTITY).enter("5000").press(Command.CONFIRM).at("packing.weight-reason");
        desk.choose("COUNTED_AGAIN")
                .says(Tone.NOTE, "packing.far-off")
                .didNothing()
                .wants(new Effect.AskSupervisor(
                        Text.of("packing.approve-weight", new OrderNumber("O-1"), Grams.of(5000), Grams.of(RIGHT))));
        desk.give(new Input.NotApproved())
                .says(Tone.NOTE, "packing.weight-not-approved")
                .didNothing();
        desk.give(new Input.Approved(Floors.BOSS.id())).didNothing().at("packing.weight-reason");
        desk.choose("EXTRA_GOODS").give(new Input.Approved(Floors.BOSS.id()));
        desk.says(Tone.DONE, "packing.weight-taken").at("packing.take-label");
        assertThat(floor.acts(Act.ParcelWeighed.class).getLast())
                .isEqualTo(new Act.ParcelWeighed(
                        Grams.of(5000), Grams.of(RIGHT), true, "", "keypad", "EXTRA_GOODS", Floors.BOSS.id()));
    }

    @Test
    void wrongWeightWithoutASuspectIsToldAsSuch() {
        checked().weigh(RIGHT + 5000).says(Tone.STOP, "packing.too-heavy").naming(Grams.of(5000));
        desk.press(Command.BACK).weigh(100).says(Tone.STOP, "packing.too-light");
    }

    @Test
    void emptyOrImpossibleWeightIsNotTaken() {
        checked().weigh(0).says(Tone.WARN, "packing.no-such-weight").wants(new Effect.Weigh());
        desk.weigh(-5).weigh(100_001).says(Tone.WARN, "packing.no-such-weight").at("packing.weigh");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "packing.weigh-first").didNothing();
        desk.press(Command.CONFIRM).wants(new Effect.Weigh());
    }

    @Test
    void weightIsTypedWhereTheScaleGivesNone() {
        checked().give(new Input.NotWeighed("test.no-scale", false));
        desk.says(Tone.WARN, "test.no-scale").at("packing.type-weight");
        desk.enter("abc").says(Tone.WARN, "common.no-figure");
        desk.scan(WAYBILL).says(Tone.WARN, "common.figure-first");
        desk.press(Command.BACK).at("packing.weigh").wants(new Effect.Weigh());
        desk.press(Command.QUANTITY).enter(Integer.toString(RIGHT));

        assertThat(floor.acts(Act.ParcelWeighed.class))
                .containsExactly(new Act.ParcelWeighed(Grams.of(RIGHT), Grams.of(RIGHT), true, "", "keypad", "", null));
    }

    @Test
    void aBoxThatStillLiesThereIsPutOnAnewAndNotTyped() {
        checked().weigh(1).at("packing.weight-off").press(Command.BACK).at("packing.weigh");
        desk.give(new Input.NotWeighed("test.not-emptied", true));
        desk.says(Tone.WARN, "test.not-emptied").at("packing.weigh");
        desk.weigh(RIGHT).at("packing.take-label");
    }

    @Test
    void aWeightThatCannotBeCheckedIsSaidToBe() {
        Floor stick = Floors.empty().with(Floors.shipment(5, Floors.line(1, Floors.UNWEIGHED, null, Floors.A1, 1)));
        Picked.all(stick, stick.tasks().getFirst(), "TOTE-5");
        Desk<PackState> one = Desk.open(new PackingFlow(), stick);

        one.scan("TOTE-5")
                .scan("STICK-1")
                .weigh(77)
                .says(Tone.WARN, "packing.weight-not-checked")
                .at("packing.take-label");
        assertThat(stick.acts(Act.ParcelWeighed.class))
                .containsExactly(new Act.ParcelWeighed(Grams.of(77), null, true, "0d0a", "scale-1", "", null));
    }

    @Test
    void benchWithoutScalePrintsWithTheLastItem() {
        floor.with(new BenchRules(false, Grams.of(80), 5, Grams.of(30), 20, Grams.of(200), 5, 20));
        checked().says(Tone.DONE, "packing.printing").at("packing.take-label");

        assertThat(desk.print().data()).containsEntry("parcel", Map.of("number", 1, "of", 1));
        assertThat(desk.canUndo()).isFalse();
    }

    @Test
    void unknownOutcomeAsksAndPrintsNothingByItself() {
        checked().weigh(RIGHT);
        String job = desk.print().job();
        desk.printed(job, Outcome.UNKNOWN)
                .says(Tone.WARN, "packing.label-unknown")
                .did(label(1, "UNKNOWN", "status", ""))
                .wants()
                .at("packing.is-label-there");

        desk.choose("LABEL_THERE").wants().at("packing.scan-label");
        desk.scan(WAYBILL).says(Tone.DONE, "packing.closed");
    }

    @Test
    void labelIsPrintedAgainWithAReasonAndTheSameWaybill() {
        checked().weigh(RIGHT);
        String first = desk.print().job();
        desk.printed(first, Outcome.FAILED).says(Tone.WARN, "packing.label-failed");

        desk.press(Command.PRINT_AGAIN)
                .choose("NO_LABEL")
                .says(Tone.NOTE, "packing.printing-again")
                .did(label(2, "SENT", "", "NO_LABEL"));
        assertThat(desk.print().data()).containsEntry("waybill", WAYBILL);
        String second = desk.print().job();
        assertThat(second).isNotEqualTo(first);
        desk.printed(first, Outcome.CONFIRMED).didNothing().at("packing.take-label");
        desk.printed(second, Outcome.CONFIRMED).did(label(2, "CONFIRMED", "status", "NO_LABEL"));

        desk.press(Command.PRINT_AGAIN)
                .at("packing.ask-reason")
                .press(Command.BACK)
                .at("packing.scan-label");
        desk.press(Command.PRINT_AGAIN).choose("UNREADABLE").did(label(3, "SENT", "", "UNREADABLE"));
    }

    @Test
    void endOfACopyIsTakenWhileTheReasonIsAsked() {
        checked().weigh(RIGHT);
        String job = desk.print().job();
        desk.press(Command.PRINT_AGAIN).at("packing.ask-reason").printed(job, Outcome.CONFIRMED);

        desk.did(label(1, "CONFIRMED", "status", "")).at("packing.scan-label");
        desk.press(Command.PRINT_AGAIN)
                .printed(job, Outcome.CONFIRMED)
                .didNothing()
                .at("packing.ask-reason");
    }

    @Test
    void scanOfTheLabelProvesItBeforeThePrinterDoes() {
        checked().weigh(RIGHT);
        String job = desk.print().job();
        desk.scan(WAYBILL)
                .says(Tone.DONE, "packing.closed")
                .did(
                        label(1, "CONFIRMED", "scan-back", ""),
                        new Act.ShipmentPacked(
                                new OrderNumber("O-1"), new ShipmentId("S-1"), new WaybillNumber(WAYBILL)));
        desk.printed(job, Outcome.UNKNOWN).didNothing().says(Tone.DONE, "packing.closed");
    }

    @Test
    void wrongLabelOnTheBoxStops() {
        labelled()
                .scan("632912345672")
                .says(Tone.STOP, "packing.label-of-other")
                .didNothing();
        desk.naming(new OrderNumber("O-2"), new WaybillNumber(WAYBILL));
        desk.scan("999999999999").says(Tone.STOP, "packing.wrong-label").didNothing();
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.means").at("packing.scan-label");
    }
}
