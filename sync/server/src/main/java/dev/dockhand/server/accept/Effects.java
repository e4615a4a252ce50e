package dev.dockhand.server.accept;

import dev.dockhand.model.event.Movement;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.inbound.Asns;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.release.Works;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes what was decided on a push: work, notices, labels, then stock. */
final class Effects {

    private final Works works;
    private final WaybillPool waybills;
    private final Ledger ledger;
    private final Exceptions exceptions;

    Effects(Works works, WaybillPool waybills, Ledger ledger, Exceptions exceptions) {
        this.works = works;
        this.waybills = waybills;
        this.ledger = ledger;
        this.exceptions = exceptions;
    }

    /** What a push did to one warehouse, within one transaction. */
    record Scene(Tx tx, Instant now) {}

    /**
     * Writes everything but the events themselves and stock.
     *
     * @param before the work as it was loaded
     * @param world the world after the last event
     * @return what is to be done to stock
     */
    Posting write(Scene scene, List<Work> before, World world, List<Decided> decided) {
        Posting posting = new Posting();
        List<Works.Change> changes = new ArrayList<>();
        for (Work work : before) {
            Work after = world.work(work.task()).orElse(work);
            changes.add(new Works.Change(work, after));
            if (work.waits() && !after.waits()) {
                exceptions.resolve(
                        scene.tx(),
                        ExceptionKind.CANNOT_ALLOCATE,
                        List.of(work.order().value()),
                        "the parcel does not wait any more");
            }
        }
        works.save(scene.tx(), posting, changes);
        Map<AsnId, Set<Integer>> touched = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        Plates plates = new Plates();
        Parcels parcels = new Parcels(waybills);
        for (Decided one : decided) {
            for (Outcome outcome : one.decision().outcomes()) {
                switch (outcome) {
                    case Outcome.Received received ->
                        touched.computeIfAbsent(received.asn(), asn -> new TreeSet<>())
                                .add(received.line());
                    case Outcome.ReceiptSet set -> touched.computeIfAbsent(set.asn(), asn -> new TreeSet<>());
                    case Outcome.PlateMade made -> plates.made(made, one.event().id());
                    case Outcome.PlatePut put -> plates.put(put);
                    case Outcome.WaybillBound bound -> bound(scene, one, bound);
                    case Outcome.WaybillReturned back ->
                        waybills.named().giveBack(scene.tx(), back.waybill(), back.shipment());
                    case Outcome.BoxWeighed weighed -> parcels.weighed(weighed);
                    case Outcome.Shipped shipped ->
                        parcels.closed(shipped, one.event().id());
                    case Outcome.Unshipped unshipped -> parcels.opened(unshipped.shipment());
                    case Outcome.LabelLogged label -> parcels.printed(one, label);
                    case Outcome.Undone ignored -> {}
                    case Outcome.LineDone ignored -> {}
                    case Outcome.LineLost ignored -> {}
                    case Outcome.StageSet ignored -> {}
                    case Outcome.ToteUsed ignored -> {}
                    case Outcome.CancelAnswered ignored -> {}
                    case Outcome.Raised ignored -> {}
                }
            }
            move(one, posting);
        }
        plates.save(scene);
        parcels.save(scene);
        touched.forEach((number, lines) -> world.notice(number)
                .ifPresent(notice -> Asns.received(scene.tx(), number, notice.received(lines), notice.closed())));
        return posting;
    }

    /**
     * Writes what is done to stock: as late as possible, since everybody waits for the balances that it locks.
     *
     * @return whether there is more that can be promised
     */
    boolean post(Scene scene, Posting posting) {
        return !ledger.post(scene.tx(), posting, scene.now()).isEmpty();
    }

    private static void move(Decided one, Posting posting) {
        if (!one.decision().moves(one.event())) {
            return;
        }
        Posting.Cause cause = Posting.Cause.of(one.event());
        for (Movement movement : one.event().movements()) {
            posting.move(cause, movement);
        }
    }

    private void bound(Scene scene, Decided one, Outcome.WaybillBound bound) {
        if (!waybills.named()
                .claim(
                        scene.tx(),
                        bound.waybill(),
                        bound.shipment(),
                        bound.box(),
                        one.event().station())) {
            exceptions.raise(
                    scene.tx(),
                    new ExceptionDraft(
                            ExceptionKind.UNKNOWN_REFERENCE,
                            bound.shipment().value(),
                            one.event().station(),
                            one.event().id(),
                            "its box carries waybill %s, which another shipment got meanwhile"
                                    .formatted(bound.waybill())));
        }
    }
}
