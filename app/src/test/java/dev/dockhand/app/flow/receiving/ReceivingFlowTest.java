package dev.dockhand.app.flow.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Condition;
import dev.dockhand.model.event.Act.Discrepancy;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ReceivingFlowTest {

    private static final AsnId ASN = new AsnId("b/ASN-1");

    private final Floor floor = Floors.empty().with(Floors.asn());
    private final LicensePlate plate = floor.nextPlate();
    private final Desk<ReceivingState> desk = Desk.open(new ReceivingFlow(), floor);

    private Desk<ReceivingState> opened() {
        return desk.scan("ASN-1");
    }

    @Test
    void countMakesAPlateWithItsLabel() {
        opened().at("receiving.scan-item");
        desk.scan(Scans.gtin(Floors.CREAM_CODE)).at("receiving.count").didNothing();
        desk.scan(Scans.gtin(Floors.CREAM_CODE)).naming(Quantity.of(2));

        desk.press(Command.CONFIRM)
                .says(Tone.GOOD, "receiving.counted")
                .did(good(1, "CREAM", 2, ""))
                .at("receiving.scan-item");
        Draft draft = desk.drafts().getFirst();
        assertThat(draft.operator()).isEqualTo(Floors.MINJI.id());
        assertThat(draft.movements())
                .containsExactly(
                        new Movement(Goods.of(Floors.CREAM.id()), Quantity.of(2), Place.SUPPLIER, Place.of(plate)));
        assertThat(desk.print())
                .isEqualTo(new Effect.Print(
                        "plate:" + plate,
                        "license-plate",
                        Map.of(
                                "sscc",
                                plate.value(),
                                "item",
                                Map.of("sku", "CREAM", "name", "수분크림 50ml"),
                                "quantity",
                                2,
                                "owner",
                                "b",
                                "receipt",
                                "ASN-1")));
    }

    private Act good(int line, String sku, int quantity, String reason) {
        return new Act.GoodsReceived(
                ASN, line, Goods.of(new ItemId("b/" + sku)), Quantity.of(quantity), Condition.GOOD, plate, reason);
    }

    @Test
    void noticeIsChosenByTouchOrToldByAnItem() {
        desk.choose("b/ASN-1").at("receiving.scan-item");
        desk.press(Command.BACK).says(Tone.NOTE, "receiving.left-open").at("receiving.choose-notice");
        desk.scan(Floors.CREAM_CODE).at("receiving.count");
    }

    @Test
    void itemOfSeveralNoticesAsksWhich() {
        floor.with(new Asn(
                new AsnId("b/ASN-2"),
                "부산화장품",
                LocalDate.of(2026, 11, 24),
                Floors.asn().lines(),
                false));
        desk.scan(Floors.CREAM_CODE)
                .says(Tone.WARN, "receiving.notices-of-item")
                .at("receiving.choose-notice");
        desk.scan(Floors.TWIN_CODE).says(Tone.WARN, "receiving.notice-first");
        desk.scan("ASN-2").scan("ASN-2").says(Tone.NOTE, "receiving.notice-is-open");
        desk.scan("ASN-1").says(Tone.NOTE, "receiving.notice-opened").naming(ASN, "서울화장품");
    }

    @Test
    void ofANumberThatTwoBrandsGaveTheOperatorSaysWhich() {
        floor.with(new Asn(
                new AsnId("mori/ASN-1"),
                "모리상사",
                LocalDate.of(2026, 11, 24),
                Floors.asn().lines(),
                false));
        desk.scan("ASN-1").at("receiving.which-notice").didNothing();
        desk.press(Command.BACK).at("receiving.choose-notice");
        desk.scan("ASN-1").choose("mori/ASN-1").says(Tone.NOTE, "receiving.notice-opened");
        desk.at("receiving.scan-item").scan("ASN-1").says(Tone.NOTE, "receiving.notice-is-open");
    }

    @Test
    void quantityKeySetsTheFigure() {
        opened().scan(Floors.CREAM_CODE).press(Command.QUANTITY).at("receiving.quantity");
        desk.enter("0").says(Tone.WARN, "common.no-figure");
        desk.enter("99999999999").says(Tone.WARN, "common.no-figure");
        desk.enter("-3").says(Tone.WARN, "common.no-figure");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.figure-first");
        desk.enter("10").at("receiving.count").press(Command.CONFIRM);

        desk.says(Tone.DONE, "receiving.line-complete").did(good(1, "CREAM", 10, ""));
    }

    @Test
    void whatWasDamagedOrNotAnnouncedBeforeANoticeWasLeftIsStillInItsReview() {
        opened().scan(Scans.gtin(Floors.CREAM_CODE)).press(Command.PROBLEM).choose("BROKEN");
        desk.press(Command.CONFIRM).says(Tone.WARN, "receiving.counted-damaged");
        desk.scan(Scans.gtin(Floors.PAD_CODE)).press(Command.CONFIRM).press(Command.CONFIRM);
        desk.at("receiving.scan-item").press(Command.BACK).at("receiving.choose-notice");

        opened().scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, 5)).press(Command.CONFIRM);
        desk.scan(Floors.TWIN_CODE).press(Command.CONFIRM);
        desk.press(Command.FINISH).at("receiving.review").press(Command.CONFIRM).press(Command.FINISH);

        Act.ReceiptClosed closed = floor.acts(Act.ReceiptClosed.class).getFirst();
        assertThat(closed.discrepancies())
                .contains(
                        new Discrepancy(1, Floors.CREAM.id(), Discrepancy.Kind.DAMAGED, Quantity.ONE),
                        new Discrepancy(0, Floors.PAD.id(), Discrepancy.Kind.OVER, Quantity.ONE));
    }

    @Test
    void damagedGoodsNeedAReason() {
        opened().scan(Floors.CREAM_CODE).press(Command.PROBLEM).at("receiving.ask-damage");
        desk.press(Command.BACK).at("receiving.count").press(Command.PROBLEM).choose("LEAKING");
        desk.press(Command.CONFIRM).says(Tone.WARN, "receiving.counted-damaged");

        assertThat(floor.acts(Act.GoodsReceived.class))
                .extracting(Act.GoodsReceived::condition, Act.GoodsReceived::reason)
                .containsExactly(Tuple.tuple(Condition.DAMAGED, "LEAKING"));
    }

    @Test
    void moreThanAnnouncedNeedsAReason() {
        opened().scan(Floors.CREAM_CODE).press(Command.QUANTITY).enter("12").press(Command.CONFIRM);
        desk.says(Tone.WARN, "receiving.over").didNothing().at("receiving.ask-over");
        desk.press(Command.BACK).at("receiving.count").press(Command.CONFIRM);

        desk.choose("MORE_DELIVERED").did(good(1, "CREAM", 12, "MORE_DELIVERED"));
        desk.says(Tone.WARN, "receiving.counted-over");
        assertThat(desk.screen().rows().getFirst().state()).isEqualTo(Screen.Row.State.OVER);
    }

    @Test
    void itemThatIsNotAnnouncedIsTakenInOnPurposeOnly() {
        opened().scan(Floors.PAD_CODE)
                .says(Tone.WARN, "receiving.unannounced")
                .didNothing()
                .at("receiving.confirm-unannounced");
        desk.press(Command.BACK).at("receiving.scan-item");
        desk.scan(Floors.PAD_CODE).press(Command.CONFIRM).at("receiving.count").press(Command.CONFIRM);

        desk.did(good(0, "PAD", 1, "NOT_ANNOUNCED"));
    }

    @Test
    void sharedBarcodeIsTheAnnouncedItemElseAsked() {
        opened().scan(Floors.TWIN_CODE).at("receiving.count");
        assertThat(desk.screen().item()).extracting(Screen.ItemCard::item).isEqualTo(Floors.TWIN_A);
    }

    @Test
    void sharedBarcodeOfTwoUnannouncedItemsIsAsked() {
        floor.with(new Asn(new AsnId("b/ASN-3"), "x", LocalDate.of(2026, 11, 24), List.of(), false));
        desk.scan("ASN-3").scan(Floors.TWIN_CODE).at("receiving.choose-item");
        desk.choose("b/HAND-B").at("receiving.confirm-unannounced");
        desk.press(Command.BACK).scan(Floors.TWIN_CODE).press(Command.BACK).at("receiving.scan-item");
    }

    @Test
    void ofUnannouncedItemsOfTwoBrandsTheNoticesBrandDecides() {
        Item other =
                new Item(new ItemId("mori/BAG"), "쇼핑백", "Gift bag", List.of(Floors.CREAM_CODE), false, false, null, "");
        floor.with(other).with(new Asn(new AsnId("mori/ASN-3"), "x", Floors.TODAY, List.of(), false));
        desk.scan("ASN-3").scan(Floors.CREAM_CODE).at("receiving.confirm-unannounced");
        assertThat(desk.screen().item()).extracting(Screen.ItemCard::item).isEqualTo(other);
        desk.press(Command.BACK).press(Command.BACK);
        floor.with(new Asn(new AsnId("paws/ASN-4"), "x", Floors.TODAY, List.of(), false));
        desk.scan("ASN-4").scan(Floors.CREAM_CODE).at("receiving.choose-item");
    }

    @Test
    void finishShowsTheDifferencesAndClosesForGood() {
        opened().scan(Floors.CREAM_CODE).press(Command.QUANTITY).enter("12").press(Command.CONFIRM);
        desk.choose("FREE_GOODS");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, 5));
        desk.press(Command.PROBLEM).choose("BROKEN").press(Command.CONFIRM);
        desk.scan(Floors.PAD_CODE).press(Command.CONFIRM).press(Command.CONFIRM);
        desk.scan(Floors.TWIN_CODE).press(Command.CONFIRM);
        desk.press(Command.FINISH).at("receiving.review").didNothing();
        assertThat(desk.screen().summary()).hasSize(4);
        desk.press(Command.BACK).at("receiving.scan-item").press(Command.FINISH);

        floor.lagging();
        desk.press(Command.CONFIRM).at("receiving.close").didNothing();
        assertThat(desk.screen().instruction()).isEqualTo(Text.of("receiving.close-short", Quantity.of(2), 1));
        desk.press(Command.FINISH)
                .says(Tone.WARN, "receiving.closed-differs")
                .did(new Act.ReceiptClosed(
                        ASN,
                        List.of(
                                new Discrepancy(1, Floors.CREAM.id(), Discrepancy.Kind.OVER, Quantity.of(2)),
                                new Discrepancy(2, Floors.SERUM.id(), Discrepancy.Kind.DAMAGED, Quantity.of(5)),
                                new Discrepancy(3, Floors.TWIN_A.id(), Discrepancy.Kind.SHORT, Quantity.of(2)),
                                new Discrepancy(0, Floors.PAD.id(), Discrepancy.Kind.OVER, Quantity.ONE)),
                        null));
        assertThat(desk.canUndo()).isFalse();
        assertThat(desk.screen().options()).isEmpty();
        desk.scan("ASN-1").says(Tone.WARN, "receiving.notice-closed").at("receiving.choose-notice");
    }

    @Test
    void undoTakesTheCountBackAlsoWhileTheReadModelLags() {
        floor.lagging();
        opened().scan(Floors.CREAM_CODE).press(Command.QUANTITY).enter("10").press(Command.CONFIRM);
        desk.undo().at("receiving.count").press(Command.QUANTITY).enter("9").press(Command.CONFIRM);

        desk.press(Command.FINISH);
        assertThat(desk.screen().rows().getFirst().count())
                .isEqualTo(new Screen.Counter(Quantity.of(9), Quantity.of(10)));
        assertThat(floor.movements()).extracting(Movement::quantity).containsExactly(Quantity.of(9));
    }

    @Test
    void receivingGoesOnAfterARestart() {
        opened().scan(Floors.CREAM_CODE).press(Command.QUANTITY).enter("4").press(Command.CONFIRM);

        Desk<ReceivingState> again = desk.restart().scan("ASN-1");

        assertThat(again.screen().rows().getFirst().count())
                .isEqualTo(new Screen.Counter(Quantity.of(4), Quantity.of(10)));
    }

    @Test
    void labelThatMayNotHaveComeOutIsPrintedAgainOnPurposeOnly() {
        opened().press(Command.PRINT_AGAIN).says(Tone.WARN, "receiving.no-plate-yet");
        desk.scan(Floors.CREAM_CODE).press(Command.CONFIRM);
        String job = desk.print().job();
        desk.printed(job, Outcome.CONFIRMED).says(Tone.GOOD, "receiving.counted");

        desk.printed(job, Outcome.UNKNOWN).says(Tone.WARN, "receiving.label-doubt");
        desk.wants();
        desk.press(Command.PRINT_AGAIN).says(Tone.NOTE, "receiving.printing-again");
        desk.didNothing();
        assertThat(desk.print().job()).isEqualTo(job);
        assertThat(desk.print().again()).isTrue();
    }
}
