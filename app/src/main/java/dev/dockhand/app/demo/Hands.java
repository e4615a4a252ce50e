package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.ShiftResult.Good;
import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.model.measure.Grams;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operator's hands and eyes: acts on the devices and keys of a bench, and waits for what the bench says to it. */
final class Hands {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GLANCE_NANOS = 10_000_000;

    private final BlockingQueue<BenchView> views = new LinkedBlockingQueue<>();
    private final BenchControl control;
    private final VirtualBench bench;
    private final Consumer<BenchView> seen;
    private final List<Good> goods = new ArrayList<>();
    private final List<Long> scanNanos = new ArrayList<>();
    private @Nullable BenchView last;

    Hands(BenchControl control, VirtualBench bench, Consumer<BenchView> seen) {
        this.control = control;
        this.bench = bench;
        this.seen = seen;
        control.onView(views::add);
    }

    /** What the bench shows now. */
    BenchView view() throws InterruptedException {
        BenchView next = last == null ? take(PATIENCE) : views.poll();
        while (next != null) {
            look(next);
            next = views.poll();
        }
        BenchView now = last;
        if (now == null) {
            throw new ShiftStuckException("the bench shows nothing");
        }
        return now;
    }

    private @Nullable BenchView take(Duration patience) throws InterruptedException {
        return views.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(BenchView view) {
        Verdict verdict = view.verdict();
        boolean fresh = last == null || view.verdictNumber() != last.verdictNumber();
        if (verdict != null && fresh && isGood(verdict)) {
            goods.add(new Good(
                    view.verdictNumber(), verdict.text().key(), view.screen().step()));
        }
        last = view;
        seen.accept(view);
    }

    private static boolean isGood(Verdict verdict) {
        return verdict.tone() == Verdict.Tone.GOOD || verdict.tone() == Verdict.Tone.DONE;
    }

    /** Waits until the bench shows something. */
    BenchView await(String what, Duration patience, Predicate<BenchView> until) throws InterruptedException {
        BenchView now = view();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!until.test(now)) {
            long left = deadline - System.nanoTime();
            BenchView next = left <= 0 ? null : take(Duration.ofNanos(left));
            if (next == null) {
                throw new ShiftStuckException("waited for %s at step %s, last verdict %s"
                        .formatted(what, now.screen().step(), now.verdict()));
            }
            look(next);
            now = next;
        }
        return now;
    }

    /** Does what is wished, and waits for the verdict. */
    BenchView grant(Wish wish) throws InterruptedException {
        return switch (wish) {
            case Wish.Scan(var kind, var code, var name, var item) ->
                kind == Wish.Kind.WAYBILL ? scanLabel(code) : scan(code);
            case Wish.Put(var grams) -> weigh(grams);
            case Wish.Press(var command) -> press(command);
            case Wish.Type(var text) -> input(new Input.Entered(text));
            case Wish.Choose(var option) -> input(new Input.Chosen(option));
            case Wish.Wait() -> throw new ShiftStuckException("nobody told for what to wait");
            case Wish.Decide() ->
                throw new ShiftStuckException(
                        "nothing can be done at step " + view().screen().step());
        };
    }

    BenchView press(Command command) throws InterruptedException {
        return input(new Input.Pressed(command));
    }

    /** Goes to a job by its barcode, as if it was typed from the sheet. */
    BenchView open(JobDefinition job) throws InterruptedException {
        long before = view().verdictNumber();
        control.scanned(job.barcode());
        return verdictAfter(before, "the verdict on " + job.barcode());
    }

    /** Does a job until its first step offers nothing more. */
    void workOff(JobDefinition job, String first, Wishes wishes) throws InterruptedException {
        BenchView view = open(job);
        while (!view.screen().step().equals(first) || !view.screen().options().isEmpty()) {
            view = grant(wishes.of(view));
        }
    }

    BenchView input(Input input) throws InterruptedException {
        long before = view().verdictNumber();
        control.input(input);
        return verdictAfter(before, "the verdict on " + input.getClass().getSimpleName());
    }

    BenchView scan(String code) throws InterruptedException {
        long before = view().verdictNumber();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!bench.scanner().isConnected()) {
            if (System.nanoTime() - deadline > 0) {
                throw new ShiftStuckException("no station listens to the scanner");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        long start = System.nanoTime();
        if (!bench.scan(code)) {
            throw new ShiftStuckException("the scanner lost a scan");
        }
        BenchView after = verdictAfter(before, "the verdict on a scan");
        scanNanos.add(System.nanoTime() - start);
        return after;
    }

    /** Reads the barcode from the label itself, once it is out of the printer. */
    private BenchView scanLabel(String waybill) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!hasLabel(waybill)) {
            if (System.nanoTime() - deadline > 0) {
                throw new ShiftStuckException("no readable label of the parcel came out");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return scan(waybill);
    }

    /** Whether a whole label with this barcode came out. */
    boolean hasLabel(String code) {
        return bench.labels().stream().anyMatch(label -> label.isGood() && code.equals(label.code()));
    }

    /** Empties the pan, puts the parcel on it, and takes it off when the weight was taken. */
    BenchView weigh(Grams grams) throws InterruptedException {
        bench.pan().load(0);
        long before =
                await("the empty pan", PATIENCE, view -> isEmpty(view.weight())).verdictNumber();
        bench.pan().load(grams.value().setScale(0, RoundingMode.HALF_UP));
        BenchView after = verdictAfter(before, "the weight");
        bench.pan().load(0);
        return after;
    }

    private static boolean isEmpty(@Nullable LiveWeight weight) {
        return weight != null
                && (weight.state().equals("ZERO") || weight.state().equals("STABLE"))
                && (weight.value() == null || weight.value().compareTo(BigDecimal.ZERO) == 0);
    }

    /** Waits for a verdict that nobody's hand brings about, and that came after this view. */
    BenchView after(BenchView view, String what) throws InterruptedException {
        return verdictAfter(view.verdictNumber(), what);
    }

    private BenchView verdictAfter(long before, String what) throws InterruptedException {
        return await(what, PATIENCE, view -> view.verdictNumber() > before);
    }

    /** Waits while looking at the bench. */
    void pause(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            BenchView next = take(Duration.ofNanos(left));
            if (next != null) {
                look(next);
            }
        }
    }

    List<Good> goods() {
        return List.copyOf(goods);
    }

    List<Long> scanNanos() {
        return List.copyOf(scanNanos);
    }
}
