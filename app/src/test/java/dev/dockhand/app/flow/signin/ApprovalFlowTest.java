package dev.dockhand.app.flow.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OperatorId;
import org.junit.jupiter.api.Test;

class ApprovalFlowTest {

    private final Floor floor = Floors.empty();
    private final Desk<ApprovalFlow.State> desk =
            Desk.open(new ApprovalFlow(ReceivingFlow.ID, ApprovalFlow.DEVICES), floor);

    @Test
    void aSupervisorsBadgeAndPinAreTheWordAndWhatForIsOnTheScreen() {
        desk.at("signin.ask-supervisor");
        assertThat(desk.screen().hint()).isEqualTo(ApprovalFlow.DEVICES);
        assertThat(desk.screen().flow()).isEqualTo(ReceivingFlow.ID);
        desk.scan("B-7").says(Tone.NOTE, "signin.hello").at("signin.supervisor-pin");
        assertThat(desk.screen().hint()).isEqualTo(ApprovalFlow.DEVICES);
        desk.enter("777777")
                .says(Tone.GOOD, "signin.approved")
                .naming("이정은")
                .did(new Act.Approved("signin.devices"))
                .wants(new Effect.Answer(new Input.Approved(Floors.BOSS.id())));
        assertThat(desk.drafts().getFirst().operator()).isEqualTo(Floors.BOSS.id());
        assertThat(desk.canUndo()).isFalse();
    }

    @Test
    void theBadgeCanBeTyped() {
        desk.enter("B-7").at("signin.supervisor-pin").enter("777777").says(Tone.GOOD, "signin.approved");
    }

    @Test
    void nobodyElsesBadgeIsEnough() {
        desk.scan("B-1").says(Tone.WARN, "signin.no-supervisor").naming("김민지").at("signin.ask-supervisor");
        desk.scan("B-9").says(Tone.STOP, "signin.inactive").at("signin.ask-supervisor");
        desk.scan("B-7").scan("B-1").says(Tone.WARN, "signin.no-supervisor").at("signin.ask-supervisor");
        desk.scan("246810")
                .says(Tone.WARN, "signin.unknown-badge")
                .naming()
                .didNothing()
                .wants();
    }

    @Test
    void wrongPinsAreCountedAndLockTheSupervisorsBadge() {
        desk.scan("B-7").enter("").says(Tone.WARN, "signin.no-pin").didNothing();
        desk.enter("0000").says(Tone.WARN, "signin.wrong-pin").naming(4).did(new Act.SignInRefused("B-7"));
        for (int i = 0; i < 3; i++) {
            desk.enter("0000");
        }
        desk.enter("0000").says(Tone.STOP, "signin.locked").at("signin.ask-supervisor");
        desk.scan("B-7").says(Tone.STOP, "signin.locked").didNothing().at("signin.ask-supervisor");
    }

    @Test
    void aPinThatNobodyCanCheckIsNoWordAndNoWrongPin() {
        floor.with(
                new Operator(new OperatorId("other"), "최수진", "B-8", Floor.NO_PEPPER, Operator.Role.SUPERVISOR, true));
        desk.scan("B-8")
                .enter("888888")
                .says(Tone.WARN, "signin.cannot-check")
                .didNothing()
                .wants();
    }

    @Test
    void theWordForgetsTheFailures() {
        desk.scan("B-7").enter("0000").enter("777777").says(Tone.GOOD, "signin.approved");
        desk.scan("B-7").enter("0000").naming(4);
    }

    @Test
    void whoeverLeavesGaveNoWord() {
        desk.press(Command.BACK)
                .says(Tone.NOTE, "signin.not-approved")
                .didNothing()
                .wants(new Effect.Answer(new Input.NotApproved()));
        desk.scan("B-7").press(Command.BACK).wants(new Effect.Answer(new Input.NotApproved()));
    }

    @Test
    void whatDoesNotBelongHereIsRefusedOrIgnored() {
        desk.press(Command.FINISH).says(Tone.WARN, "common.no-such-key");
        desk.give(new Input.Chosen("1")).says(Tone.WARN, "common.no-such-choice");
        desk.weigh(100).give(new Input.Changed()).didNothing().wants().says(Tone.WARN, "common.no-such-choice");
    }
}
