package dev.dockhand.app.flow.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Condition;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.measure.Quantity;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Lots and expiry dates at receiving. */
class ReceivingLotTest {

    private static final AsnId ASN = new AsnId("b/ASN-1");

    private final Floor floor = Floors.empty().with(Floors.asn());
    private final LicensePlate plate = floor.nextPlate();
    private final Desk<ReceivingState> desk = Desk.open(new ReceivingFlow(), floor);

    private Desk<ReceivingState> opened() {
        return desk.scan("ASN-1");
    }

    @Test
    void gs1CodeTellsLotExpiryAndCount() {
        opened().scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, 5)).at("receiving.count");

        desk.press(Command.CONFIRM)
                .says(Tone.DONE, "receiving.line-complete")
                .did(serum(2, Floors.LOT, Floors.EXPIRY, 5, Condition.GOOD, ""));
        assertThat(desk.print().data()).containsEntry("lot", "2611A").containsEntry("expiry", "2028-03-31");
    }

    private Act serum(int line, Lot lot, LocalDate expiry, int quantity, Condition condition, String reason) {
        return new Act.GoodsReceived(
                ASN, line, new Goods(Floors.SERUM.id(), lot, expiry), Quantity.of(quantity), condition, plate, reason);
    }

    @Test
    void lotAndExpiryAreEnteredWhereTheCodeDoesNotTell() {
        opened().scan(Floors.SERUM_CODE).says(Tone.NOTE, "receiving.lot-needed").at("receiving.choose-lot");
        desk.choose("(type)").at("receiving.ask-lot");
        desk.enter("롯트").says(Tone.WARN, "receiving.no-lot");
        desk.enter("x".repeat(21)).says(Tone.WARN, "receiving.no-lot");
        desk.scan(Floors.SERUM_CODE).says(Tone.WARN, "receiving.lot-first");
        desk.enter("2611a").at("receiving.ask-expiry");
        desk.enter("281301").says(Tone.WARN, "receiving.no-date");
        desk.enter("9").says(Tone.WARN, "receiving.no-date");
        desk.enter("990101").says(Tone.WARN, "receiving.date-not-plausible");
        desk.scan(Floors.SERUM_CODE).says(Tone.WARN, "receiving.expiry-first").didNothing();
        desk.enter("280300").at("receiving.count").press(Command.CONFIRM);

        desk.did(serum(2, Floors.LOT, Floors.EXPIRY, 1, Condition.GOOD, ""));
    }

    @Test
    void announcedLotAndExpiryAreOneTouch() {
        opened().scan(Floors.SERUM_CODE).choose("2611A").at("receiving.ask-expiry");
        assertThat(desk.screen().item()).isNotNull();
        desk.choose("2028-03-31").press(Command.CONFIRM);

        desk.did(serum(2, Floors.LOT, Floors.EXPIRY, 1, Condition.GOOD, ""));
    }

    @Test
    void announcedExpiryIsNotOfferedForAnotherLot() {
        opened().scan(Floors.SERUM_CODE)
                .choose("(type)")
                .enter("B7")
                .choose("TAKE")
                .at("receiving.ask-expiry");

        assertThat(desk.screen().options()).isEmpty();
        desk.give(new Input.Chosen("2028-03-31")).says(Tone.WARN, "common.no-such-choice");
    }

    @Test
    void lotAndExpiryCanBeScannedAfterwards() {
        opened().scan(Floors.SERUM_CODE).scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, null));
        desk.at("receiving.count");
        desk.press(Command.BACK)
                .scan(Scans.gs1(Floors.SERUM_CODE, "2611A", null, null))
                .at("receiving.ask-expiry");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, null, Floors.EXPIRY, null)).at("receiving.count");
    }

    @Test
    void lotAndExpiryOfAnotherItemAreNotTaken() {
        opened().scan(Floors.SERUM_CODE).scan(Scans.gs1(Floors.PAD_CODE, "B7", Floors.EXPIRY, null));
        desk.says(Tone.WARN, "receiving.not-this-item")
                .naming(Floors.PAD, Floors.SERUM)
                .at("receiving.choose-lot");
        desk.choose("2611A").scan(Scans.gs1(Floors.PAD_CODE, null, Floors.EXPIRY, null));
        desk.says(Tone.WARN, "receiving.not-this-item").at("receiving.ask-expiry");
    }

    @Test
    void expiryOfAnotherLotIsNotTaken() {
        opened().scan(Floors.SERUM_CODE).choose("(type)").enter("2611A");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "B7", Floors.EXPIRY, null))
                .says(Tone.WARN, "receiving.not-this-lot")
                .naming(new Lot("B7"), Floors.LOT)
                .at("receiving.ask-expiry");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, null)).at("receiving.count");
    }

    @Test
    void expiredGoodsCountAsDamaged() {
        opened().scan(Scans.gs1(Floors.SERUM_CODE, "2611A", LocalDate.of(2026, 11, 22), 2))
                .says(Tone.WARN, "receiving.expired")
                .at("receiving.confirm-expiry");
        desk.choose("TAKE").at("receiving.count");
        desk.press(Command.CONFIRM)
                .says(Tone.WARN, "receiving.counted-damaged")
                .did(serum(2, Floors.LOT, LocalDate.of(2026, 11, 22), 2, Condition.DAMAGED, "EXPIRED+OTHER_EXPIRY"));
    }

    @Test
    void goodsThatCameLateAreJudgedByTheDayOnWhichTheyAreCounted() {
        LocalDate expiry = Floors.TODAY.plusDays(2);
        floor.on(expiry);
        opened().scan(Scans.gs1(Floors.SERUM_CODE, "2611A", expiry, 1)).choose("TAKE");
        desk.says(Tone.NOTE, "receiving.count-or-confirm").press(Command.BACK);
        floor.on(expiry.plusDays(1));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", expiry, 1)).says(Tone.WARN, "receiving.expired");
        desk.choose("TAKE")
                .press(Command.CONFIRM)
                .did(serum(2, Floors.LOT, expiry, 1, Condition.DAMAGED, "EXPIRED+OTHER_EXPIRY"));
    }

    @Test
    void otherItemOrLotWaitsUntilTheCountIsConfirmed() {
        opened().scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, null));
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "receiving.confirm-first").didNothing();
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "OTHER", Floors.EXPIRY, null)).says(Tone.WARN, "receiving.other-lot");
        desk.scan("???").says(Tone.WARN, "common.unknown-code");
        desk.scan(Scans.wrong("880")).says(Tone.WARN, "test.check-digit").at("receiving.count");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, Count.MOST))
                .says(Tone.WARN, "receiving.plate-full");
    }
}
