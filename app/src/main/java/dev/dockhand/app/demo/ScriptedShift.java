package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.ShiftPlan.Incident;
import dev.dockhand.app.demo.ShiftPlan.Surroundings;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.packing.PackingJob;
import dev.dockhand.app.flow.picking.PickingJob;
import dev.dockhand.app.flow.putaway.PutawayJob;
import dev.dockhand.app.flow.putback.PutBackJob;
import dev.dockhand.app.flow.receiving.ReceivingJob;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.SyncStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator who works a shift on a real bench: scans as bytes, weights on the pan, keys by touch, and nothing that a
 * person could not do. Runs in the thread that calls it.
 */
public final class ScriptedShift {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptedShift.class);
    private static final Duration WORK_PATIENCE = Duration.ofSeconds(60);

    private final Hands hands;
    private final Wishes wishes;
    private final Mishaps mishaps;
    private final Surroundings around;
    private final List<ShiftResult.Parcel> parcels = new ArrayList<>();
    private final List<OrderId> cancelled = new ArrayList<>();
    private final List<Long> labelNanos = new ArrayList<>();
    private final Set<Incident> open = EnumSet.noneOf(Incident.class);
    private final Set<Incident> happened = EnumSet.noneOf(Incident.class);

    /**
     * An operator at a bench.
     *
     * @param control the bench
     * @param bench the virtual devices that it is connected to
     * @param memory what the station knows, for what is printed on goods
     * @param around what happens around the bench
     */
    public ScriptedShift(BenchControl control, VirtualBench bench, Supplier<ReadModel> memory, Surroundings around) {
        this.around = around;
        this.hands = new Hands(control, bench, around::seen);
        this.wishes = new Wishes(memory, List.of());
        this.mishaps = new Mishaps(hands, bench, memory, around);
    }

    /**
     * Works the shift to its end.
     *
     * @throws ShiftStuckException when the bench does not say what it should
     * @throws IOException when the shop could not call an order off
     */
    public ShiftResult run(ShiftPlan plan) throws InterruptedException, IOException {
        open.addAll(plan.incidents());
        signIn(plan);
        for (int i = 0; i < plan.notices(); i++) {
            receive();
            hands.workOff(new PutawayJob(), "putaway.scan-plate", wishes);
        }
        work(plan);
        around.plugCable();
        hands.workOff(new PutBackJob(), "putback.scan-tote", wishes);
        LOG.info("the shift ends: {} parcels, {} called off", parcels.size(), cancelled.size());
        return new ShiftResult(hands.goods(), parcels, cancelled, happened, hands.scanNanos(), labelNanos);
    }

    private void signIn(ShiftPlan plan) throws InterruptedException {
        if (hands.view().operatorName() == null) {
            hands.scan(plan.badge());
            hands.grant(new Wish.Type(plan.pin()));
            hands.await("the menu", WORK_PATIENCE, view -> view.operatorName() != null);
        }
    }

    /** Receives the first open notice to its end. */
    private void receive() throws InterruptedException {
        BenchView view = hands.open(new ReceivingJob());
        boolean closed = false;
        while (!closed) {
            String step = view.screen().step();
            if (step.equals("receiving.count") && take(Incident.DAMAGED, mishaps.canBeDamaged(view))) {
                view = mishaps.damaged();
            } else if (step.equals("receiving.quantity") && take(Incident.OVER, true)) {
                view = mishaps.over(view);
            } else {
                view = hands.grant(wishes.of(view));
            }
            closed = says(view, "receiving.closed");
        }
    }

    private void work(ShiftPlan plan) throws InterruptedException, IOException {
        boolean cablePending = plan.incidents().contains(Incident.CABLE);
        while (parcels.size() < plan.orders()) {
            if (cablePending && take(Incident.CABLE, parcels.size() * 3 >= plan.orders())) {
                around.pullCable();
            }
            if (cablePending && happened.contains(Incident.CABLE) && parcels.size() * 3 >= plan.orders() * 2) {
                around.plugCable();
                cablePending = false;
            }
            int wanted = Math.min(plan.batch(), plan.orders() - parcels.size());
            pick(wanted);
            pack(wanted);
        }
    }

    /** Picks some orders, each into its own tote. */
    private void pick(int orders) throws InterruptedException {
        BenchView view = hands.open(new PickingJob());
        int finished = 0;
        while (finished < orders) {
            String step = view.screen().step();
            if (step.equals("picking.no-work")) {
                view = wantWork();
            } else if (step.equals("picking.take") && take(Incident.SHORT, mishaps.canBeShort(view))) {
                view = mishaps.shorted();
            } else if (step.equals("picking.take") && take(Incident.UNDO, says(view, "picking.taken"))) {
                view = hands.press(Command.UNDO);
            } else {
                view = hands.grant(wishes.of(view));
            }
            if (says(view, "picking.finished") || says(view, "picking.all-short")) {
                finished++;
            }
        }
    }

    private BenchView wantWork() throws InterruptedException {
        hands.press(Command.CONFIRM);
        return hands.await("work", WORK_PATIENCE, view -> !view.screen().step().equals("picking.no-work"));
    }

    /** Packs some orders that were picked. */
    private void pack(int orders) throws InterruptedException, IOException {
        BenchView view = hands.open(new PackingJob());
        for (int i = 0; i < orders; i++) {
            if (view.screen().step().equals("packing.choose-work")
                    && view.screen().options().isEmpty()) {
                return;
            }
            view = packOne(view);
        }
    }

    private BenchView packOne(BenchView first) throws InterruptedException, IOException {
        BenchView view = first;
        while (true) {
            if (view.screen().step().equals("packing.scan-item")
                    && !view.sync().state().equals(SyncStatus.State.OFFLINE)
                    && take(Incident.LATE_CANCEL, parcels.size() > 1 && !happened.contains(Incident.CABLE))) {
                OrderId order = Wishes.order(view.screen()).orElseThrow();
                cancelled.add(order);
                return mishaps.calledOff(order);
            }
            view = packStep(view);
            if (says(view, "packing.closed")) {
                return view;
            }
        }
    }

    private BenchView packStep(BenchView view) throws InterruptedException {
        return switch (view.screen().step()) {
            case "packing.choose-work" ->
                take(Incident.SHARED_NUMBER, mishaps.hasSharedNumber(view))
                        ? mishaps.sharedNumber(view)
                        : hands.grant(wishes.of(view));
            case "packing.scan-item" -> packUnit(view);
            case "packing.weigh" -> weigh(view);
            case "packing.take-label" -> awaitLabel(view);
            case "packing.is-label-there" -> mishaps.isLabelThere(view);
            case "packing.scan-label" -> close(view);
            default -> hands.grant(wishes.of(view));
        };
    }

    private BenchView packUnit(BenchView view) throws InterruptedException {
        if (take(Incident.SHARED_CODE, mishaps.hasSharedCode(view))) {
            return mishaps.sharedCode(wishes.of(view));
        }
        return take(Incident.WRONG_ITEM, true) ? mishaps.wrongItem(view) : hands.grant(wishes.of(view));
    }

    private BenchView weigh(BenchView view) throws InterruptedException {
        if (take(Incident.TOO_HEAVY, true)) {
            return mishaps.tooHeavy(wishes.of(view));
        }
        if (take(Incident.PAPER_OUT, true)) {
            mishaps.noPaper();
        }
        return hands.grant(wishes.of(view));
    }

    private BenchView awaitLabel(BenchView before) throws InterruptedException {
        long start = System.nanoTime();
        boolean paper = mishaps.hasPaper();
        mishaps.putPaperIn();
        BenchView view = hands.after(before, "the label");
        if (paper) {
            labelNanos.add(System.nanoTime() - start);
        }
        return view;
    }

    private BenchView close(BenchView view) throws InterruptedException {
        Wish wish = wishes.of(view);
        OrderId order = Wishes.order(view.screen()).orElseThrow();
        BenchView after = hands.grant(wish);
        if (says(after, "packing.closed") && wish instanceof Wish.Scan scan) {
            parcels.add(new ShiftResult.Parcel(order, new WaybillNumber(scan.code())));
        }
        return after;
    }

    /** Whether an incident that is still to happen happens now. */
    private boolean take(Incident incident, boolean possible) {
        if (!possible || !open.remove(incident)) {
            return false;
        }
        happened.add(incident);
        LOG.info("incident: {}", incident);
        return true;
    }

    private static boolean says(BenchView view, String key) {
        return view.verdict() != null && view.verdict().text().key().startsWith(key);
    }
}
