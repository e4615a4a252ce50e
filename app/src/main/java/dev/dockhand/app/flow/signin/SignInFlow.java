package dev.dockhand.app.flow.signin;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.OperatorId;
import java.util.List;

/**
 * Badge, then PIN. Everything is looked up on the station itself, so it works with the network unplugged. A badge that is
 * locked after too many wrong PINs is unlocked by a supervisor's word; its owner signs in afterwards, with the own badge and
 * PIN.
 */
public final class SignInFlow implements Flow<SignInState> {

    private static final SignInState BADGE = new SignInState.Badge();

    @Override
    public FlowId id() {
        return FlowId.SIGN_IN;
    }

    @Override
    public SignInState start(Lookup lookup) {
        return BADGE;
    }

    @Override
    public Decision<SignInState> on(SignInState state, Input input, Lookup lookup) {
        return switch (input) {
            case Input.Scanned(var code) -> badge(state, code.text(), lookup);
            case Input.Entered(var text) ->
                state instanceof SignInState.Pin pin ? entered(pin, text, lookup) : badge(state, text, lookup);
            case Input.Pressed(var command)
            when command == Command.BACK && !state.equals(BADGE) -> Answers.note(BADGE, "signin.back");
            case Input.Pressed ignored -> Answers.noSuchKey(state);
            case Input.Chosen ignored -> Answers.noSuchChoice(state);
            case Input.Weighed ignored -> Decision.quiet(state);
            case Input.NotWeighed ignored -> Decision.quiet(state);
            case Input.Printed ignored -> Decision.quiet(state);
            case Input.Cancelled ignored -> Decision.quiet(state);
            case Input.Approved(var supervisor) -> approved(state, supervisor);
            case Input.NotApproved ignored -> Decision.quiet(BADGE);
            case Input.NotGranted ignored -> Decision.quiet(BADGE);
            case Input.Sheet ignored -> Answers.noSuchKey(state);
            case Input.Changed ignored -> Decision.quiet(state);
        };
    }

    private static Decision<SignInState> badge(SignInState state, String text, Lookup lookup) {
        return switch (Credentials.badge(text, lookup)) {
            case Credentials.Badge.Unknown ignored -> Answers.warn(state, "signin.unknown-badge");
            case Credentials.Badge.Inactive(var verdict) -> Decision.show(BADGE, verdict);
            case Credentials.Badge.Locked(var operator, var verdict) ->
                askToUnlock(Decision.show(new SignInState.Locked(operator), verdict), operator);
            case Credentials.Badge.Open(var operator, var failed) ->
                Answers.note(new SignInState.Pin(operator, failed), "signin.hello", operator.name());
        };
    }

    private static Decision<SignInState> entered(SignInState.Pin state, String pin, Lookup lookup) {
        Operator operator = state.operator();
        return switch (Credentials.pin(operator, state.failed(), pin, lookup)) {
            case Credentials.Pin.Right ignored -> signedIn(operator);
            case Credentials.Pin.Missing ignored -> Answers.warn(state, "signin.no-pin");
            case Credentials.Pin.Unchecked ignored -> Answers.warn(state, "signin.cannot-check");
            case Credentials.Pin.OtherBadge ignored -> badge(state, pin, lookup);
            case Credentials.Pin.Wrong wrong
            when wrong.isLast() -> askToUnlock(wrong.decide(new SignInState.Locked(operator)), operator);
            case Credentials.Pin.Wrong wrong -> wrong.decide(new SignInState.Pin(operator, wrong.failed()));
        };
    }

    private static Decision<SignInState> askToUnlock(Decision<SignInState> refused, Operator operator) {
        return refused.with(new Effect.AskSupervisor(Text.of("signin.unlock", operator.name())));
    }

    private static Decision<SignInState> approved(SignInState state, OperatorId supervisor) {
        return state instanceof SignInState.Locked(var operator)
                ? Decision.did(
                                BADGE,
                                Verdict.good("signin.unlocked", operator.name()),
                                List.of(Draft.free(supervisor, new Act.BadgeUnlocked(operator.id()), List.of())))
                        .forGood()
                : Decision.quiet(state);
    }

    private static Decision<SignInState> signedIn(Operator operator) {
        return Decision.did(
                        BADGE,
                        Verdict.good("signin.signed-in", operator.name()),
                        List.of(Draft.free(operator.id(), new Act.SignedIn(operator.role()), List.of())))
                .with(new Effect.SignIn(operator), new Effect.GoTo(FlowId.MENU, null))
                .forGood();
    }

    @Override
    public Screen screen(SignInState state, Lookup lookup) {
        return switch (state) {
            case SignInState.Badge ignored -> badgeScreen();
            case SignInState.Locked ignored -> badgeScreen();
            case SignInState.Pin(var operator, var failed) ->
                Screen.of(id(), "signin.pin", Text.of("signin.pin", operator.name()), Command.BACK)
                        .withHint(failed == 0 ? Text.of("signin.pin.hint") : Credentials.triesLeft(failed, lookup))
                        .withKeypad(Credentials.PIN_PAD);
        };
    }

    private Screen badgeScreen() {
        return Screen.of(id(), "signin.badge", Text.of("signin.badge"))
                .withHint(Text.of("signin.badge.hint"))
                .withKeypad(Credentials.BADGE_PAD);
    }
}
