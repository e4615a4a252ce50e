package dev.dockhand.app.flow.menu;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Meaning;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.task.TaskStage;
import java.util.List;
import java.util.Optional;

/** Which job comes next: chosen, or told by what is scanned. */
public final class MenuFlow implements Flow<MenuState> {

    private static final List<Job> JOBS = List.of(Job.values());

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
            case Input.Pressed(var command) -> pressed(state, command);
            case Input.Chosen(var option) ->
                JOBS.stream()
                        .filter(job -> job.name().equals(option))
                        .findFirst()
                        .map(job -> open(state, job))
                        .orElseGet(() -> Answers.noSuchChoice(state));
            case Input.Entered ignored -> Answers.notAsked(state);
            case Input.Weighed ignored -> Decision.quiet(state);
            case Input.NotWeighed ignored -> Decision.quiet(state);
            case Input.Printed ignored -> Decision.quiet(state);
            case Input.Cancelled ignored -> Decision.quiet(state);
            case Input.Approved ignored -> Decision.quiet(state);
            case Input.NotApproved ignored -> Decision.quiet(state);
            case Input.Sheet ignored -> Answers.noSuchKey(state);
            case Input.Changed ignored -> Decision.quiet(state);
        };
    }

    private static Decision<MenuState> pressed(MenuState state, Command command) {
        return switch (command) {
            case RECEIVE -> open(state, Job.RECEIVING);
            case PUT_AWAY -> open(state, Job.PUTAWAY);
            case PICK -> open(state, Job.PICKING);
            case PACK -> open(state, Job.PACKING);
            case LABELS -> open(state, Job.LABELS);
            case UNDO, ACKNOWLEDGE, MENU, SIGN_OUT, QUANTITY, PROBLEM, PRINT_AGAIN, FINISH, CONFIRM, BACK ->
                Answers.noSuchKey(state);
        };
    }

    private static Decision<MenuState> open(MenuState state, Job job) {
        return Decision.show(state, Verdict.note(job.key() + ".opened")).with(new Effect.GoTo(job.flow(), null));
    }

    private static Decision<MenuState> scanned(MenuState state, Input.Scanned scanned, Lookup lookup) {
        ScannedCode code = scanned.code();
        Optional<Job> job = jobOf(code, lookup);
        if (job.isPresent()) {
            return open(state, job.get(), scanned);
        }
        return Answers.unwanted(state, code, lookup, "menu.job-first");
    }

    /** The job itself judges the scan, in its own words; picking decides by itself what is most urgent. */
    private static Decision<MenuState> open(MenuState state, Job job, Input.Scanned scanned) {
        return job == Job.PICKING ? open(state, job) : Decision.quiet(state).with(new Effect.GoTo(job.flow(), scanned));
    }

    private static Optional<Job> jobOf(ScannedCode code, Lookup lookup) {
        if (Codes.plate(code).flatMap(lookup::plate).isPresent()) {
            return Optional.of(Job.PUTAWAY);
        }
        if (Codes.notices(code, lookup).stream().anyMatch(asn -> !asn.closed())) {
            return Optional.of(Job.RECEIVING);
        }
        return Work.named(code, lookup)
                .or(() -> Meaning.named(code, lookup)
                        .filter(shipment -> shipment.stage() == TaskStage.PACKED)
                        .flatMap(shipment -> lookup.task(shipment.task())))
                .map(task -> Work.isToPick(task, lookup.progress(task.id())) ? Job.PICKING : Job.PACKING);
    }

    @Override
    public Screen screen(MenuState state, Lookup lookup) {
        return Screen.of(id(), "menu.choose", Text.of("menu.choose"), Command.SIGN_OUT)
                .withHint(Text.of("menu.choose.hint"))
                .withOptions(JOBS.stream().map(job -> option(job, lookup)).toList());
    }

    private static Screen.Option option(Job job, Lookup lookup) {
        return new Screen.Option(job.name(), Text.of(job.key()), job.detail(lookup));
    }
}
