package dev.dockhand.app.flow.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Discrepancy;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two stations receive against the same notice: each judges by the total of both. */
class ReceivingTogetherTest {

    private final Floor floor = Floors.empty().with(Floors.asn());
    private final Desk<ReceivingState> desk =
            Desk.open(new ReceivingFlow(), floor).scan("ASN-1");

    /** The feed tells what all other stations have counted of the creams, of which ten are announced. */
    private void othersCounted(int units, boolean closed) {
        Asn asn = Floors.asn();
        List<Asn.Line> lines = asn.lines().stream()
                .map(line -> line.line() == 1
                        ? new Asn.Line(1, Goods.of(line.item()), line.expected(), Quantity.of(units))
                        : line)
                .toList();
        floor.with(new Asn(asn.id(), asn.supplier(), asn.expectedOn(), lines, closed));
    }

    private void count(int units) {
        desk.scan(Floors.CREAM_CODE).press(Command.QUANTITY).enter(Integer.toString(units));
        desk.press(Command.CONFIRM);
    }

    private Screen.Counter creams() {
        return desk.screen().rows().getFirst().count();
    }

    private static Screen.Counter of(int units) {
        return new Screen.Counter(Quantity.of(units), Quantity.of(10));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTotalShowsWithOwnCountsOnce(boolean lags) {
        if (lags) {
            floor.lagging();
        }
        count(3);
        othersCounted(4, false);
        desk.give(new Input.Changed());
        assertThat(creams()).isEqualTo(of(7));
        floor.settle();
        desk.give(new Input.Changed());
        assertThat(creams()).isEqualTo(of(7));
        count(3);
        desk.says(Tone.DONE, "receiving.line-complete");
        desk.undo().give(new Input.Changed());
        assertThat(creams()).isEqualTo(of(7));
    }

    @Test
    void whatOthersCountedDuringACountMakesItOver() {
        desk.scan(Floors.CREAM_CODE).press(Command.QUANTITY).enter("6");
        othersCounted(5, false);
        desk.press(Command.CONFIRM).says(Tone.WARN, "receiving.over").didNothing();
        desk.choose("MORE_DELIVERED");
        assertThat(creams()).isEqualTo(of(11));
    }

    @Test
    void theReviewIsOfTheTotalAndIsLookedAtAgainWhenThatChanges() {
        count(3);
        othersCounted(4, false);
        desk.press(Command.FINISH).at("receiving.review");
        assertThat(creams()).isEqualTo(of(7));
        othersCounted(8, false);
        desk.press(Command.CONFIRM)
                .says(Tone.WARN, "receiving.review-changed")
                .didNothing()
                .at("receiving.review");
        desk.press(Command.CONFIRM).at("receiving.close");
        othersCounted(11, false);
        desk.press(Command.FINISH)
                .says(Tone.WARN, "receiving.review-changed")
                .didNothing()
                .at("receiving.review");
        desk.press(Command.CONFIRM).press(Command.FINISH).give(new Input.Approved(Floors.BOSS.id()));
        desk.says(Tone.WARN, "receiving.closed-differs");
        assertThat(floor.acts(Act.ReceiptClosed.class).getFirst().discrepancies())
                .contains(new Discrepancy(1, Floors.CREAM.id(), Discrepancy.Kind.OVER, Quantity.of(4)));
    }

    @Test
    void closedByTheOtherStationItIsNotClosedAgain() {
        desk.press(Command.FINISH).at("receiving.review");
        othersCounted(10, true);
        desk.press(Command.CONFIRM)
                .says(Tone.WARN, "receiving.notice-closed")
                .didNothing()
                .at("receiving.choose-notice");
    }

    @Test
    void inTheMiddleOfACountTheStepStays() {
        desk.scan(Floors.CREAM_CODE).scan(Floors.CREAM_CODE);
        othersCounted(4, false);
        desk.give(new Input.Changed()).at("receiving.count").didNothing();
        assertThat(creams()).isEqualTo(of(4));
        assertThat(desk.screen().counter()).isEqualTo(new Screen.Counter(Quantity.of(2), Quantity.of(6)));
    }
}
