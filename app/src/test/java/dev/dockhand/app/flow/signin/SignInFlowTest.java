package dev.dockhand.app.flow.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Verdict.Tone;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
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
        desk.enter("0000").says(Tone.STOP, "signin.locked").at("signin.ask-supervisor");

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

    @Test
    void supervisorLetsALockedPersonIn() {
        desk.scan("B-1");
        for (int i = 0; i < 5; i++) {
            desk.enter("0000");
        }
        desk.scan("B-7").says(Tone.NOTE, "signin.vouching").naming("이정은", "김민지").at("signin.pin");
        desk.enter("").says(Tone.WARN, "signin.no-pin");
        desk.enter("0000").says(Tone.WARN, "signin.wrong-pin").did(new Act.SignInRefused("B-7"));

        desk.enter("7777")
                .says(Tone.GOOD, "signin.signed-in")
                .did(
                        new Act.SignedIn(Operator.Role.SUPERVISOR),
                        new Act.SignedOut(),
                        new Act.SignedIn(Operator.Role.PICKER))
                .wants(new Effect.SignIn(Floors.MINJI), new Effect.GoTo(FlowId.MENU, null));
        assertThat(desk.drafts())
                .extracting(Draft::operator)
                .containsExactly(Floors.BOSS.id(), Floors.BOSS.id(), Floors.MINJI.id());
        desk.scan("B-1").at("signin.pin");
    }

    @Test
    void onlyASupervisorCanVouchAndHasTheSameLock() {
        floor.with(new Operator(new OperatorId("other"), "최수진", "B-2", "hash of 2222", Operator.Role.PICKER, true));
        desk.scan("B-1");
        for (int i = 0; i < 5; i++) {
            desk.enter("0000");
        }
        desk.scan("B-2")
                .says(Tone.NOTE, "signin.hello")
                .enter("2222")
                .wants(
                        new Effect.SignIn(floor.operatorByBadge("B-2").orElseThrow()),
                        new Effect.GoTo(FlowId.MENU, null));
        desk.scan("B-1").press(Command.BACK).at("signin.badge");
        desk.scan("B-1").scan("B-7");
        for (int i = 0; i < 5; i++) {
            desk.enter("0000");
        }
        desk.says(Tone.STOP, "signin.locked").naming("이정은", 5).at("signin.ask-supervisor");
    }

    private Desk<SignInState> forDevices() {
        return Desk.open(new SignInFlow(), floor, SignInFlow.CHANGE_DEVICES);
    }

    @Test
    void aSupervisorAllowsAChangeOfTheDevicesAndNobodyIsSignedInByIt() {
        Desk<SignInState> change = forDevices().at("signin.ask-supervisor");
        change.scan("B-1").says(Tone.WARN, "signin.no-supervisor").naming("김민지").at("signin.ask-supervisor");
        change.scan("B-9").says(Tone.STOP, "signin.inactive").at("signin.ask-supervisor");
        change.scan("B-7").says(Tone.NOTE, "signin.hello").at("signin.pin");
        change.enter("0000").says(Tone.WARN, "signin.wrong-pin").did(new Act.SignInRefused("B-7"));
        change.scan("B-1").says(Tone.WARN, "signin.no-supervisor").at("signin.ask-supervisor");
        change.scan("B-7")
                .enter("7777")
                .says(Tone.GOOD, "signin.allowed")
                .did(new Act.SignedIn(Operator.Role.SUPERVISOR), new Act.SignedOut())
                .wants(new Effect.Allow(Floors.BOSS));
    }

    @Test
    void aSupervisorWhoseBadgeIsLockedAllowsNothing() {
        Desk<SignInState> change = forDevices();
        change.scan("B-7");
        for (int i = 0; i < 5; i++) {
            change.enter("0000");
        }
        change.says(Tone.STOP, "signin.locked").at("signin.ask-supervisor");
        change.scan("B-7").says(Tone.STOP, "signin.locked").didNothing().at("signin.ask-supervisor");
    }

    @Test
    void unknownOrInactiveBadgeIsRefused() {
        desk.scan("nobody").says(Tone.WARN, "signin.unknown-badge").didNothing().at("signin.badge");
        desk.scan("B-9").says(Tone.STOP, "signin.inactive").didNothing().at("signin.badge");
        desk.scan("x".repeat(4096)).says(Tone.WARN, "signin.unknown-badge");
        desk.scan("").says(Tone.WARN, "signin.unknown-badge");
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
