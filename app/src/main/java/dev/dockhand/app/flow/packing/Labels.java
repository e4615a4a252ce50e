package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Input.Printed.Outcome;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.Meaning;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.app.flow.common.Work;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.task.ShipmentTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the first label to the scan that proves it is on the right box. */
final class Labels {

    private static final String SENT = "SENT";
    private static final String SCANNED_BACK = "scan-back";

    private Labels() {}

    /** Prints the first copy, unless the shop called the parcel off in the meantime. */
    static Decision<PackState> first(Parcel parcel, List<Draft> before, Verdict verdict, Lookup lookup) {
        if (Opening.isCalledOff(parcel, lookup)) {
            return PackState.alarm(parcel, before);
        }
        return send(parcel, before, "", verdict, lookup);
    }

    /** Prints one more copy with the same waybill number, for a reason. */
    static Decision<PackState> again(Parcel parcel, String reason, Lookup lookup) {
        Verdict verdict = Verdict.note("packing.printing-again", parcel.box().labels() + 1);
        return send(parcel, List.of(), reason, verdict, lookup);
    }

    /** Notes the copy as sent before the first byte leaves: after a crash in between, nobody prints it by itself. */
    private static Decision<PackState> send(
            Parcel parcel, List<Draft> before, String reason, Verdict verdict, Lookup lookup) {
        Parcel labelled = parcel.withLabel();
        int copy = labelled.box().labels();
        List<Draft> acts = new ArrayList<>(before);
        acts.add(printed(labelled, copy, SENT, "", reason, lookup));
        return Decision.<PackState>did(new Printing(labelled, copy, reason), verdict, acts)
                .with(WaybillLabel.print(labelled, copy, lookup))
                .forGood();
    }

    /** The printer told the end of a copy. */
    static Decision<PackState> ended(
            PackState state, Parcel parcel, int copy, String reason, Input.Printed printed, Lookup lookup) {
        if (!printed.job().equals(WaybillLabel.job(parcel, copy))) {
            return Decision.quiet(state);
        }
        List<Draft> acts = List.of(printed(parcel, copy, printed.outcome().name(), printed.proof(), reason, lookup));
        if (Opening.isCalledOff(parcel, lookup)) {
            return PackState.alarm(parcel, acts).forGood();
        }
        Decision<PackState> decision = printed.outcome() == Outcome.CONFIRMED
                ? Decision.did(new ScanBack(parcel), out(printed), acts)
                : Decision.did(
                        new LabelDoubt(parcel, copy, reason),
                        Verdict.warn(
                                printed.outcome() == Outcome.FAILED ? "packing.label-failed" : "packing.label-unknown"),
                        acts);
        return decision.forGood();
    }

    private static Verdict out(Input.Printed printed) {
        return printed.incomplete().isEmpty()
                ? Verdict.good("packing.label-out")
                : Verdict.warn("packing.label-incomplete", printed.incomplete());
    }

    /** The operator holds the label in hand: the best proof that it came out. */
    static Draft seen(Parcel parcel, int copy, String reason, Lookup lookup) {
        return printed(parcel, copy, Outcome.CONFIRMED.name(), SCANNED_BACK, reason, lookup);
    }

    /** A copy for a parcel that was closed before is on its way. */
    static Draft sent(Parcel parcel, String reason, Lookup lookup) {
        return printed(parcel, parcel.box().labels(), SENT, "", reason, lookup);
    }

    /** The end of such a copy. */
    static Draft ended(Parcel parcel, String reason, Input.Printed printed, Lookup lookup) {
        return printed(parcel, parcel.box().labels(), printed.outcome().name(), printed.proof(), reason, lookup);
    }

    private static Draft printed(Parcel parcel, int copy, String outcome, String proof, String reason, Lookup lookup) {
        Act act = new Act.LabelPrinted(parcel.at(), parcel.box().waybill(), copy, outcome, proof, reason);
        return Drafts.of(lookup, parcel.task(), act);
    }

    /** While a label is on its way or on the box, it can be printed again, and the box can wait. */
    static Decision<PackState> key(PackState state, Parcel parcel, Command command) {
        return switch (command) {
            case PRINT_AGAIN -> Answers.note(new PrintReason(state, parcel), "packing.why-again");
            case BACK -> Packs.setAside(parcel);
            default -> Answers.noSuchKey(state);
        };
    }

    /** A scan on the box: the right waybill closes the parcel, a wrong one stops. */
    static Decision<PackState> scanned(
            PackState state, Parcel parcel, List<Draft> before, ScannedCode code, Lookup lookup) {
        if (Codes.says(code, parcel.box().waybill())) {
            return parcel.at() < parcel.count()
                    ? first(
                            parcel.at(parcel.at() + 1),
                            before,
                            Verdict.good("packing.box-labelled", parcel.at(), parcel.count()),
                            lookup)
                    : Packs.close(parcel, before, lookup);
        }
        if (parcel.waybills().stream().anyMatch(other -> Codes.says(code, other))) {
            return Answers.stop(
                    state,
                    "packing.label-of-other-box",
                    parcel.at(),
                    parcel.box().waybill());
        }
        Optional<ShipmentTask> other = lookup.tasks().stream()
                .filter(task -> Work.carries(code, task, lookup))
                .findFirst();
        if (other.isPresent()) {
            return Answers.stop(
                    state,
                    "packing.label-of-other",
                    other.get().order(),
                    parcel.box().waybill());
        }
        Optional<Text> meaning = Meaning.of(code, lookup);
        return meaning.isPresent()
                ? Answers.warn(
                        state,
                        "common.means",
                        meaning.get(),
                        Text.of("packing.label-wanted", parcel.box().waybill()))
                : Answers.stop(
                        state,
                        "packing.wrong-label",
                        Shown.of(code),
                        parcel.box().waybill());
    }
}
