package dev.dockhand.app.flow.putback;

import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.ShipmentTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which tote is put back next? */
record ScanTote() implements PutBackState {

    private static final int MOST_OPTIONS = 50;

    @Override
    public Decision<PutBackState> onScan(ScannedCode code, Lookup lookup) {
        return Codes.tote(code)
                .flatMap(lookup::putBack)
                .map(tote -> take(tote, lookup))
                .orElseGet(() -> Answers.unwanted(this, code, lookup, "putback.tote-wanted"));
    }

    @Override
    public Decision<PutBackState> onChoice(String option, Lookup lookup) {
        return waiting(lookup).stream()
                .filter(tote -> tote.tote().value().equals(option))
                .findFirst()
                .map(tote -> take(tote, lookup))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    /** Whoever takes it has heard of the cancel: where the order is held here, that is its answer. */
    private static Decision<PutBackState> take(PutBack tote, Lookup lookup) {
        List<Draft> answers = lookup.tasks().stream()
                .filter(task -> isOpenCancel(task, tote, lookup))
                .map(task -> Drafts.of(lookup, task, new Act.CancelSeen(task.shipment())))
                .toList();
        Verdict verdict = Verdict.note("putback.taken", tote.tote(), tote.units());
        PutBackState next = new TakeGoods(tote.tote());
        return answers.isEmpty() ? Decision.show(next, verdict) : Decision.did(next, verdict, answers);
    }

    private static boolean isOpenCancel(ShipmentTask task, PutBack tote, Lookup lookup) {
        var progress = lookup.progress(task.id());
        return Work.isCalledOffWithGoods(task, progress) && tote.tote().equals(Work.tote(task, progress));
    }

    private static List<PutBack> waiting(Lookup lookup) {
        return lookup.putBacks().stream()
                .sorted(Comparator.comparing((PutBack tote) ->
                                Optional.ofNullable(tote.since()).orElse(Instant.MAX))
                        .thenComparing(tote -> tote.tote().value()))
                .limit(MOST_OPTIONS)
                .toList();
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<PutBack> waiting = waiting(lookup);
        String words = waiting.isEmpty() ? "putback.no-tote" : "putback.scan-tote";
        return Screen.of(PutBackFlow.ID, "putback.scan-tote", Text.of(words))
                .withHint(Text.of(words + ".hint"))
                .withOptions(waiting.stream().map(tote -> option(tote, lookup)).toList());
    }

    private static Screen.Option option(PutBack tote, Lookup lookup) {
        Instant since = tote.since();
        return new Screen.Option(
                tote.tote().value(),
                Text.of("putback.tote", tote.tote(), tote.units()),
                tote.order() == null
                        ? null
                        : since == null
                                ? Text.of("putback.order", tote.order())
                                : Text.of("putback.order-since", tote.order(), Shown.clock(since, lookup)));
    }
}
