package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.PackShorted.Fault;
import dev.dockhand.model.event.Act.PackShorted.Part;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units that were picked are missing or damaged at the bench. */
class PackingProblemTest {

    private static final ShipmentTask FIRST = Floors.shipment(1);
    private static final ToteCode TOTE = new ToteCode("TOTE-1");

    private final Floor floor = Floors.empty().with(FIRST).with(Floors.shipment(2));
    private final Desk<PackState> desk;

    PackingProblemTest() {
        Picked.all(floor, FIRST, "TOTE-1");
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
        desk = Desk.open(new PackingFlow(), floor);
    }

    private Desk<PackState> opened() {
        return desk.scan("TOTE-1").at("packing.scan-item");
    }

    @Test
    void missingUnitsLeaveTheToteAndTheParcelGoesToTheProblemShelf() {
        opened().scan(Floors.CREAM_CODE);
        desk.press(Command.PROBLEM).says(Tone.NOTE, "packing.which-problem").at("packing.problem");
        assertThat(desk.screen().options())
                .extracting(Screen.Option::id)
                .containsExactly(
                        Floors.CREAM.id().value(),
                        Floors.SERUM.id().value(),
                        Floors.PAD.id().value());
        desk.choose(Floors.PAD.id().value())
                .says(Tone.NOTE, "packing.what-is-wrong")
                .naming(Quantity.of(3), Floors.PAD)
                .didNothing();
        desk.choose("NOT_IN_TOTE")
                .says(Tone.WARN, "packing.short-at-bench")
                .did(new Act.PackShorted(
                        Floors.PAD.id(), Fault.MISSING, List.of(new Part(3, Quantity.of(3))), TOTE, "NOT_IN_TOTE"))
                .at("packing.problem-shelf");
        assertThat(desk.drafts().getFirst().movements())
                .containsExactly(
                        new Movement(Goods.of(Floors.PAD.id()), Quantity.of(3), Place.of(TOTE), Place.CORRECTION));
        assertThat(desk.screen().instruction().arguments()).containsExactly(TOTE);

        desk.press(Command.CONFIRM).says(Tone.NOTE, "packing.shelved").at("packing.choose-work");
        assertThat(desk.screen().options())
                .as("other parcels go on")
                .extracting(Screen.Option::id)
                .containsExactly("T-2");
        desk.scan("TOTE-1").says(Tone.WARN, "packing.is-on-problem-shelf");
        desk.scan("TOTE-2").at("packing.scan-item");
    }

    @Test
    void expiredUnitsAreNotPackedWhetherTheCodeOrThePickListTellsTheDay() {
        opened().scan(Scans.gs1(Floors.SERUM_CODE, null, Floors.TODAY.minusDays(1), null))
                .says(Tone.STOP, "packing.expired")
                .naming(Floors.SERUM, Floors.TODAY.minusDays(1))
                .didNothing();
        floor.on(Floors.EXPIRY.plusDays(1));
        desk.scan(Scans.gtin(Floors.SERUM_CODE))
                .says(Tone.STOP, "packing.expired")
                .naming(Floors.SERUM, Floors.EXPIRY)
                .didNothing();
        desk.press(Command.PROBLEM).scan(Floors.SERUM_CODE);
        desk.choose("EXPIRED")
                .did(new Act.PackShorted(
                        Floors.SERUM.id(), Fault.DAMAGED, List.of(new Part(2, Quantity.ONE)), TOTE, "EXPIRED"));
    }

    @Test
    void unitsArePackedOnTheDayOfTheirExpiry() {
        floor.on(Floors.EXPIRY);
        opened().scan(Scans.gtin(Floors.SERUM_CODE)).says(Tone.GOOD, "packing.line-complete");
    }

    @Test
    void fewerThanAllAreTypedAndBrokenOnesGoToThePlaceForThem() {
        opened().press(Command.PROBLEM).scan(Floors.PAD_CODE).at("packing.lost-reason");
        desk.press(Command.QUANTITY).at("packing.lost-quantity");
        desk.scan(Floors.PAD_CODE).says(Tone.WARN, "common.figure-first");
        desk.enter("4").says(Tone.WARN, "common.no-figure");
        desk.enter("2").at("packing.lost-reason").naming(Quantity.of(2), Floors.PAD);
        desk.choose("BROKEN")
                .did(new Act.PackShorted(
                        Floors.PAD.id(), Fault.DAMAGED, List.of(new Part(3, Quantity.of(2))), TOTE, "BROKEN"));
        assertThat(desk.drafts().getFirst().movements())
                .containsExactly(new Movement(
                        Goods.of(Floors.PAD.id()), Quantity.of(2), Place.of(TOTE), Place.of(new LocationCode("D-01"))));
    }

