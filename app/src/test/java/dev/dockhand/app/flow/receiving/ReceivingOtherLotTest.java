package dev.dockhand.app.flow.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Discrepancy;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.StockBalance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Goods of another lot or date than announced are never counted as the announced ones in silence. */
class ReceivingOtherLotTest {

    private static final Lot L2 = new Lot("B7");
    private static final LocalDate LATER = LocalDate.of(2028, 6, 30);

    private final Floor floor = Floors.empty();

    private Desk<ReceivingState> opened(Asn.Line... serums) {
        floor.with(new Asn(new AsnId("b/ASN-1"), "x", Floors.TODAY, List.of(serums), false));
        return Desk.open(new ReceivingFlow(), floor).scan("ASN-1");
    }

    private static Asn.Line serums(int line, @Nullable Lot lot, @Nullable LocalDate expiry, int units) {
        return new Asn.Line(line, new Goods(Floors.SERUM.id(), lot, expiry), Quantity.of(units), Quantity.ZERO);
    }

    private Act.GoodsReceived onlyCount() {
        assertThat(floor.acts(Act.GoodsReceived.class)).hasSize(1);
        return floor.acts(Act.GoodsReceived.class).getFirst();
    }

    @Test
    void anotherLotIsAskedAboutRecordedAndShown() {
        var desk = opened(serums(2, Floors.LOT, Floors.EXPIRY, 5));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "B7", LATER, 5))
                .says(Tone.WARN, "receiving.other-lot-than-announced")
                .at("receiving.confirm-lot");
        assertThat(desk.screen().instruction()).isEqualTo(Text.of("receiving.confirm-lot", "2611A", L2));
        assertThat(desk.screen().item()).isNotNull();
        desk.press(Command.CONFIRM).says(Tone.WARN, "common.no-such-key").at("receiving.confirm-lot");

        desk.choose("TAKE").at("receiving.count").press(Command.CONFIRM);

        assertThat(onlyCount().goods().lot()).isEqualTo(L2);
        assertThat(onlyCount().line()).isEqualTo(2);
        assertThat(onlyCount().reason()).isEqualTo("OTHER_LOT");
        Discrepancy other =
                new Discrepancy(2, new Goods(Floors.SERUM.id(), L2, LATER), Discrepancy.Kind.OTHER_LOT, Quantity.of(5));
        desk.press(Command.FINISH).at("receiving.review");
        assertThat(desk.screen().summary())
                .containsExactly(Text.of("receiving.difference.OTHER_LOT", Floors.SERUM, Quantity.of(5), L2));
        assertThat(desk.screen().rows())
                .extracting(Screen.Row::label)
                .containsExactly(Text.of(
                        "receiving.row-counted",
                        Text.of("receiving.row-lot", Floors.SERUM, Floors.LOT),
                        "B7 2028-06-30 × 5"));
        desk.press(Command.CONFIRM).press(Command.FINISH);
        assertThat(floor.acts(Act.ReceiptClosed.class).getFirst().discrepancies())
                .containsExactly(other);
    }

    @Test
    void theLotIsAskedForWithTheItemAndTheAnnouncedLots() {
        var desk = opened(serums(2, Floors.LOT, Floors.EXPIRY, 5)).scan(Floors.SERUM_CODE);
        desk.at("receiving.choose-lot");
        assertThat(desk.screen().item()).extracting(Screen.ItemCard::item).isEqualTo(Floors.SERUM);
        desk.scan(Scans.gs1(Floors.SERUM_CODE, null, null, null))
                .says(Tone.WARN, "receiving.lot-first")
                .at("receiving.choose-lot");
        desk.choose("(type)").at("receiving.ask-lot");
        assertThat(desk.screen().item()).extracting(Screen.ItemCard::item).isEqualTo(Floors.SERUM);
        desk.press(Command.BACK).at("receiving.choose-lot").press(Command.BACK).at("receiving.scan-item");
    }

    @Test
    void aLotThatWasMistypedIsEnteredAgain() {
        var desk = opened(serums(2, Floors.LOT, Floors.EXPIRY, 5));
        desk.scan(Floors.SERUM_CODE).choose("(type)").enter("2611B").at("receiving.confirm-lot");
        desk.choose("AGAIN").at("receiving.choose-lot").choose("2611A").at("receiving.ask-expiry");
        desk.choose("2028-03-31").press(Command.CONFIRM);
        assertThat(onlyCount().reason()).isEmpty();
    }

    @Test
    void anotherDateOfTheAnnouncedLotIsAskedAboutAndRecorded() {
        var desk = opened(serums(2, Floors.LOT, Floors.EXPIRY, 5));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", LATER, 5))
                .says(Tone.WARN, "receiving.other-date-than-known")
                .at("receiving.confirm-expiry");
        desk.choose("AGAIN").at("receiving.ask-expiry").enter("280630").at("receiving.confirm-expiry");
        desk.choose("TAKE").press(Command.CONFIRM);
        assertThat(onlyCount().reason()).isEqualTo("OTHER_EXPIRY");
        desk.press(Command.FINISH);
        assertThat(desk.screen().summary())
                .containsExactly(Text.of("receiving.difference.OTHER_EXPIRY", Floors.SERUM, Quantity.of(5), LATER));
    }

    @Test
    void aDateThatTheLotDoesNotHaveInStockOrOnAnEarlierPlateIsAskedAbout() {
        floor.with(new StockBalance(Place.of(Floors.A1), new Goods(Floors.SERUM.id(), L2, LATER), 3));
        var desk = opened(serums(2, null, null, 50));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "B7", Floors.EXPIRY, 5)).at("receiving.confirm-expiry");
        desk.press(Command.BACK).scan(Scans.gs1(Floors.SERUM_CODE, "C1", LATER, 5));
        desk.at("receiving.count").press(Command.CONFIRM);
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "C1", Floors.EXPIRY, 5)).at("receiving.confirm-expiry");
    }

    @Test
    void ofALotOnSeveralLinesTheOneWithItsDateIsTaken() {
        var desk = opened(serums(1, Floors.LOT, Floors.EXPIRY, 5), serums(2, L2, LATER, 5), serums(3, L2, null, 5));
        desk.scan(Floors.SERUM_CODE).at("receiving.choose-lot");
        assertThat(desk.screen().options()).extracting(Screen.Option::id).containsExactly("2611A", "B7", "(type)");
        desk.choose("B7").enter("280630").at("receiving.count").press(Command.CONFIRM);
        assertThat(onlyCount().line()).isEqualTo(2);
        assertThat(onlyCount().reason()).isEmpty();
    }

    @Test
    void anyLotIsRightWhereALineNamesNone() {
        var desk = opened(serums(1, Floors.LOT, Floors.EXPIRY, 5), serums(2, null, null, 5));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "B7", LATER, 5))
                .at("receiving.count")
                .press(Command.CONFIRM);
        assertThat(onlyCount().line()).isEqualTo(2);
    }

    @Test
    void aLotInSmallLettersIsTheAnnouncedLot() {
        var desk = opened(serums(2, Floors.LOT, Floors.EXPIRY, 5));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611a", Floors.EXPIRY, 2)).at("receiving.count");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, 3)).press(Command.CONFIRM);
        assertThat(onlyCount().goods().lot()).isEqualTo(Floors.LOT);
        assertThat(onlyCount().quantity()).isEqualTo(Quantity.of(5));
    }

    @Test
    void damagedGoodsOfAnotherLotAreBoth() {
        var desk = opened(serums(2, Floors.LOT, Floors.EXPIRY, 5));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "B7", LATER, 5)).choose("TAKE");
        desk.press(Command.PROBLEM).choose("OTHER").press(Command.CONFIRM);
        assertThat(onlyCount().reason()).isEqualTo("OTHER_LOT+OTHER");
        desk.press(Command.FINISH);
        assertThat(desk.screen().summary())
                .extracting(Text::key)
                .containsExactly("receiving.difference.DAMAGED", "receiving.difference.OTHER_LOT");
    }

    @Test
    void theLotOfUnannouncedGoodsIsNobodysDifference() {
        var desk = opened(new Asn.Line(1, Goods.of(Floors.CREAM.id()), Quantity.of(1), Quantity.ZERO));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "B7", LATER, 5))
                .press(Command.CONFIRM)
                .at("receiving.count");
    }
}
