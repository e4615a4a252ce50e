package dev.dockhand.app.proof;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.script.Deed;
import dev.dockhand.app.flow.script.ScriptedOperator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who does what the station asks for, with a scanner, a scale and a printer that speak bytes. */
public final class Worker {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<BenchView> views = new LinkedBlockingQueue<>();
    private final BenchControl door;
    private final Hands hands;
    private final AtomicInteger number = new AtomicInteger();
    private final String totes;
    private ScriptedOperator operator;
    private @Nullable BenchView last;

    /** Picks what there is, then packs it. */
    Worker(BenchControl door, Hands hands, String totes) {
        this(door, hands, totes, List.of(PickingFlow.ID, PackingFlow.ID));
    }

    /**
     * Somebody with a plan.
     *
     * @param totes name of this worker's totes
     * @param plan jobs, each done to its end
     */
    Worker(BenchControl door, Hands hands, String totes, List<FlowId> plan) {
        this.door = door;
        this.hands = hands;
        this.totes = totes;
        this.operator = operator(plan);
        door.onView(views::add);
    }

    private ScriptedOperator operator(List<FlowId> plan) {
        return new ScriptedOperator(
                GeneratedShop.BADGE,
                GeneratedShop.PIN,
                plan,
                () -> totes + "-" + String.format(Locale.ROOT, "%03d", number.incrementAndGet()),
                waybill -> sees(waybill.value()));
    }

    /** From now on these jobs are to be done. */
    void plan(List<FlowId> plan) {
        operator = operator(plan);
    }

    private boolean sees(String waybill) {
        try {
            return hands.hasLabel(waybill);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Works until something is seen, or nothing is left to do. */
    public void work(Predicate<BenchView> until) throws InterruptedException {
        BenchView view = view();
        while (!until.test(view)) {
            Deed deed = operator.next(view.screen(), view.mustAnswer());
            if (deed instanceof Deed.Rest) {
                return;
            }
            view = act(deed, view);
        }
    }

    /** Works until a step is on the screen. */
    BenchView workTo(String step) throws InterruptedException {
        work(view -> view.screen().step().equals(step));
        return await(view -> view.screen().step().equals(step), step);
    }

    /** Scans exactly this, whatever the screen asks for, and waits for the answer. */
    BenchView scanRaw(String text) throws InterruptedException {
        long before = view().verdictNumber();
        hands.scan(text);
        return await(view -> view.verdictNumber() > before, "an answer to a scan");
    }

    /** Does one thing; false when nothing is left to do. */
    boolean step() throws InterruptedException {
        BenchView view = view();
        Deed deed = operator.next(view.screen(), view.mustAnswer());
        if (deed instanceof Deed.Rest) {
            return false;
        }
        act(deed, view);
        return true;
    }

    /** Works until nothing is left to do. */
    public void work() throws InterruptedException {
        work(view -> false);
    }

    private BenchView act(Deed deed, BenchView before) throws InterruptedException {
        switch (deed) {
            case Deed.Scan(var text) -> scan(text);
            case Deed.Press(var command) -> press(command);
            case Deed.Type(var text) -> door.input(new Input.Entered(text));
            case Deed.Choose(var option) -> door.input(new Input.Chosen(option));
            case Deed.PutOnScale(var grams) -> {
                hands.load(BigDecimal.ZERO);
                await(view -> isEmpty(view.weight()), "the empty pan");
                hands.load(grams.value().setScale(0, RoundingMode.HALF_UP));
            }
            case Deed.Wait w -> {}
            case Deed.Rest r -> {}
        }
        BenchView after = await(
                view -> view.verdictNumber() > before.verdictNumber()
                        || !view.screen().equals(before.screen()),
                deed.toString());
        if (deed instanceof Deed.PutOnScale) {
            hands.load(BigDecimal.ZERO);
        }
        return after;
    }

    /** Commands are scanned too, as a person with no hand free does. */
    private void press(Command command) throws InterruptedException {
        scan(command.barcode());
    }

    private void scan(String text) throws InterruptedException {
        hands.scan(code(text));
    }

    /** What the scanner sends for a barcode: an EAN-13 with its symbology identifier, the rest as it is. */
    static String code(String text) {
        return text.length() == 14 && text.startsWith("0") ? "]E0" + text.substring(1) : text;
    }

    private static boolean isEmpty(@Nullable LiveWeight weight) {
        return weight != null
                && (weight.state().equals("ZERO") || weight.state().equals("STABLE"))
                && (weight.value() == null || weight.value().compareTo(BigDecimal.ZERO) == 0);
    }

    /** What the bench shows now. */
    public BenchView view() throws InterruptedException {
        return await(view -> views.isEmpty(), "a view");
    }

    /** Waits until something is seen. */
    public BenchView await(Predicate<BenchView> until, String what) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            BenchView now = last;
            if (now != null && until.test(now)) {
                return now;
            }
            BenchView next = views.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("waited for %s at %s"
                        .formatted(what, now == null ? "nothing" : now.screen().step() + ", told " + now.verdict()));
            }
            last = next;
        }
    }
}
