package dev.dockhand.app.flow.putback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.StockBalance;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two creams, a serum and three pads lie in a tote whose order was called off. */
class PutBackFlowTest {

    private static final ToteCode TOTE = new ToteCode("TOTE-1");
    private static final Goods CREAM = Goods.of(Floors.CREAM.id());

    private final Floor floor = Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2));
    private final Desk<PutBackState> desk;

    PutBackFlowTest() {
        Picked.all(floor, Floors.shipment(1), "TOTE-1");
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
        floor.callOff(new TaskId("T-1"));
        desk = Desk.open(new PutBackFlow(), floor);
    }

    private static Act.PutBack back(Item item, int units, LocationCode place) {
        return new Act.PutBack(TOTE, Goods.of(item.id()), Quantity.of(units), place);
    }

    private static Act.CancelSeen seen() {
        return new Act.CancelSeen(new ShipmentId("S-1"));
    }

    private List<Text> offered() {
        return desk.screen().options().stream().map(Screen.Option::label).toList();
    }

    @Test
    void unitsGoBackToWhereTheyWerePicked() {
        desk.scan("tote-1").did(seen()).at("putback.scan-item");
        assertThat(offered())
                .containsExactly(
                        Text.of("putback.goods", Quantity.of(2), Floors.CREAM),
                        Text.of("putback.goods", Quantity.ONE, Floors.SERUM),
                        Text.of("putback.goods", Quantity.of(3), Floors.PAD));
        assertThat(desk.screen().options())
                .extracting(Screen.Option::detail)
                .contains(Text.of("putback.bring", Floors.A2));

        desk.scan(Floors.CREAM_CODE).at("putback.scan-location").didNothing();
        Screen.ItemCard card = Objects.requireNonNull(desk.screen().item());
        assertThat(card.place()).isEqualTo("A-01");
        assertThat(desk.screen().counter()).isEqualTo(new Screen.Counter(Quantity.ONE, Quantity.of(2)));

        desk.scan(Floors.CREAM_CODE).says(Tone.GOOD, "putback.one-more").scan("A-01");
        desk.says(Tone.GOOD, "putback.done")
                .did(back(Floors.CREAM, 2, Floors.A1))
                .at("putback.scan-item");
        assertThat(desk.drafts().getFirst())
                .isEqualTo(Draft.free(
                        Floors.MINJI.id(),
                        back(Floors.CREAM, 2, Floors.A1),
                        List.of(new Movement(CREAM, Quantity.of(2), Place.of(TOTE), Place.of(Floors.A1)))));
        assertThat(offered()).hasSize(2);

        desk.choose(desk.screen().options().getLast().id()).scan("a-02").did(back(Floors.PAD, 3, Floors.A2));
        desk.scan(Scans.gs1(Floors.SERUM_CODE, Floors.LOT.value(), Floors.EXPIRY, -1))
                .scan("A-01")
                .says(Tone.DONE, "putback.emptied")
                .at("putback.scan-tote");
        assertThat(offered()).isEmpty();
        assertThat(floor.inTote(TOTE)).isEmpty();
    }

    @Test
    void undoPutsTheUnitsIntoTheToteAgain() {
        desk.choose("TOTE-1").scan(Floors.CREAM_CODE).scan("A-02");
        assertThat(desk.undoAsks()).as("it is the tote in hand").isEmpty();
        desk.undo().at("putback.scan-location");
        assertThat(floor.acts(Act.PutBack.class)).isEmpty();
        desk.scan("A-01").did(back(Floors.CREAM, 1, Floors.A1));
        desk.undo().undo().at("putback.scan-tote");
        assertThat(floor.acts(Act.CancelSeen.class)).isEmpty();
    }

    @Test
    void noMoreIsPutBackThanTheToteHolds() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE).press(Command.QUANTITY).at("putback.quantity");
        desk.enter("3").says(Tone.WARN, "common.no-figure").enter("0").says(Tone.WARN, "common.no-figure");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.figure-first");
        desk.press(Command.BACK).says(Tone.NOTE, "putback.carry-on").press(Command.QUANTITY);
        desk.enter("2").says(Tone.NOTE, "putback.carried").at("putback.scan-location");
        desk.scan(Floors.CREAM_CODE).says(Tone.STOP, "putback.too-many").didNothing();
        floor.record(List.of(Draft.free(
                Floors.MINJI.id(),
                back(Floors.CREAM, 1, Floors.A1),
                List.of(new Movement(CREAM, Quantity.ONE, Place.of(TOTE), Place.of(Floors.A1))))));
        desk.scan("A-01").says(Tone.STOP, "putback.too-many").naming(Quantity.ONE, Floors.CREAM, TOTE);
        desk.didNothing()
                .press(Command.BACK)
                .says(Tone.NOTE, "putback.put-down")
                .at("putback.scan-item");
    }

    @Test
    void whatIsNotInTheToteIsRefused() {
        desk.scan("TOTE-1");
        desk.scan("STICK-1").says(Tone.STOP, "putback.wrong-item").naming(Floors.UNWEIGHED, TOTE);
        desk.scan(Floors.TWIN_CODE).says(Tone.STOP, "putback.wrong-item");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "OLD", null, -1)).says(Tone.STOP, "putback.wrong-lot");
        desk.scan("A-01").says(Tone.WARN, "common.means").scan("TOTE-1").says(Tone.NOTE, "putback.same-tote");
        desk.scan(Floors.SERUM_CODE).at("putback.scan-location");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "OLD", null, -1)).says(Tone.STOP, "putback.wrong-lot");
        desk.scan(Floors.PAD_CODE).says(Tone.WARN, "putback.one-at-a-time");
        desk.scan("TOTE-2").says(Tone.WARN, "common.means").didNothing();
    }

    @Test
    void onlyLocationsForGoodsAreRight() {
        desk.scan("TOTE-1").scan(Floors.CREAM_CODE);
        desk.scan("DOCK").says(Tone.STOP, "putback.no-place").scan("COLD").says(Tone.STOP, "putback.no-place");
        desk.scan("Z-99").says(Tone.WARN, "common.unknown-code").didNothing();
        desk.scan("D-01").says(Tone.WARN, "putback.damaged").did(back(Floors.CREAM, 1, Floors.BROKEN));
    }

    @Test
    void lotsOfOneItemAreToldApart() {
        ToteCode tote = new ToteCode("T-9");
        Goods old = new Goods(Floors.SERUM.id(), new Lot("OLD"), null);
        floor.with(new StockBalance(Place.of(tote), old, 2))
                .with(new StockBalance(Place.of(tote), new Goods(Floors.SERUM.id(), Floors.LOT, null), 1));
        desk.scan("T-9").didNothing().scan(Floors.SERUM_CODE).says(Tone.WARN, "putback.which");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "OLD", null, -1)).scan("A-02");
        desk.did(new Act.PutBack(tote, old, Quantity.ONE, Floors.A2));
    }

    @Test
    void whatAnOrderWantsStaysInItsTote() {
        desk.scan("TOTE-2").says(Tone.WARN, "common.means").didNothing().at("putback.scan-tote");
        assertThat(desk.screen().options()).extracting(Screen.Option::id).containsExactly("TOTE-1");
        desk.scan("A-01").says(Tone.WARN, "common.means").scan("T-77").says(Tone.WARN, "common.unknown-code");
        desk.press(Command.FINISH).says(Tone.WARN, "common.no-such-key");
        desk.give(new Input.Chosen("?")).says(Tone.WARN, "common.no-such-choice");
    }

    @Test
    void aToteThatSomebodyElseEmptiedIsLeft() {
        desk.scan("TOTE-1")
                .press(Command.BACK)
                .says(Tone.NOTE, "putback.set-aside")
                .scan("TOTE-1")
                .didNothing();
        desk.give(new Input.Changed()).at("putback.scan-item");
        floor.record(floor.inTote(TOTE).stream()
                .map(lying -> new Draft(
                        null,
                        null,
                        null,
                        new Act.PutBack(TOTE, lying.goods(), Quantity.of(lying.balance()), Floors.A1),
                        List.of(new Movement(
                                lying.goods(), Quantity.of(lying.balance()), Place.of(TOTE), Place.of(Floors.A1)))))
                .toList());
        desk.give(new Input.Changed()).says(Tone.NOTE, "putback.nothing-left").at("putback.scan-tote");
    }
}
