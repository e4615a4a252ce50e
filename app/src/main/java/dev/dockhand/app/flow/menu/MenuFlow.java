package dev.dockhand.app.flow.menu;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;

/** Which job comes next: chosen, or told by what is scanned. */
public final class MenuFlow implements Flow<MenuState> {

    @Override
    public FlowId id() {
        return FlowId.MENU;
    }

    @Override
    public MenuState start(Lookup lookup) {
        return new MenuState();
    }

    @Override
    public Decision<MenuState> on(MenuState state, Input input, Lookup lookup) {
        return switch (input) {
            case Input.Scanned scanned -> scanned(state, scanned, lookup);
            case Input.Pressed ignored -> Answers.noSuchKey(state);
            case Input.Chosen(var option) ->
                JobRegistry.of(new FlowId(option))
                        .map(job -> open(state, job))
                        .orElseGet(() -> Answers.noSuchChoice(state));
            case Input.Entered ignored -> Answers.notAsked(state);
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

    private static Decision<MenuState> open(MenuState state, JobDefinition job) {
        return Decision.show(state, Verdict.note(job.name().key() + ".opened")).with(new Effect.GoTo(job.id(), null));
    }

    private static Decision<MenuState> scanned(MenuState state, Input.Scanned scanned, Lookup lookup) {
        ScannedCode code = scanned.code();
        return JobRegistry.JOBS.stream()
                .filter(job -> job.opensBy(code, lookup))
                .findFirst()
                .map(job -> open(state, job, scanned))
                .orElseGet(() -> Answers.unwanted(state, code, lookup, "menu.job-first"));
    }

    /** The job itself judges the scan, in its own words. */
    private static Decision<MenuState> open(MenuState state, JobDefinition job, Input.Scanned scanned) {
        return job.takesCode() ? Decision.quiet(state).with(new Effect.GoTo(job.id(), scanned)) : open(state, job);
    }

    @Override
    public Screen screen(MenuState state, Lookup lookup) {
        return Screen.of(id(), "menu.choose", Text.of("menu.choose"), Command.SIGN_OUT)
                .withHint(Text.of("menu.choose.hint"))
                .withOptions(JobRegistry.JOBS.stream()
                        .map(job -> option(job, lookup))
                        .toList());
    }

    private static Screen.Option option(JobDefinition job, Lookup lookup) {
        return new Screen.Option(job.id().name(), job.name(), job.detail(lookup));
    }
}
