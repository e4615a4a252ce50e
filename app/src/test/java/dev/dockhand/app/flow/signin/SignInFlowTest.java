package dev.dockhand.app.flow.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OperatorId;
import org.junit.jupiter.api.Test;

class SignInFlowTest {

    private final Floor floor = Floors.empty();
    private final Desk<SignInState> desk = Desk.open(new SignInFlow(), floor);

    @Test
    void badgeAndPinSignIn() {
        desk.at("signin.badge").scan("B-1").says(Tone.NOTE, "signin.hello").at("signin.pin");

        desk.enter("1234")
                .says(Tone.GOOD, "signin.signed-in")
                .did(new Act.SignedIn(Operator.Role.PICKER))
                .wants(new Effect.SignIn(Floors.MINJI), new Effect.GoTo(FlowId.MENU, null))
                .at("signin.badge");
        assertThat(desk.canUndo()).isFalse();
        assertThat(desk.drafts().getFirst().operator()).isEqualTo(Floors.MINJI.id());
    }

    @Test
    void badgeCanBeTyped() {
        desk.enter(" B-1 ").at("signin.pin").enter("1234").says(Tone.GOOD, "signin.signed-in");
    }

    @Test
    void wrongPinIsCountedAndTheTriesLeftAreTold() {
        desk.scan("B-1")
                .enter("0000")
                .says(Tone.WARN, "signin.wrong-pin")
                .naming(4)
                .did(new Act.SignInRefused("B-1"))
                .at("signin.pin");
        assertThat(desk.screen().hint()).isNotNull();
        assertThat(desk.screen().hint().key()).isEqualTo("signin.pin.tries-left");
    }

    @Test
    void fifthWrongPinLocksTheBadgeEvenWhileTheReadModelLags() {
        floor.lagging();
        desk.scan("B-1");
        for (int i = 0; i < 4; i++) {
            desk.enter("0000").says(Tone.WARN, "signin.wrong-pin");
        }
        desk.enter("0000").says(Tone.STOP, "signin.locked").at("signin.badge");

        floor.settle();
        desk.scan("B-1").says(Tone.STOP, "signin.locked").naming("김민지", 5).didNothing();
    }

    @Test
    void successForgetsTheFailures() {
        desk.scan("B-1").enter("0000").enter("1234").says(Tone.GOOD, "signin.signed-in");

        desk.scan("B-1").enter("0000").naming(4);
    }

    @Test
    void lockSurvivesARestart() {
        desk.scan("B-1");
        for (int i = 0; i < 3; i++) {
            desk.enter("0000");
        }
        desk.restart().scan("B-1").enter("0000").naming(1).enter("0000").says(Tone.STOP, "signin.locked");
    }

    private Desk<SignInState> locked() {
        desk.scan("B-1");
        for (int i = 0; i < 5; i++) {
            desk.enter("0000");
        }
        return desk;
    }

    @Test
    void aSupervisorsWordUnlocksTheBadgeAndSignsNobodyIn() {
        assertThat(locked().asksSupervisor()).isEqualTo(Text.of("signin.unlock", "김민지"));

        desk.approved(Floors.BOSS.id())
                .says(Tone.GOOD, "signin.unlocked")
                .naming("김민지")
                .did(new Act.BadgeUnlocked(Floors.MINJI.id()))
                .wants()
                .at("signin.badge");
        assertThat(desk.drafts().getFirst().operator()).isEqualTo(Floors.BOSS.id());
        assertThat(desk.canUndo()).isFalse();
    }

    @Test
    void theOwnerSignsInAfterTheUnlockWithTheOwnBadgeAndPin() {
        locked().approved(Floors.BOSS.id());
        desk.enter("1234").says(Tone.WARN, "signin.unknown-badge").wants();
        desk.scan("B-1").at("signin.pin").enter("0000").naming(4);
        desk.enter("1234")
                .did(new Act.SignedIn(Operator.Role.PICKER))
                .wants(new Effect.SignIn(Floors.MINJI), new Effect.GoTo(FlowId.MENU, null));
    }

