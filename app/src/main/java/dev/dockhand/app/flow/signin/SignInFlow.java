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
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.signin.SignInState.Favour;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Badge, then PIN. Everything is looked up on the station itself, so it works with the network unplugged. A badge that is
 * locked after too many wrong PINs is let in again by a supervisor who vouches with the own badge and PIN; in the same way a
 * supervisor allows a change of the devices.
 */
public final class SignInFlow implements Flow<SignInState> {

    /** Where a change of the devices begins that waits for a supervisor. */
    public static final SignInState CHANGE_DEVICES = new SignInState.Asked(new Favour.ChangeDevices());

    private static final int LONGEST_BADGE = 64;
    private static final SignInState BADGE = new SignInState.Badge();
    private static final Screen.Keypad CODE = new Screen.Keypad(Screen.Keypad.Kind.CODE, null);

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
            case Input.Entered(var text) -> entered(state, text, lookup);
            case Input.Pressed(var command)
            when command == Command.BACK && !state.equals(BADGE) -> Answers.note(BADGE, "signin.back");
            case Input.Pressed ignored -> Answers.noSuchKey(state);
            case Input.Chosen ignored -> Answers.noSuchChoice(state);
            case Input.Weighed ignored -> Decision.quiet(state);
            case Input.NotWeighed ignored -> Decision.quiet(state);
            case Input.Printed ignored -> Decision.quiet(state);
            case Input.Cancelled ignored -> Decision.quiet(state);
            case Input.Changed ignored -> Decision.quiet(state);
        };
    }

    private static Decision<SignInState> entered(SignInState state, String text, Lookup lookup) {
        return switch (state) {
            case SignInState.Badge badge -> badge(badge, text, lookup);
            case SignInState.Asked asked -> badge(asked, text, lookup);
            case SignInState.Pin(var operator, var failed) ->
                isRight(operator, text, lookup)
                        ? signedIn(operator, List.of())
                        : refused(state, operator, text, failed + 1, lookup);
            case SignInState.Vouch(var favour, var supervisor, var failed) ->
                isRight(supervisor, text, lookup)
                        ? granted(favour, supervisor)
                        : refused(state, supervisor, text, failed + 1, lookup);
        };
    }

    private static Decision<SignInState> badge(SignInState state, String text, Lookup lookup) {
        String badge = text.strip();
        Optional<Operator> found =
                Codes.isName(badge, LONGEST_BADGE) ? lookup.operatorByBadge(badge) : Optional.empty();
        if (found.isEmpty()) {
            return Answers.warn(state, "signin.unknown-badge", Shown.of(badge));
        }
        Operator operator = found.get();
        int failed = lookup.failedSignIns(operator.badge());
        if (!operator.active()) {
            return Answers.stop(isOfDevices(state) ? CHANGE_DEVICES : BADGE, "signin.inactive", operator.name());
        }
        if (failed >= lookup.rules().lockAfter()) {
            return Decision.show(behindLock(state, operator), locked(operator, lookup));
        }
        boolean supervisor = operator.role() == Operator.Role.SUPERVISOR;
        if (isOfDevices(state)) {
            return supervisor
                    ? Answers.note(
                            new SignInState.Vouch(new Favour.ChangeDevices(), operator, failed),
                            "signin.hello",
                            operator.name())
                    : Answers.warn(CHANGE_DEVICES, "signin.no-supervisor", operator.name());
        }
        return supervisor && state instanceof SignInState.Asked(Favour.LetIn(var locked))
                ? Answers.note(
                        new SignInState.Vouch(new Favour.LetIn(locked), operator, failed),
                        "signin.vouching",
                        operator.name(),
                        locked.name())
                : Answers.note(new SignInState.Pin(operator, failed), "signin.hello", operator.name());
    }

    private static boolean isOfDevices(SignInState state) {
        return state instanceof SignInState.Asked(Favour.ChangeDevices ignored)
                || state instanceof SignInState.Vouch(Favour.ChangeDevices same, var supervisor, var failed);
    }

    /** A person is let in again; a change of the devices waits for another supervisor. */
    private static SignInState behindLock(SignInState state, Operator operator) {
        return isOfDevices(state) ? CHANGE_DEVICES : new SignInState.Asked(new Favour.LetIn(operator));
    }

    private static boolean isRight(Operator operator, String pin, Lookup lookup) {
        return !pin.isBlank() && lookup.pinMatches(operator, pin.strip());
    }

    private static Decision<SignInState> granted(Favour favour, Operator supervisor) {
        return switch (favour) {
            case Favour.LetIn(var locked) -> signedIn(locked, vouched(supervisor));
            case Favour.ChangeDevices ignored ->
                Decision.did(CHANGE_DEVICES, Verdict.good("signin.allowed", supervisor.name()), vouched(supervisor))
                        .with(new Effect.Allow(supervisor))
                        .forGood();
        };
    }

    private static Decision<SignInState> signedIn(Operator operator, List<Draft> before) {
        List<Draft> acts = new ArrayList<>(before);
        acts.add(Draft.free(operator.id(), new Act.SignedIn(operator.role()), List.of()));
        return Decision.did(BADGE, Verdict.good("signin.signed-in", operator.name()), acts)
                .with(new Effect.SignIn(operator), new Effect.GoTo(FlowId.MENU, null))
                .forGood();
    }

    /** The supervisor took the station over and handed it on: that is what happened, and that is what is kept. */
    private static List<Draft> vouched(Operator supervisor) {
        return List.of(
                Draft.free(supervisor.id(), new Act.SignedIn(supervisor.role()), List.of()),
                Draft.free(supervisor.id(), new Act.SignedOut(), List.of()));
    }

    private static Decision<SignInState> refused(
            SignInState state, Operator operator, String pin, int failed, Lookup lookup) {
        if (pin.isBlank()) {
            return Answers.warn(state, "signin.no-pin");
        }
        List<Draft> acts = List.of(Draft.free(null, new Act.SignInRefused(operator.badge()), List.of()));
        int left = lookup.rules().lockAfter() - failed;
        if (left <= 0) {
            return Decision.did(behindLock(state, operator), locked(operator, lookup), acts)
                    .forGood();
        }
        SignInState next = state instanceof SignInState.Vouch(var favour, var supervisor, var ignored)
                ? new SignInState.Vouch(favour, supervisor, failed)
                : new SignInState.Pin(operator, failed);
        return Decision.did(next, Verdict.warn("signin.wrong-pin", left), acts).forGood();
    }

    private static Verdict locked(Operator operator, Lookup lookup) {
        return Verdict.stop("signin.locked", operator.name(), lookup.rules().lockAfter());
    }

    @Override
    public Screen screen(SignInState state, Lookup lookup) {
        return switch (state) {
            case SignInState.Badge ignored ->
                Screen.of(id(), "signin.badge", Text.of("signin.badge"))
                        .withHint(Text.of("signin.badge.hint"))
                        .withKeypad(CODE);
            case SignInState.Asked(var favour) ->
                Screen.of(id(), "signin.ask-supervisor", Text.of("signin.ask-supervisor"), Command.BACK)
                        .withHint(hint(favour))
                        .withKeypad(CODE);
            case SignInState.Pin(var operator, var failed) -> pinScreen(operator, failed, lookup);
            case SignInState.Vouch(var favour, var supervisor, var failed) -> pinScreen(supervisor, failed, lookup);
        };
    }

    private static Text hint(Favour favour) {
        return switch (favour) {
            case Favour.LetIn(var locked) -> Text.of("signin.ask-supervisor.hint", locked.name());
            case Favour.ChangeDevices ignored -> Text.of("signin.devices");
        };
    }

    private Screen pinScreen(Operator operator, int failed, Lookup lookup) {
        Text hint = failed == 0
                ? Text.of("signin.pin.hint")
                : Text.of("signin.pin.tries-left", lookup.rules().lockAfter() - failed);
        return Screen.of(id(), "signin.pin", Text.of("signin.pin", operator.name()), Command.BACK)
                .withHint(hint)
                .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.PIN, null));
    }
}
