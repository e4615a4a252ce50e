package dev.dockhand.app.flow.undo;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Acts that were done together and are taken back together. */
public final class TakenBack {

    private TakenBack() {}

    /**
     * The answer once they are taken back: it names them, and what people must do by hand.
     *
     * @param acts what was done, in order; at least one
     */
    public static Verdict verdict(List<Draft> acts, Lookup lookup) {
        Text done = Text.of("undo.done", words(acts, lookup));
        return plates(acts).isEmpty()
                ? new Verdict(Verdict.Tone.NOTE, done)
                : Verdict.warn("undo.destroy-label", done, plates(acts).getFirst());
    }

    private static List<Identifier> plates(List<Draft> acts) {
        return acts.stream()
                .map(Draft::act)
                .filter(Act.GoodsReceived.class::isInstance)
                .<Identifier>map(act -> ((Act.GoodsReceived) act).plate())
                .toList();
    }

    /** What was done, as one text. */
    static Text words(List<Draft> acts, Lookup lookup) {
        return acts.stream()
                .map(act -> words(act, lookup))
                .reduce((first, second) -> Text.of("undo.and", first, second))
                .orElseThrow();
    }

    private static Text words(Draft draft, Lookup lookup) {
        return switch (draft.act()) {
            case Act.GoodsReceived act ->
                Text.of("undo.goods-received", act.quantity(), item(act.item(), lookup), act.plate());
            case Act.ReceiptClosed act -> Text.of("undo.receipt-closed", act.asn());
            case Act.PutAway act -> putAway(draft, act, lookup);
            case Act.PutBack act ->
                Text.of("undo.put-back", act.quantity(), item(act.item(), lookup), act.location(), act.tote());
            case Act.Picked act ->
                Text.of("undo.picked", act.quantity(), item(act.item(), lookup), act.location(), act.tote());
            case Act.PickShorted act ->
                Text.of("undo.pick-shorted", act.missing(), item(act.item(), lookup), act.location());
            case Act.PickFinished act -> Text.of("undo.pick-finished", order(draft, lookup), act.tote());
            case Act.BoxBegun act -> Text.of("undo.box-begun", act.box(), order(draft, lookup));
            case Act.ItemPacked act ->
                Text.of("undo.item-packed", act.quantity(), item(act.item(), lookup), order(draft, lookup));
            case Act.PackShorted act -> Text.of("undo.pack-shorted", act.quantity(), item(act.item(), lookup));
            case Act.ParcelWeighed act -> Text.of("undo.parcel-weighed", act.grams(), order(draft, lookup));
            case Act.LabelPrinted act -> Text.of("undo.label-printed", act.waybill());
            case Act.ShipmentPacked act -> Text.of("undo.shipment-packed", act.order());
            case Act.CancelSeen _ -> Text.of("undo.cancel-seen", order(draft, lookup));
            case Act.SessionAct _ -> Text.of("undo.signing");
            case Act.ActUndone _ -> Text.of("undo.undoing");
        };
    }

    private static Object item(ItemId item, Lookup lookup) {
        return Shown.item(item, lookup);
    }

    private static Text putAway(Draft draft, Act.PutAway act, Lookup lookup) {
        return draft.movements().stream()
                .findFirst()
                .map((Movement moved) -> Text.of(
                        "undo.put-away", moved.quantity(), item(moved.item(), lookup), act.location(), act.plate()))
                .orElseGet(() -> Text.of("undo.plate-put-away", act.plate(), act.location()));
    }

    private static Object order(Draft draft, Lookup lookup) {
        TaskId task = Objects.requireNonNull(draft.task(), "work without a lease has no order");
        return lookup.task(task).<Object>map(ShipmentTask::order).orElse(task);
    }

    /**
     * The piece of work that the acts belong to, where it is not the one in hand: then nobody takes them back without being
     * asked.
     *
     * @param inHand the order's task, notice or plate in hand; absent between two
     */
    public static Optional<Identifier> elsewhere(List<Draft> acts, @Nullable Identifier inHand) {
        return acts.stream()
                .flatMap(act -> Optional.ofNullable(piece(act)).stream())
                .findFirst()
                .filter(piece -> !piece.equals(inHand));
    }

    private static @Nullable Identifier piece(Draft draft) {
        if (draft.task() != null) {
            return draft.task();
        }
        return switch (draft.act()) {
            case Act.GoodsReceived act -> act.asn();
            case Act.PutAway act -> act.plate();
            case Act.PutBack act -> act.tote();
            case Act.ReceiptClosed _, Act.SessionAct _, Act.PickingAct _, Act.PackingAct _, Act.ActUndone _ -> null;
        };
    }

    /** Why the acts cannot be taken back here any more, because somebody went on from them; absent while they can. */
    public static Optional<Verdict> tooLate(List<Draft> acts, Lookup lookup) {
        return acts.stream()
                .flatMap(act -> tooLate(act, lookup).stream())
                .findFirst()
                .map(why -> new Verdict(Verdict.Tone.WARN, why));
    }

    private static Optional<Text> tooLate(Draft draft, Lookup lookup) {
        if (draft.task() != null) {
            return isOurs(draft, lookup)
                    ? Optional.empty()
                    : Optional.of(Text.of("undo.taken-away", order(draft, lookup)));
        }
        if (!(draft.act() instanceof Act.GoodsReceived received)) {
            return Optional.empty();
        }
        if (lookup.asn(received.asn()).filter(Asn::closed).isPresent()) {
            return Optional.of(Text.of("undo.receipt-is-closed", received.plate(), received.asn()));
        }
        return lookup.plate(received.plate()).isPresent()
                ? Optional.empty()
                : Optional.of(Text.of("undo.plate-is-gone", received.plate()));
    }

    private static boolean isOurs(Draft draft, Lookup lookup) {
        TaskId task = Objects.requireNonNull(draft.task());
        return lookup.task(task)
                .filter(held -> Objects.equals(held.lease().token(), draft.leaseToken()))
                .isPresent();
    }
}
