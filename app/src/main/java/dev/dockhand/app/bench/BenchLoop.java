package dev.dockhand.app.bench;

import dev.dockhand.app.device.BenchDevices;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.LabelEnd;
import dev.dockhand.app.device.LabelJob;
import dev.dockhand.app.device.Weighing;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.station.Health;
import dev.dockhand.station.StationMemory;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bench's own thread: takes what scanners, keys, scale, printer and server say, one thing after the other, and shows
 * what came of it. Nothing that reaches it is dropped; callers never wait.
 */
public final class BenchLoop implements BenchControl, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BenchLoop.class);
    private static final long CLOSE_MILLIS = 5_000;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final List<Consumer<BenchView>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<WindowKey>> keyWatchers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refreshAsked = new AtomicBoolean();
    private final AtomicBoolean lookAsked = new AtomicBoolean();
    private final StationMemory memory;
    private final String station;
    private final BenchDevices devices;
    private final CodeReader codes;
    private final ReadModelLookup lookup;
    private final Bench bench;
    private final Thread thread;
    private volatile ZoneId zone;
    private List<ShipmentTask> lastTasks = List.of();
    private @Nullable CutOff lastCutOff;
    private volatile boolean closing;

    /**
     * A bench that runs until it is closed.
     *
     * @param memory what the station knows and remembers
     * @param flows the jobs
     * @param settings the bench's own settings
     * @param devices scanner, scale and printer
     * @param codes reads scans
     */
    public BenchLoop(
            StationMemory memory,
            Map<FlowId, Flow<?>> flows,
            BenchSettings settings,
            BenchDevices devices,
            CodeReader codes) {
        this.memory = memory;
        this.station = settings.station();
        this.devices = devices;
        this.codes = codes;
        this.lookup = new ReadModelLookup(memory, settings);
        this.bench = new Bench(memory, flows, lookup, new Output());
        this.zone = lookup.warehouse().zone();
        this.thread = Thread.ofPlatform().name("bench").unstarted(this::run);
    }

    /** Starts the thread; called once. */
    public BenchLoop start() {
        devices.onScan(scan -> post(() -> read(scan)));
        devices.onChange(this::look);
        memory.onSync(status -> look());
        memory.onChange(this::changed);
        memory.onWork(this::refresh);
        memory.onRefused(refusal -> input(new Input.NotGranted(refusal)));
        thread.start();
        return this;
    }

    @Override
    public void input(Input input) {
        post(() -> bench.take(input));
    }

    /** Whether the devices may be changed; one word covers ten minutes of changes. */
    public SupervisorApproval deviceChanges() {
        return asker -> post(() -> bench.devices().ask(asker, this::post));
    }

    /** Whether the station may be closed: by a word for this once. */
    public SupervisorApproval closing() {
        return asker -> post(() -> ApprovalRun.ask(memory, lookup, this::post, Text.of("quit.badge"), asker));
    }

    @Override
    public void scanned(String code) {
        post(() -> take(codes.read(null, code, false), WindowKey.of(code)));
    }

    @Override
    public void scanned(DecodedScan scan) {
        post(() -> read(scan));
    }

    @Override
    public void onView(Consumer<BenchView> listener) {
        post(() -> watchers.add(listener));
    }

    @Override
    public void onWindowKey(Consumer<WindowKey> listener) {
        keyWatchers.add(listener);
    }

    /** A late cancel is told at once; of all the rest one refresh is enough, however much has changed. */
    private void changed(Feed.Change change) {
        if (change instanceof Feed.TaskChanged(Shipment task) && task.stage() == TaskStage.CANCELLED) {
            post(() -> bench.take(new Input.Cancelled(task.task())));
            return;
        }
        refresh();
    }

    private void refresh() {
        if (refreshAsked.compareAndSet(false, true)) {
            post(() -> {
                refreshAsked.set(false);
                bench.refresh();
            });
        }
    }

    /** Lamps and the like have changed: one more view is enough, however often that was. */
    private void look() {
        if (lookAsked.compareAndSet(false, true)) {
            post(() -> lookAsked.set(false));
        }
    }

    private void read(DecodedScan decoded) {
        if (decoded.event() instanceof Scan scan && decoded.key().isEmpty() && isRepeat(scan)) {
            bench.readTwice(scan.text());
        } else {
            take(codes.read(decoded), decoded.key());
        }
        devices.answer(decoded.event().device(), !isRefused(bench.verdict()));
    }

    /**
     * A code that the scanner read twice is left out and told. Keys of a keypad are typed as often as they are scanned, units
     * are counted as often, and behind a red verdict every scan is refused aloud.
     */
    private boolean isRepeat(Scan scan) {
        boolean isKey = scan.text().regionMatches(true, 0, Command.PREFIX, 0, Command.PREFIX.length());
        return !bench.mustAnswer()
                && !bench.mayBePin(scan.text())
                && devices.isRepeat(scan, () -> !isKey && bench.screen().counting());
    }

    private static boolean isRefused(@Nullable Verdict verdict) {
        return verdict != null
                && switch (verdict.tone()) {
                    case GOOD, DONE, NOTE -> false;
                    case WARN, STOP, ALARM -> true;
                };
    }

    private void take(ScannedCode code, Optional<WindowKey> asked) {
        WindowKey key = asked.orElse(null);
        // Behind a red verdict a key of the window is refused aloud like any other scan.
        if (key == null || bench.mustAnswer()) {
            bench.take(new Input.Scanned(code));
        } else if (!keyWatchers.isEmpty()) {
            keyWatchers.forEach(watcher -> watcher.accept(key));
        } else if (key instanceof WindowKey.Option(var number)) {
            choose(number);
        } else if (key instanceof WindowKey.Digit(var digit) && bench.screen().keypad() == null) {
            choose(digit);
        }
    }

    private void choose(int digit) {
        Screen screen = bench.screen();
        if (digit >= 1 && digit <= screen.options().size()) {
            bench.take(new Input.Chosen(screen.options().get(digit - 1).id()));
        }
    }

    private void post(Runnable work) {
        queue.add(work);
    }

    private void run() {
        while (!closing) {
            try {
                queue.take().run();
                // Every verdict is shown, so the view is told after each piece of work and not only after the last.
                tell(view());
            } catch (InterruptedException e) {
                LOG.debug("the bench closes");
            } catch (RuntimeException e) {
                LOG.error("the bench goes on after a fault", e);
            }
        }
    }

    /** The time zone of the warehouse. Never blocks. */
    public ZoneId zone() {
        return zone;
    }

    private void tell(BenchView view) {
        for (Consumer<BenchView> watcher : watchers) {
            watcher.accept(view);
        }
    }

    private BenchView view() {
        zone = lookup.warehouse().zone();
        Operator operator = bench.operator();
        return new BenchView(
                bench.screen(),
                bench.verdict(),
                bench.verdicts(),
                bench.mustAnswer(),
                operator == null ? null : operator.name(),
                station,
                bench.flow(),
                memory.sync(),
                devices.lamps(),
                devices.weigher().live(),
                bench.canUndo(),
                bench.devices().until(),
                Stream.concat(notices().stream(), printerNotices().stream()).toList(),
                cutOff());
    }

    /** What people should know of the station itself, beside the job. */
    private List<Text> notices() {
        Health health = memory.health();
        List<Text> notices = new ArrayList<>(bench.left());
        switch (health.room()) {
            case PLENTY -> {}
            case LOW -> notices.add(Text.of("bench.notice.disk-low", health.freeBytes() >> 20));
            case NO_NEW_WORK -> notices.add(Text.of("bench.notice.disk-no-new-work", health.freeBytes() >> 20));
        }
        switch (memory.sync().state()) {
            case IN_STEP, CATCHING_UP, OFFLINE -> {}
            case OTHER_VERSION -> notices.add(Text.of("bench.notice.other-version"));
            case REFUSED -> notices.add(Text.of("bench.notice.refused"));
            case CONFLICT -> notices.add(Text.of("bench.notice.conflict"));
        }
        health.notices().stream()
                .map(notice -> Text.of("bench.notice."
                        + notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .distinct()
                .forEach(notices::add);
        return notices;
    }

    /** Where a label is waited for, what keeps the printer from printing it; it goes by itself. */
    private List<Text> printerNotices() {
        if (!bench.screen().commands().contains(Command.PRINT_AGAIN)) {
            return List.of();
        }
        return devices.lamps().stream()
                .map(DeviceLamp::reason)
                .filter(Objects::nonNull)
                .map(reason -> Text.of("printer.notice." + reason.name()))
                .toList();
    }

    private @Nullable CutOff cutOff() {
        List<ShipmentTask> tasks = memory.view().tasks();
        if (tasks != lastTasks) {
            lastTasks = tasks;
            lastCutOff = cutOff(tasks);
        }
        return lastCutOff;
    }

    private static @Nullable CutOff cutOff(List<ShipmentTask> tasks) {
        if (tasks.isEmpty()) {
            return null;
        }
        ShipmentTask first = tasks.getFirst();
        int sameTruck = (int) tasks.stream()
                .filter(task ->
                        task.carrier().equals(first.carrier()) && task.cutOff().equals(first.cutOff()))
                .count();
        return new CutOff(first.carrier().value(), first.cutOff(), sameTruck);
    }

    /** Stops taking input. What was recorded stays recorded. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Labels and weights, answered through the queue. */
    private final class Output implements Bench.Output, Weighing.Taker {
        @Override
        public void print(Effect.Print label) {
            devices.labels()
                    .print(
                            new LabelJob(label.job(), label.template(), label.data(), label.again()),
                            end -> input(printed(label.job(), end)));
        }

        private static Input printed(String job, LabelEnd end) {
            Input.Printed.Outcome outcome = switch (end.outcome()) {
                case CONFIRMED -> Input.Printed.Outcome.CONFIRMED;
                case UNKNOWN -> Input.Printed.Outcome.UNKNOWN;
                case FAILED -> Input.Printed.Outcome.FAILED;
            };
            return new Input.Printed(
                    job, outcome, end.missing().isEmpty() ? end.proof() : Input.Printed.INCOMPLETE + end.missing());
        }

        @Override
        public void weigh() {
            devices.weigher().capture(this);
        }

        @Override
        public void weighed(Grams grams, String raw, String device) {
            input(new Input.Weighed(grams, raw, device));
        }

        @Override
        public void notWeighed(String reason, boolean passing) {
            input(new Input.NotWeighed(reason, passing));
        }

        @Override
        public void forgetWeight() {
            devices.weigher().forget();
        }
    }
}
