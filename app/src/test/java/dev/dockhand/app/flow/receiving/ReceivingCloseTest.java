package dev.dockhand.app.flow.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.measure.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A notice is closed for good by different keys and nothing less. */
class ReceivingCloseTest {

    private final Floor floor = Floors.empty().with(Floors.asn());
    private final Desk<ReceivingState> desk =
            Desk.open(new ReceivingFlow(), floor).scan("ASN-1");

    /** Something was counted on every line, but not all of it. */
    private Desk<ReceivingState> eachTouched() {
        desk.scan(Floors.CREAM_CODE).press(Command.CONFIRM);
        desk.scan(Floors.TWIN_CODE).press(Command.CONFIRM);
        return desk.scan(Floors.SERUM_CODE)
                .choose("2611A")
                .choose("2028-03-31")
                .press(Command.CONFIRM)
                .at("receiving.scan-item");
    }

    private boolean isClosed() {
        return !floor.acts(Act.ReceiptClosed.class).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void noKeyPressedOrScannedAgainAndAgainClosesANotice(Command command) {
        eachTouched();
        for (int again = 0; again < 9; again++) {
            desk.give(new Input.Pressed(command));
        }
        assertThat(isClosed()).isFalse();
        desk.press(Command.FINISH);
        for (int again = 0; again < 9 && !isClosed(); again++) {
            desk.give(new Input.Pressed(command));
        }
        assertThat(isClosed()).isFalse();
    }

    @Test
    void theLastStepSaysWhatIsLostAndIsClosedByAnotherKeyThanTheOneBefore() {
        eachTouched().press(Command.FINISH).press(Command.CONFIRM);
        desk.says(Tone.WARN, "receiving.read-what-is-lost")
                .at("receiving.close")
                .didNothing();
        assertThat(desk.screen().instruction()).isEqualTo(Text.of("receiving.close-short", Quantity.of(15), 3));
        assertThat(desk.screen().commands()).doesNotContain(Command.CONFIRM);
        desk.press(Command.CONFIRM).says(Tone.WARN, "common.no-such-key").didNothing();
        desk.scan(ScannedCode.plain(Floors.CREAM_CODE)).says(Tone.WARN, "common.choose-first");

        desk.press(Command.FINISH).says(Tone.WARN, "receiving.closed-differs");

        assertThat(isClosed()).isTrue();
        assertThat(desk.canUndo()).isFalse();
    }

    @Test
    void whatCameAsAnnouncedIsClosedFromItsReview() {
        for (String code : List.of(Floors.CREAM_CODE, Floors.TWIN_CODE, Floors.SERUM_CODE)) {
            desk.scan(code);
            if (code.equals(Floors.SERUM_CODE)) {
                desk.choose("2611A").choose("2028-03-31");
            }
            String units = code.equals(Floors.CREAM_CODE) ? "10" : code.equals(Floors.TWIN_CODE) ? "3" : "5";
            desk.press(Command.QUANTITY).enter(units).press(Command.CONFIRM);
        }
        desk.press(Command.FINISH).press(Command.FINISH).at("receiving.review");
        desk.press(Command.CONFIRM).says(Tone.DONE, "receiving.closed");
    }

    @Test
    void linesThatNobodyCountedAreClosedByASupervisorsWordOnlyAndTheActNamesThem() {
        desk.scan(Floors.CREAM_CODE).press(Command.CONFIRM);
        desk.press(Command.FINISH).press(Command.CONFIRM);
        assertThat(desk.screen().summary())
                .containsExactly(
                        Text.of("receiving.untouched", Floors.SERUM, Quantity.of(5)),
                        Text.of("receiving.untouched", Floors.TWIN_A, Quantity.of(3)));

        desk.press(Command.FINISH)
                .says(Tone.WARN, "receiving.supervisor-needed")
                .didNothing();
        desk.wants(new Effect.AskSupervisor(Text.of("receiving.agree", new AsnId("b/ASN-1"), 2)));
        desk.give(new Input.NotApproved())
                .says(Tone.NOTE, "receiving.not-agreed")
                .at("receiving.close")
                .didNothing();

        desk.press(Command.FINISH)
                .give(new Input.Approved(Floors.BOSS.id()))
                .says(Tone.WARN, "receiving.closed-differs");
        Act.ReceiptClosed closed = floor.acts(Act.ReceiptClosed.class).getFirst();
        assertThat(closed.approver()).isEqualTo(Floors.BOSS.id());
        assertThat(desk.canUndo()).isFalse();
    }

    @Test
    void whatWasCountedWhileTheSupervisorWasAskedIsReviewedAgain() {
        desk.press(Command.FINISH).press(Command.CONFIRM).press(Command.FINISH);
        floor.with(new Asn(
                new AsnId("b/ASN-1"),
                "x",
                Floors.TODAY,
                Floors.asn().lines().stream()
                        .map(line -> new Asn.Line(
                                line.line(),
                                new Goods(
                                        line.item(),
                                        line.goods().lot(),
                                        line.goods().expiry()),
                                line.expected(),
                                Quantity.ONE))
                        .toList(),
                false));
        desk.give(new Input.Changed()).give(new Input.Approved(Floors.BOSS.id()));
        desk.says(Tone.WARN, "receiving.review-changed").didNothing().at("receiving.review");
        assertThat(isClosed()).isFalse();
    }

    @Test
    void aWordThatNobodyAskedForClosesNothing() {
        desk.press(Command.FINISH).give(new Input.Approved(Floors.BOSS.id())).didNothing();
        assertThat(isClosed()).isFalse();
    }

    @Test
    void goingBackFromTheLastStepKeepsTheNoticeOpen() {
        eachTouched().press(Command.FINISH).press(Command.CONFIRM).press(Command.BACK);
        desk.at("receiving.scan-item").didNothing();
        assertThat(isClosed()).isFalse();
    }
}
