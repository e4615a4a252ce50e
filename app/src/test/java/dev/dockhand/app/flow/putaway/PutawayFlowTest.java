package dev.dockhand.app.flow.putaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Condition;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class PutawayFlowTest {

    private final Floor floor = Floors.empty();
    private final LicensePlate good = receive(Condition.GOOD);
    private final LicensePlate broken = receive(Condition.DAMAGED);
    private final Desk<PutawayState> desk = Desk.open(new PutawayFlow(), floor);

    private LicensePlate receive(Condition condition) {
        LicensePlate plate = floor.nextPlate();
        floor.record(List.of(Draft.free(
                Floors.MINJI.id(),
                new Act.GoodsReceived(
                        new AsnId("b/ASN-1"),
                        1,
                        new Goods(Floors.SERUM.id(), Floors.LOT, Floors.EXPIRY),
                        Quantity.of(5),
                        condition,
                        plate,
                        ""),
                List.of())));
        return plate;
    }

    @Test
    void plateGoesToAScannedLocation() {
        desk.scan(Scans.sscc(good)).at("putaway.scan-location").didNothing();
        assertThat(desk.screen().item()).isNotNull();
        assertThat(desk.screen().item().place()).isEqualTo("A-01");

        desk.scan("a-02")
                .says(Tone.DONE, "putaway.done")
                .did(new Act.PutAway(good, Floors.A2))
                .at("putaway.scan-plate");
        assertThat(desk.drafts().getFirst().movements())
                .containsExactly(new Movement(
                        new Goods(Floors.SERUM.id(), Floors.LOT, Floors.EXPIRY),
                        Quantity.of(5),
                        Place.of(good),
                        Place.of(Floors.A2)));
    }

    @Test
    void plateIsPutAwayOnceEvenWhileTheReadModelLags() {
        floor.lagging();
        desk.choose(good.value()).scan("A-01");

        desk.scan(Scans.sscc(good)).says(Tone.WARN, "putaway.already-done").didNothing();
        assertThat(desk.screen().options()).hasSize(1);

        desk.undo().at("putaway.scan-location").scan("A-02").says(Tone.DONE, "putaway.done");
        assertThat(floor.acts(Act.PutAway.class)).containsExactly(new Act.PutAway(good, Floors.A2));
    }

    @Test
    void wrongKindOfLocationStopsAndNamesOneThatWorks() {
        desk.scan(good.value());
        desk.scan("D-01").says(Tone.STOP, "putaway.is-for-damaged-try").naming(Floors.BROKEN, Floors.A1);
        desk.scan("DOCK").says(Tone.STOP, "putaway.is-dock-try").didNothing();
        desk.scan("COLD").says(Tone.STOP, "putaway.is-unknown-try").didNothing();
        desk.press(Command.BACK).says(Tone.NOTE, "putaway.put-down");
        desk.scan(broken.value()).scan("A-01").says(Tone.STOP, "putaway.is-for-good-try");
        desk.scan("D-01").says(Tone.DONE, "putaway.done").did(new Act.PutAway(broken, Floors.BROKEN));
    }

    @Test
    void whatIsNotAskedForIsRefusedByItsName() {
        desk.scan("A-01").says(Tone.WARN, "common.means");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.means");
        desk.scan("0000").says(Tone.WARN, "common.unknown-code");
        desk.scan(Scans.sscc(new LicensePlate("999"))).says(Tone.WARN, "putaway.unknown-plate");
        desk.scan(good.value()).scan(good.value()).says(Tone.NOTE, "putaway.same-plate");
        desk.scan(broken.value()).says(Tone.WARN, "putaway.one-plate-at-a-time");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.means");
        desk.scan("Z-99").says(Tone.WARN, "common.unknown-code");
        desk.press(Command.FINISH).says(Tone.WARN, "common.no-such-key").didNothing();
    }

    @Test
    void labelIsPrintedAgainOnPurposeOnly() {
        desk.scan(broken.value()).press(Command.PRINT_AGAIN).didNothing();
        assertThat(desk.print().data()).containsEntry("sscc", broken.value());
        assertThat(desk.print().again()).isTrue();
        desk.printed(desk.print().job(), Outcome.FAILED).says(Tone.WARN, "putaway.label-doubt");
        desk.printed("other", Outcome.FAILED).wants();
    }

    @Test
    void nothingToDoIsSaid() {
        desk.scan(good.value()).scan("A-01").scan(broken.value()).scan("D-01");

        assertThat(desk.screen().instruction().key()).isEqualTo("putaway.no-plate");
    }
}