    @Test
    void moreItemsOfTheSameParcelCanBeWrong() {
        opened().press(Command.PROBLEM).scan(Floors.PAD_CODE).choose("NOT_IN_TOTE");
        desk.press(Command.PROBLEM).choose(Floors.CREAM.id().value()).choose("LEAKING");
        assertThat(floor.acts(Act.PackShorted.class)).hasSize(2);
        desk.press(Command.PROBLEM).at("packing.lost-reason");
        desk.choose("OTHER_ITEM").at("packing.problem-shelf");
        desk.press(Command.PROBLEM).says(Tone.WARN, "packing.nothing-left-to-miss");
        desk.press(Command.CONFIRM).at("packing.choose-work");
        assertThat(floor.progress(FIRST.id()).picked().values()).containsOnly(Quantity.ZERO);
    }

    @Test
    void takenBackTheParcelIsWhereItWas() {
        opened().scan(Floors.CREAM_CODE).press(Command.PROBLEM);
        desk.choose(Floors.PAD.id().value()).choose("NOT_IN_TOTE");
        desk.press(Command.CONFIRM).undo().at("packing.lost-reason");
        desk.press(Command.BACK).at("packing.scan-item");
        Progress progress = floor.progress(FIRST.id());
        assertThat(progress.lost()).isEmpty();
        assertThat(progress.packed(Floors.CREAM.id())).isEqualTo(Quantity.ONE);
        desk.scan(Floors.CREAM_CODE).scan(Floors.SERUM_CODE);
        desk.scan(Floors.PAD_CODE).scan(Floors.PAD_CODE).scan(Floors.PAD_CODE);
        desk.at("packing.weigh");
    }

    @Test
    void aShortNeedsTheToteInHand() {
        desk.choose("T-1").at("packing.scan-item");
        desk.press(Command.PROBLEM)
                .says(Tone.WARN, "packing.tote-before-short")
                .naming(TOTE)
                .didNothing();
        desk.scan("TOTE-2").says(Tone.WARN, "packing.finish-first");
        desk.press(Command.PROBLEM).says(Tone.WARN, "packing.tote-before-short");
        desk.scan("TOTE-1").says(Tone.NOTE, "packing.tote-is-right");
        desk.press(Command.PROBLEM).at("packing.problem");
        desk.restart().scan("O-1").press(Command.PROBLEM).says(Tone.WARN, "packing.tote-before-short");
    }

    @Test
    void backTellsNothing() {
        opened().press(Command.PROBLEM).press(Command.BACK).didNothing().at("packing.scan-item");
        desk.press(Command.PROBLEM).scan(Floors.TWIN_CODE).says(Tone.WARN, "packing.not-in-tote");
        desk.scan(Floors.PAD_CODE).press(Command.QUANTITY).press(Command.BACK).press(Command.BACK);
        desk.at("packing.scan-item").didNothing();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyPacksOrPicksTheParcelBeforeTheServerAnswered(boolean lags) {
        if (lags) {
            floor.lagging();
        }
        opened().press(Command.PROBLEM).scan(Floors.PAD_CODE).choose("NOT_IN_TOTE");
        desk.press(Command.CONFIRM);
        assertThat(desk.screen().options()).extracting(Screen.Option::id).containsExactly("T-2");
        desk.scan("O-1").says(Tone.WARN, "packing.is-on-problem-shelf");
        desk.restart().scan("O-1").says(Tone.WARN, "packing.is-on-problem-shelf");
        assertThat(Work.toPick(floor.settle(), Set.of())).isEmpty();
        Desk.open(new PickingFlow(), floor).at("picking.no-work");
    }

    /** A list of leases that was on its way when the cable was pulled knows nothing of what happened since. */
    @Test
    void aGrantFromBeforeTheLossTakesNothingFromTheShelf() {
        floor.lagging();
        opened().press(Command.PROBLEM).scan(Floors.PAD_CODE).choose("NOT_IN_TOTE");
        floor.with(Floors.basedOn(FIRST, 4));
        desk.press(Command.CONFIRM);
        assertThat(desk.screen().options()).extracting(Screen.Option::id).containsExactly("T-2");
        desk.scan("TOTE-1").says(Tone.WARN, "packing.is-on-problem-shelf");
    }

    @Test
    void calledOffOnTheProblemShelfTheGoodsGoBack() {
        opened().press(Command.PROBLEM).scan(Floors.PAD_CODE).choose("NOT_IN_TOTE");
        desk.callOff(FIRST.id()).says(Tone.ALARM, "packing.called-off").at("packing.cancelled");
    }

    @Test
    void withoutAPlaceForDamagedGoodsTheyAreWrittenOff() {
        Floor bare = new Floor().with(Floors.PAD).with(FIRST);
        Picked.all(bare, FIRST, "TOTE-1");
        Desk<PackState> there = Desk.open(new PackingFlow(), bare).scan("TOTE-1");
        there.press(Command.PROBLEM).choose(Floors.PAD.id().value()).choose("BROKEN");
        assertThat(there.drafts().getFirst().movements())
                .extracting(Movement::to)
                .containsExactly(Place.CORRECTION);
    }
}
