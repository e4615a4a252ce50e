package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.WaybillNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The label, and the scan that closes the parcel. */
class PackingLabelTest extends CheckedParcel {

    private Desk<PackState> labelled() {
        checked().weigh(RIGHT);
        return desk.printed(desk.print().job(), Outcome.CONFIRMED);
    }

    private static Act label(int copy, String outcome, String proof, String reason) {
        return new Act.LabelPrinted(1, new WaybillNumber(WAYBILL), copy, outcome, proof, reason);
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
    void benchWithoutScalePrintsWithTheLastItem() {
        floor.with(new BenchRules(false, 5, 20));
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
                                new OrderId("b/O-1"), new ShipmentId("S-1"), List.of(new WaybillNumber(WAYBILL))));
        desk.printed(job, Outcome.UNKNOWN).didNothing().says(Tone.DONE, "packing.closed");
    }

    @Test
    void wrongLabelOnTheBoxStops() {
        labelled()
                .scan("632912345672")
                .says(Tone.STOP, "packing.label-of-other")
                .didNothing();
        desk.naming(new OrderId("b/O-2"), new WaybillNumber(WAYBILL));
        desk.scan("999999999999").says(Tone.STOP, "packing.wrong-label").didNothing();
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.means").at("packing.scan-label");
    }
}
