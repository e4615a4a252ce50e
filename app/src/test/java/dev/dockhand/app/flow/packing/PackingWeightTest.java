package dev.dockhand.app.flow.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import org.junit.jupiter.api.Test;

/** The weight of the closed parcel: in tolerance, for a reason, or by a supervisor's word. */
class PackingWeightTest extends CheckedParcel {

    @Test
    void wrongWeightStopsNamesTheSuspectAndMayBeConfirmed() {
        checked().weigh(RIGHT - 118);
        desk.says(Tone.STOP, "packing.too-light-suspect")
                .naming(Grams.of(118), Quantity.ONE, Floors.CREAM)
                .did(new Act.ParcelWeighed(
                        1, Grams.of(RIGHT - 118), Grams.of(RIGHT), false, "0d0a", "scale-1", "", null))
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
                        1, Grams.of(1500), Grams.of(RIGHT), true, "", "keypad", "SCALE_WRONG", null));
    }

    /** The label is not printed before a named supervisor has given the word. */
    @Test
    void aWeightFarBeyondToleranceNeedsASupervisorsWord() {
        checked().press(Command.QUANTITY).enter("5000").press(Command.CONFIRM).at("packing.weight-reason");
        desk.choose("COUNTED_AGAIN")
                .says(Tone.NOTE, "packing.far-off")
                .didNothing()
                .wants(new Effect.AskSupervisor(
                        Text.of("packing.approve-weight", new OrderId("b/O-1"), Grams.of(5000), Grams.of(RIGHT))));
        desk.give(new Input.NotApproved())
                .says(Tone.NOTE, "packing.weight-not-approved")
                .didNothing();
        desk.give(new Input.Approved(Floors.BOSS.id())).didNothing().at("packing.weight-reason");
        desk.choose("EXTRA_GOODS").give(new Input.Approved(Floors.BOSS.id()));
        desk.says(Tone.DONE, "packing.weight-taken").at("packing.take-label");
        assertThat(floor.acts(Act.ParcelWeighed.class).getLast())
                .isEqualTo(new Act.ParcelWeighed(
                        1, Grams.of(5000), Grams.of(RIGHT), true, "", "keypad", "EXTRA_GOODS", Floors.BOSS.id()));
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
                .containsExactly(
                        new Act.ParcelWeighed(1, Grams.of(RIGHT), Grams.of(RIGHT), true, "", "keypad", "", null));
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
                .containsExactly(new Act.ParcelWeighed(1, Grams.of(77), null, true, "0d0a", "scale-1", "", null));
    }
}
