package dev.dockhand.app.flow.picking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.PickLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickingFlowTest {

    private static final ToteCode TOTE = new ToteCode("TOTE-1");

    private final Floor floor = Floors.empty().with(Floors.shipment(2)).with(Floors.shipment(1));
    private final Desk<PickState> desk = Desk.open(new PickingFlow(), floor);

    private Desk<PickState> atFirstItem() {
        return desk.scan("tote-1").scan("A-01");
    }

    @Test
    void picksTheMostUrgentOrderLineByLine() {
        desk.at("picking.scan-tote")
                .scan("tote-1")
                .says(Tone.NOTE, "picking.tote-taken")
                .at("picking.scan-place");
        desk.scan("a-01")
                .says(Tone.NOTE, "picking.place-right")
                .at("picking.take")
                .didNothing();

        desk.scan(Scans.gtin(Floors.CREAM_CODE))
                .says(Tone.GOOD, "picking.taken")
                .did(cream(1));
        Draft draft = desk.drafts().getFirst();
        assertThat(draft.task()).isEqualTo(new TaskId("T-1"));
        assertThat(draft.leaseToken()).isEqualTo(7);
        assertThat(draft.movements())
                .containsExactly(
                        new Movement(Goods.of(Floors.CREAM.id()), Quantity.ONE, Place.of(Floors.A1), Place.of(TOTE)));

        desk.scan(Floors.CREAM_CODE).says(Tone.DONE, "picking.line-done").at("picking.take");
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, null)).at("picking.scan-place");
        desk.scan("A-02").scan(Floors.PAD_CODE).press(Command.QUANTITY).at("picking.quantity");
        desk.enter("2")
                .says(Tone.DONE, "picking.finished")
                .naming(new OrderId("b/O-1"), TOTE)
                .did(
                        new Act.Picked(3, Goods.of(Floors.PAD.id()), Quantity.of(2), Floors.A2, TOTE),
                        new Act.PickFinished(TOTE))
                .wants(new Effect.WantWork(null))
                .at("picking.scan-tote");
        assertThat(desk.screen().summary().getFirst().arguments()).containsExactly(new OrderId("b/O-2"));
        assertThat(floor.movements())
                .extracting(movement -> movement.quantity().units())
                .containsExactly(1, 1, 1, 1, 2);
    }

    private static Act cream(int quantity) {
        return new Act.Picked(1, Goods.of(Floors.CREAM.id()), Quantity.of(quantity), Floors.A1, TOTE);
    }

    @Test
    void wrongPlaceStopsAndNamesBoth() {
        desk.scan("TOTE-1").scan("A-02").says(Tone.STOP, "picking.wrong-place").naming(Floors.A2, Floors.A1);
        desk.didNothing().at("picking.scan-place");
        desk.scan(Floors.CREAM_CODE)
                .says(Tone.WARN, "common.means")
                .naming(Text.of("known.item", Floors.CREAM), Text.of("picking.place-first", Floors.A1));
        desk.scan("nowhere").says(Tone.WARN, "common.unknown-code");
    }

    @Test
    void wrongItemOrLotStopsAndNamesBoth() {
        atFirstItem()
                .scan(Floors.PAD_CODE)
                .says(Tone.STOP, "picking.wrong-item")
                .naming(Floors.PAD, Floors.CREAM);
        desk.didNothing();
        desk.scan(Floors.TWIN_CODE).says(Tone.STOP, "picking.wrong-item").naming("TWIN", Floors.CREAM);
        desk.scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "OLD", null, null))
                .says(Tone.STOP, "picking.wrong-lot")
                .naming(new Lot("OLD"), Floors.LOT)
                .didNothing();
        desk.scan(Floors.SERUM_CODE).says(Tone.DONE, "picking.line-done");
    }

    @Test
    void expiredUnitsAreLeftAndToldShort() {
        floor.with(new StockBalance(Place.of(Floors.A2), new Goods(Floors.SERUM.id(), Floors.LOT, Floors.EXPIRY), 5));
        atFirstItem().scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.TODAY.minusDays(1), null))
                .says(Tone.STOP, "picking.expired")
                .naming(Floors.SERUM, Floors.TODAY.minusDays(1))
                .didNothing();
        floor.on(Floors.EXPIRY.plusDays(1));
        desk.scan(Floors.SERUM_CODE)
                .says(Tone.STOP, "picking.expired")
                .naming(Floors.SERUM, Floors.EXPIRY)
                .didNothing();
        desk.scan("A-01").press(Command.PROBLEM).at("picking.problem").choose("EXPIRED");
        desk.did(new Act.PickShorted(2, Floors.SERUM.id(), Quantity.ONE, Floors.A1, "EXPIRED"));
    }

    @Test
    void aListThatWasBegunBeforeAsksForItsToteFirst() {
        desk.scan("TOTE-1");
        assertThat(desk.screen().hint()).isEqualTo(Text.of("picking.scan-place.hint"));
        desk.scan("A-01").scan(Floors.CREAM_CODE);

        Desk<PickState> again = desk.restart().at("picking.scan-place");
        assertThat(again.screen().hint()).isEqualTo(Text.of("picking.scan-place.fetch", TOTE));
        again.scan("A-01").scan(Floors.CREAM_CODE).scan(Floors.SERUM_CODE).at("picking.scan-place");
        assertThat(again.screen().hint()).as("it is in hand now").isEqualTo(Text.of("picking.scan-place.hint"));
    }

    @Test
    void otherScansAtTheItemAreRefusedByTheirName() {
        atFirstItem().scan("A-01").says(Tone.NOTE, "picking.already-here");
        desk.scan("A-02").says(Tone.WARN, "picking.line-not-done");
        desk.scan("TOTE-1").says(Tone.NOTE, "picking.tote-is-right");
        desk.scan("O-2")
                .says(Tone.WARN, "common.means")
                .naming(Text.of("known.to-pick", new OrderId("b/O-2")), Text.of("picking.item-wanted"));
        desk.scan("\u001d" + "7".repeat(4095)).says(Tone.WARN, "common.unknown-code");
        desk.scan(Scans.wrong("8801")).says(Tone.WARN, "test.check-digit").didNothing();
    }

    @Test
    void quantityKeyNeedsOneScanAndNeverMoreThanWanted() {
        atFirstItem().press(Command.QUANTITY).says(Tone.WARN, "picking.scan-one-first");
        desk.scan(Floors.CREAM_CODE).press(Command.QUANTITY).enter("2").says(Tone.WARN, "common.no-figure");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.figure-first");
        desk.press(Command.BACK).at("picking.take").press(Command.QUANTITY);
        desk.enter("1").says(Tone.DONE, "picking.line-done").did(cream(1));
    }

    @Test
    void countInTheCodeIsNotTrustedWhilePicking() {
        atFirstItem().scan(Scans.gs1(Floors.CREAM_CODE, null, null, 12)).says(Tone.GOOD, "picking.one-of-case");
        desk.did(cream(1));
    }

    @Test
    void shortNeedsTwoTouches() {
        atFirstItem().scan(Floors.CREAM_CODE).press(Command.PROBLEM).at("picking.problem");
        desk.press(Command.BACK).at("picking.take").press(Command.PROBLEM);

        desk.choose("TOO_FEW")
                .says(Tone.WARN, "picking.line-short")
                .did(new Act.PickShorted(1, Floors.CREAM.id(), Quantity.ONE, Floors.A1, "TOO_FEW"))
                .at("picking.take");
        assertThat(desk.screen().rows().getFirst().state()).isEqualTo(Screen.Row.State.SHORT);
        assertThat(desk.drafts().getFirst().movements()).isEmpty();
    }

    private static StockBalance lies(LocationCode place, int units) {
        return new StockBalance(Place.of(place), Goods.of(Floors.CREAM.id()), units);
    }

    @Test
    void theRestIsTakenFromAnotherPlaceBeforeItIsShort() {
        floor.with(lies(Floors.BROKEN, 9))
                .with(lies(Floors.A1, 1))
                .with(new StockBalance(Place.of(Floors.A2), new Goods(Floors.CREAM.id(), Floors.LOT, Floors.EXPIRY), 5))
                .with(lies(Floors.A2, 4));
        atFirstItem().scan(Floors.CREAM_CODE).press(Command.PROBLEM).at("picking.elsewhere");
        assertThat(desk.screen().options()).extracting(Screen.Option::id).containsExactly("A-02", "NO");
        desk.scan(Floors.CREAM_CODE).says(Tone.WARN, "common.choose-first").didNothing();

        desk.choose("A-02").says(Tone.NOTE, "picking.go-elsewhere").at("picking.scan-place");
        desk.press(Command.BACK).says(Tone.NOTE, "picking.back-to-place").naming(Floors.A1);
        desk.press(Command.BACK).says(Tone.WARN, "common.no-such-key");
        desk.scan("A-01").at("picking.take").press(Command.PROBLEM).choose("A-02");
        desk.scan("A-01").says(Tone.STOP, "picking.wrong-place");
        desk.scan("A-02")
                .scan(Floors.CREAM_CODE)
                .says(Tone.DONE, "picking.line-done")
                .did(new Act.Picked(1, Goods.of(Floors.CREAM.id()), Quantity.ONE, Floors.A2, TOTE));
        assertThat(desk.drafts().getFirst().movements())
                .containsExactly(
                        new Movement(Goods.of(Floors.CREAM.id()), Quantity.ONE, Place.of(Floors.A2), Place.of(TOTE)));
        desk.at("picking.scan-place").scan("A-01").scan(Floors.SERUM_CODE).says(Tone.DONE, "picking.line-done");
    }

    @Test
    void whatIsNotElsewhereEitherIsTold() {
        floor.with(lies(Floors.A2, 4));
        atFirstItem().press(Command.PROBLEM).choose("NO").at("picking.problem");
        desk.press(Command.BACK).at("picking.take");
        desk.press(Command.PROBLEM)
                .choose("A-02")
                .scan("A-02")
                .press(Command.PROBLEM)
                .at("picking.problem");
        desk.choose("NOT_FOUND").did(new Act.PickShorted(1, Floors.CREAM.id(), Quantity.of(2), Floors.A2, "NOT_FOUND"));
    }

    @Test
    void goodsThatAnotherLineNeedsAreNotOffered() {
        Floor split = Floors.empty()
                .with(Floors.shipment(
                        1,
                        Floors.line(1, Floors.CREAM, null, Floors.A1, 2),
                        Floors.line(2, Floors.CREAM, null, Floors.A2, 4)))
                .with(lies(Floors.A2, 4));
        Desk.open(new PickingFlow(), split)
                .scan("TOTE-1")
                .scan("A-01")
                .press(Command.PROBLEM)
                .at("picking.problem");
    }

    @Test
    void orderWithShortsFinishesAndSaysSo() {
        atFirstItem().press(Command.PROBLEM).choose("NOT_FOUND");
        desk.scan(Floors.SERUM_CODE);
        desk.scan("A-02").press(Command.PROBLEM).choose("DAMAGED").says(Tone.WARN, "picking.finished-short");
        desk.naming(new OrderId("b/O-1"), TOTE, Quantity.of(5));
        assertThat(desk.screen().options())
                .as("it is not packed before an answer")
                .isEmpty();
        desk.at("picking.scan-tote").scan("TOTE-2").naming(new ToteCode("TOTE-2"), Floors.A1);
    }

    /** Nobody opens the job anew for that. */
    @Test
    void unitsThatWereFoundElsewhereArePickedInTheSameRoundIntoTheSameTote() {
        atFirstItem().press(Command.PROBLEM).choose("NOT_FOUND");
        desk.scan(Floors.SERUM_CODE);
        desk.scan("A-02").scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE);
        List<PickLine> lines = new ArrayList<>(Floors.shipment(1).lines());
        lines.set(0, Floors.line(1, Floors.CREAM, null, Floors.A1, 0));
        lines.add(Floors.line(4, Floors.CREAM, null, Floors.A2, 2));
        floor.answer(Floors.shipment(1, lines.toArray(PickLine[]::new)), true);
        desk.scan("TOTE-2").scan("A-01");
        pickAll();
        desk.at("picking.scan-place");
        assertThat(desk.screen().summary()).contains(Text.of("picking.order", new OrderId("b/O-1")));
        desk.scan("TOTE-1")
                .scan("A-02")
                .scan(Floors.CREAM_CODE)
                .scan(Floors.CREAM_CODE)
                .says(Tone.DONE, "picking.finished");
        assertThat(floor.acts(Act.Picked.class).getLast())
                .isEqualTo(new Act.Picked(4, Goods.of(Floors.CREAM.id()), Quantity.ONE, Floors.A2, TOTE));
    }

    @Test
    void orderOfWhichNothingIsThereFinishesAndSaysSo() {
        desk.scan("TOTE-1").scan("A-01").press(Command.PROBLEM).choose("NO_ACCESS");
        desk.scan("A-01").press(Command.PROBLEM).choose("NOT_FOUND");
        desk.scan("A-02").press(Command.PROBLEM).choose("WRONG_STOCK");

        desk.says(Tone.WARN, "picking.all-short");
        assertThat(floor.acts(Act.PickFinished.class)).containsExactly(new Act.PickFinished(TOTE));
        assertThat(floor.movements()).isEmpty();
        assertThat(desk.screen().options()).as("nothing to pack").isEmpty();
    }

    @Test
    void onlyAnUnusedToteIsTaken() {
        floor.lagging();
        for (String other : List.of(Floors.CREAM_CODE, "A-01", "B-1", "632912345672")) {
            desk.scan(other).says(Tone.WARN, "common.means");
        }
        desk.scan(Scans.sscc(new LicensePlate("1"))).says(Tone.WARN, "picking.not-a-tote");
        desk.scan(Scans.wrong("8801")).says(Tone.WARN, "test.check-digit");
        desk.scan("t".repeat(41)).says(Tone.WARN, "common.unknown-code").at("picking.scan-tote");
        atFirstItem();
        pickAll();

        desk.at("picking.scan-tote")
                .scan("TOTE-1")
                .says(Tone.STOP, "common.means")
                .naming(Text.of("known.tote-of", TOTE, 6, new OrderId("b/O-1")), Text.of("picking.tote-wanted"));
    }

    /** The shelf is looked at before anything is told missing from it, and for every line. */
    @Test
    void aShortNeedsTheScanOfItsPlace() {
        desk.scan("TOTE-1")
                .press(Command.PROBLEM)
                .says(Tone.WARN, "picking.place-before-short")
                .didNothing();
        desk.at("picking.scan-place");
        assertThat(desk.screen().commands()).doesNotContain(Command.PROBLEM);
        desk.scan("A-01").press(Command.PROBLEM).choose("NOT_FOUND").at("picking.take");
        desk.press(Command.PROBLEM)
                .says(Tone.NOTE, "picking.place-before-short")
                .at("picking.scan-place");
        desk.scan("A-01").press(Command.PROBLEM).choose("NOT_FOUND").at("picking.scan-place");
        desk.press(Command.PROBLEM).says(Tone.WARN, "picking.place-before-short");
        assertThat(floor.acts(Act.PickShorted.class)).hasSize(2);
    }

    @Test
    void theScanOfThePlaceAtTheNextLineOfItCountsToo() {
        atFirstItem()
                .scan(Floors.CREAM_CODE)
                .scan(Floors.CREAM_CODE)
                .scan("A-01")
                .says(Tone.NOTE, "picking.already-here");
        desk.press(Command.PROBLEM).at("picking.problem");
    }

    @Test
    void whatWasPickedIsOfferedToBePackedHereAtOnce() {
        atFirstItem();
        pickAll();
        desk.at("picking.scan-tote")
                .choose("PACK")
                .wants(new Effect.GoTo(PackingFlow.ID, new Input.Scanned(ScannedCode.plain("TOTE-1"))));
        desk.scan("TOTE-2").at("picking.scan-place");
        desk.scan("A-01");
        pickAll();
        desk.at("picking.no-work")
                .choose("PACK")
                .wants(new Effect.GoTo(PackingFlow.ID, new Input.Scanned(ScannedCode.plain("TOTE-2"))));
    }

    private void pickAll() {
        desk.scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE).scan(Floors.SERUM_CODE);
        desk.scan("A-02").scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE);
    }

    @Test
    void undoTakesOneScanBack() {
        floor.lagging();
        atFirstItem().scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE).undo();

        assertThat(desk.screen().counter()).isEqualTo(new Screen.Counter(Quantity.ONE, Quantity.of(2)));
        desk.scan(Floors.CREAM_CODE).says(Tone.DONE, "picking.line-done");
        assertThat(floor.acts(Act.Picked.class)).hasSize(2);
    }

    @Test
    void undoOfTheLastPickOpensTheListAgain() {
        atFirstItem();
        pickAll();
        desk.undo().at("picking.take").scan(Floors.PAD_CODE).says(Tone.DONE, "picking.finished");

        assertThat(floor.acts(Act.PickFinished.class)).hasSize(1);
    }

    @Test
    void aStationThatOnlyPicksGivesTheToteToWhoeverPacks() {
        floor.with(new BenchRules(true, 5, 20, BenchRules.Role.PICKS));
        desk.scan("TOTE-1").scan("A-01").scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        desk.scan(Scans.gs1(Floors.SERUM_CODE, "2611A", Floors.EXPIRY, null)).scan("A-02");
        desk.scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE);
        desk.says(Tone.DONE, "picking.finished")
                .wants(new Effect.GiveBack(List.of(Floors.shipment(1).id())), new Effect.WantWork(null));
    }
}
