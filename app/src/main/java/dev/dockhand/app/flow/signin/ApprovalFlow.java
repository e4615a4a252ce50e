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
import java.util.List;

/**
 * A supervisor's word for what only a supervisor may do: badge, then PIN, beside the job that asks for it. Counted and
 * locked as at sign-in; whoever is signed in stays so.
 */
public final class ApprovalFlow implements Flow<ApprovalFlow.State> {

    /** For what a supervisor is asked on the devices page. */
    public static final Text DEVICES = Text.of("signin.devices");

    private static final State BADGE = new State.Badge();

    private final FlowId job;
    private final Text purpose;

    /**
     * Asks for a word.
     *
     * @param job beside which it is asked for
     * @param purpose what for, in words for the supervisor
     */
    public ApprovalFlow(FlowId job, Text purpose) {
        this.job = job;
        this.purpose = purpose;
    }

    /** Where it stands. */
    public sealed interface State {

        /** No supervisor is here. */
        record Badge() implements State {}

        /**
         * A supervisor's badge was read; the PIN proves whose it is.
         *
         * @param supervisor whose badge it is
         * @param failed sign-ins with this badge that failed in a row
         */
        record Pin(Operator supervisor, int failed) implements State {}
    }

    @Override
    public FlowId id() {
        return job;
    }

    @Override
    public State start(Lookup lookup) {
        return BADGE;
    }

    @Override
    public Decision<State> on(State state, Input input, Lookup lookup) {
        return switch (input) {
            case Input.Scanned(var code) -> badge(state, code.text(), lookup);
            case Input.Entered(var text) ->
                switch (state) {
                    case State.Badge ignored -> badge(state, text, lookup);
                    case State.Pin pin -> entered(pin, text, lookup);
                };
            case Input.Pressed(var command)
            when command == Command.BACK ->
                Answers.<State>note(BADGE, "signin.not-approved").with(new Effect.Answer(new Input.NotApproved()));
            case Input.Pressed ignored -> Answers.noSuchKey(state);
            case Input.Chosen ignored -> Answers.noSuchChoice(state);
            case Input.Weighed ignored -> Decision.quiet(state);
            case Input.NotWeighed ignored -> Decision.quiet(state);
            case Input.Printed ignored -> Decision.quiet(state);
            case Input.Cancelled ignored -> Decision.quiet(state);
            case Input.Approved ignored -> Decision.quiet(state);
            case Input.NotApproved ignored -> Decision.quiet(state);
            case Input.NotGranted ignored -> Decision.quiet(state);
            case Input.Sheet ignored -> Answers.noSuchKey(state);
            case Input.Changed ignored -> Decision.quiet(state);
        };
    }

    private static Decision<State> badge(State state, String text, Lookup lookup) {
        return switch (Credentials.badge(text, lookup)) {
            case Credentials.Badge.Unknown ignored -> Answers.warn(state, "signin.unknown-badge");
            case Credentials.Badge.Inactive(var verdict) -> Decision.show(BADGE, verdict);
            case Credentials.Badge.Locked(var operator, var verdict) -> Decision.show(BADGE, verdict);
            case Credentials.Badge.Open(var operator, var failed) ->
                operator.role() == Operator.Role.SUPERVISOR
                        ? Answers.note(new State.Pin(operator, failed), "signin.hello", operator.name())
                        : Answers.warn(BADGE, "signin.no-supervisor", operator.name());
        };
    }

    private Decision<State> entered(State.Pin state, String pin, Lookup lookup) {
        return switch (Credentials.pin(state.supervisor(), state.failed(), pin, lookup)) {
            case Credentials.Pin.Right ignored -> given(state.supervisor());
            case Credentials.Pin.Missing ignored -> Answers.warn(state, "signin.no-pin");
            case Credentials.Pin.Unchecked ignored -> Answers.warn(state, "signin.cannot-check");
            case Credentials.Pin.OtherBadge ignored -> badge(state, pin, lookup);
            case Credentials.Pin.Wrong wrong ->
                wrong.decide(wrong.isLast() ? BADGE : new State.Pin(state.supervisor(), wrong.failed()));
        };
    }

    /** The word of a supervisor who has proved to be one. */
    public Decision<State> given(Operator supervisor) {
        return Decision.<State>did(
                        BADGE,
                        Verdict.good("signin.approved", supervisor.name()),
                        List.of(Draft.free(supervisor.id(), new Act.Approved(purpose.key()), List.of())))
                .with(new Effect.Answer(new Input.Approved(supervisor.id())))
                .forGood();
    }

    @Override
    public Screen screen(State state, Lookup lookup) {
        return switch (state) {
            case State.Badge ignored ->
                Screen.of(job, "signin.ask-supervisor", Text.of("signin.ask-supervisor"), Command.BACK)
                        .withHint(purpose)
                        .withKeypad(Credentials.BADGE_PAD);
            case State.Pin(var supervisor, var failed) ->
                Screen.of(
                                job,
                                "signin.supervisor-pin",
                                Text.of("signin.supervisor-pin", supervisor.name()),
                                Command.BACK)
                        .withHint(failed == 0 ? purpose : Credentials.triesLeft(failed, lookup))
                        .withKeypad(Credentials.PIN_PAD);
        };
    }
}
