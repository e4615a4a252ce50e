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
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import java.util.List;
import java.util.Optional;

/** Badge, then PIN. Everything is looked up on the station itself, so it works with the network unplugged. */
public final class SignInFlow implements Flow<SignInState> {

    private static final int LONGEST_BADGE = 64;
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
                switch (state) {
                    case SignInState.Badge badge -> badge(badge, text, lookup);
                    case SignInState.Pin pin -> pin(pin, text, lookup);
                };
            case Input.Pressed(var command)
            when command == Command.BACK && state instanceof SignInState.Pin -> Answers.note(BADGE, "signin.back");
            case Input.Pressed ignored -> Answers.noSuchKey(state);
            case Input.Chosen ignored -> Answers.noSuchChoice(state);
            case Input.Weighed ignored -> Decision.quiet(state);
            case Input.NotWeighed ignored -> Decision.quiet(state);
            case Input.Printed ignored -> Decision.quiet(state);
            case Input.Cancelled ignored -> Decision.quiet(state);
            case Input.Changed ignored -> Decision.quiet(state);
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
            return Answers.stop(BADGE, "signin.inactive", operator.name());
        }
        if (failed >= lookup.rules().lockAfter()) {
            return Answers.stop(
                    BADGE, "signin.locked", operator.name(), lookup.rules().lockAfter());
        }
        return Answers.note(new SignInState.Pin(operator, failed), "signin.hello", operator.name());
    }

    private static Decision<SignInState> pin(SignInState.Pin state, String pin, Lookup lookup) {
        Operator operator = state.operator();
        if (pin.isBlank()) {
            return Answers.warn(state, "signin.no-pin");
        }
        if (lookup.pinMatches(operator, pin.strip())) {
            Draft signedIn = Draft.free(operator.id(), new Act.SignedIn(operator.role()), List.of());
            return Decision.did(BADGE, Verdict.good("signin.signed-in", operator.name()), List.of(signedIn))
                    .with(new Effect.SignIn(operator), new Effect.GoTo(FlowId.MENU, null))
                    .forGood();
        }
        return refused(operator, state.failed() + 1, lookup);
    }

    private static Decision<SignInState> refused(Operator operator, int failed, Lookup lookup) {
        int lockAfter = lookup.rules().lockAfter();
        List<Draft> acts = List.of(Draft.free(null, new Act.SignInRefused(operator.badge()), List.of()));
        if (failed >= lockAfter) {
            Verdict locked = Verdict.stop("signin.locked", operator.name(), lockAfter);
            return Decision.did(BADGE, locked, acts).forGood();
        }
        Verdict wrong = Verdict.warn("signin.wrong-pin", lockAfter - failed);
        return Decision.<SignInState>did(new SignInState.Pin(operator, failed), wrong, acts)
                .forGood();
    }

    @Override
    public Screen screen(SignInState state, Lookup lookup) {
        return switch (state) {
            case SignInState.Badge ignored ->
                Screen.of(id(), "signin.badge", Text.of("signin.badge"))
                        .withHint(Text.of("signin.badge.hint"))
                        .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.CODE, null));
            case SignInState.Pin pin ->
                Screen.of(
                                id(),
                                "signin.pin",
                                Text.of("signin.pin", pin.operator().name()),
                                Command.BACK)
                        .withHint(pinHint(pin, lookup))
                        .withKeypad(new Screen.Keypad(Screen.Keypad.Kind.PIN, null));
        };
    }

    private static Text pinHint(SignInState.Pin pin, Lookup lookup) {
        return pin.failed() == 0
                ? Text.of("signin.pin.hint")
                : Text.of("signin.pin.tries-left", lookup.rules().lockAfter() - pin.failed());
    }
}
