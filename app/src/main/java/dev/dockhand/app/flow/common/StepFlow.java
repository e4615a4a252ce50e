package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.model.id.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A job whose states are {@link Step}s: hands each input to the state.
 *
 * @param <S> the job's states
 */
public abstract class StepFlow<S extends Step<S>> implements Flow<S> {

    @Override
    public Decision<S> on(S state, Input input, Lookup lookup) {
        return switch (input) {
            case Input.Scanned(var code) -> state.onScan(code, lookup);
            case Input.Pressed(var command) -> state.onKey(command, lookup);
            case Input.Entered(var text) -> state.onEntry(text, lookup);
            case Input.Chosen(var option) -> state.onChoice(option, lookup);
            case Input.Weighed weighed -> state.onWeight(weighed, lookup);
            case Input.NotWeighed notWeighed -> state.onNoWeight(notWeighed, lookup);
            case Input.Printed printed -> state.onPrinted(printed, lookup);
            case Input.Cancelled(var task) -> state.onCancelled(task, lookup);
            case Input.Approved(var supervisor) -> state.onApproved(supervisor, lookup);
            case Input.NotApproved ignored -> state.onNotApproved(lookup);
            case Input.NotGranted(var refusal) -> state.onNotGranted(refusal, lookup);
            case Input.Sheet(var labels) -> state.onSheet(labels);
            case Input.Changed ignored -> state.onChanged(lookup);
        };
    }

    @Override
    public @Nullable Identifier piece(S state) {
        return state.piece();
    }

    @Override
    public Screen screen(S state, Lookup lookup) {
        return state.screen(lookup);
    }
}