    @Test
    void withoutASupervisorsWordTheBadgeStaysLockedAndOthersSignIn() {
        floor.with(new Operator(new OperatorId("other"), "최수진", "B-2", "hash of 2222", Operator.Role.PICKER, true));
        locked().notApproved().at("signin.badge").didNothing();
        desk.scan("B-2").enter("2222").says(Tone.GOOD, "signin.signed-in");
        desk.scan("B-1").says(Tone.STOP, "signin.locked").didNothing();
        assertThat(desk.asksSupervisor().arguments()).containsExactly("김민지");
    }

    @Test
    void aWordThatNobodyWaitsForUnlocksNothing() {
        desk.give(new Input.Approved(Floors.BOSS.id())).didNothing().at("signin.badge");
        desk.scan("B-1").give(new Input.Approved(Floors.BOSS.id())).didNothing().at("signin.pin");
    }

    @Test
    void aBadgeOfDigitsScannedWhereAPinIsAskedForIsABadgeAndNoWrongPin() {
        floor.with(new Operator(new OperatorId("other"), "최수진", "20031", "hash of 2222", Operator.Role.PICKER, true));
        desk.scan("B-1")
                .enter("20031")
                .says(Tone.NOTE, "signin.hello")
                .naming("최수진")
                .didNothing();
        desk.enter("2222").says(Tone.GOOD, "signin.signed-in");
    }

    @Test
    void aPinThatNobodyCanCheckIsNoWrongPin() {
        floor.with(new Operator(new OperatorId("other"), "최수진", "B-2", Floor.NO_PEPPER, Operator.Role.PICKER, true));
        desk.scan("B-2");
        for (int i = 0; i < 6; i++) {
            desk.enter("2222")
                    .says(Tone.WARN, "signin.cannot-check")
                    .didNothing()
                    .at("signin.pin");
        }
        desk.enter("B-1").says(Tone.NOTE, "signin.hello").naming("김민지");
    }

    @Test
    void unknownOrInactiveBadgeIsRefused() {
        desk.scan("nobody").says(Tone.WARN, "signin.unknown-badge").didNothing().at("signin.badge");
        desk.scan("B-9").says(Tone.STOP, "signin.inactive").didNothing().at("signin.badge");
        desk.scan("x".repeat(4096)).says(Tone.WARN, "signin.unknown-badge");
        desk.scan("").says(Tone.WARN, "signin.unknown-badge");
    }

    @Test
    void whatMayBeAPinIsInNoAnswerAndInNoAct() {
        desk.scan("246810").says(Tone.WARN, "signin.unknown-badge").naming().didNothing();
        desk.enter("246810").says(Tone.WARN, "signin.unknown-badge").naming().didNothing();
        desk.scan("B-1").scan("246810").says(Tone.WARN, "signin.unknown-badge").naming();
        desk.enter("246810").did(new Act.SignInRefused("B-1")).naming(4);
        assertThat(new Input.Entered("246810").toString()).doesNotContain("246810");
    }

    @Test
    void anotherBadgeAndBackLeaveThePin() {
        desk.scan("B-1").scan("B-9").says(Tone.STOP, "signin.inactive").at("signin.badge");
        desk.scan("B-1").press(Command.BACK).says(Tone.NOTE, "signin.back").at("signin.badge");
        desk.scan("B-1").enter(" ").says(Tone.WARN, "signin.no-pin").didNothing();
    }

    @Test
    void whatDoesNotBelongHereIsRefusedOrIgnored() {
        desk.press(Command.FINISH).says(Tone.WARN, "common.no-such-key");
        desk.give(new Input.Chosen("1")).says(Tone.WARN, "common.no-such-choice");
        desk.weigh(100).give(new Input.Changed()).didNothing().says(Tone.WARN, "common.no-such-choice");
    }
}
