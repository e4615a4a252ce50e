package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Meaning;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.util.List;
import java.util.Optional;

/**
 * A parcel that was closed here is scanned again: its label may be printed once more, for a reason. The parcel stays as it
 * is.
 *
 * @param before the step before
 * @param parcel the closed parcel
 * @param reason why the copy that is on its way was printed; empty before one is
 */
record Reprint(ChooseWork before, Parcel parcel, String reason) implements PackState {

    /** Offers it while this station still has the address. */
    static Optional<Decision<PackState>> offered(
            ChooseWork before, Shipment shipment, ScannedCode code, Lookup lookup) {
        Optional<ShipmentTask> task = lookup.task(shipment.task())
                .filter(own -> shipment.stage() == TaskStage.PACKED
                        && lookup.progress(own.id()).packedOut()
                        && !own.recipient().address().isEmpty());
        return task.flatMap(own -> Meaning.of(code, lookup).map(meaning -> {
            Progress progress = lookup.progress(own.id());
            ToteCode tote = progress.tote() == null ? new ToteCode("-") : progress.tote();
            Parcel closed =
                    Parcel.of(own, tote, false, progress, before.session()).at(boxOf(code, progress));
            return Decision.show(new Reprint(before, closed, ""), new Verdict(Verdict.Tone.WARN, meaning));
        }));
    }

    /** The box whose label was scanned; the first where the order was. */
    private static int boxOf(ScannedCode code, Progress progress) {
        for (int at = 0; at < progress.boxes().size(); at++) {
            if (Codes.says(code, progress.boxes().get(at).waybill())) {
                return at + 1;
            }
        }
        return 1;
    }

    @Override
    public Decision<PackState> onChoice(String option, Lookup lookup) {
        if (!PrintReason.REASONS.contains(option)) {
            return Answers.noSuchChoice(this);
        }
        Parcel labelled = parcel.withLabel();
        Session session =
                before.session().printing(parcel.box().waybill(), labelled.box().labels());
        return Decision.<PackState>did(
                        new Reprint(new ChooseWork(session), labelled, option),
                        Verdict.note("packing.printing-again", labelled.box().labels()),
                        List.of(Labels.sent(labelled, option, lookup)))
                .with(WaybillLabel.print(labelled, labelled.box().labels(), lookup))
                .forGood();
    }

    @Override
    public Decision<PackState> onPrinted(Input.Printed printed, Lookup lookup) {
        if (reason.isEmpty()
                || !printed.job().equals(WaybillLabel.job(parcel, parcel.box().labels()))) {
            return Decision.quiet(this);
        }
        Verdict told = printed.outcome() == Input.Printed.Outcome.CONFIRMED
                ? Verdict.good("packing.label-out")
                : Verdict.warn("packing.label-unknown");
        return Decision.<PackState>did(this, told, List.of(Labels.ended(parcel, reason, printed, lookup)))
                .forGood();
    }

    @Override
    public Decision<PackState> onScan(ScannedCode code, Lookup lookup) {
        return !reason.isEmpty() && Codes.says(code, parcel.box().waybill())
                ? Decision.show(
                        before, Verdict.done("packing.relabelled", parcel.task().order()))
                : Answers.chooseFirst(this);
    }

    @Override
    public Decision<PackState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "packing.back-to-totes") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        Text hint = reason.isEmpty()
                ? Text.of("packing.reprint.hint")
                : Text.of("packing.reprint.scan", parcel.box().waybill());
        return Screen.of(
                        PackingFlow.ID,
                        "packing.reprint",
                        Text.of("packing.reprint", parcel.task().order()),
                        Command.BACK)
                .withHint(hint)
                .withRows(parcel.rows(null, lookup), parcel.summary())
                .withOptions(
                        PrintReason.REASONS.stream().map(PrintReason::option).toList())
                .withForGood();
    }
}
