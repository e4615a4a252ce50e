package dev.dockhand.app.ui;

import static org.awaitility.Awaitility.await;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchLoop;
import dev.dockhand.app.bench.BenchSettings;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.CodeReader;
import dev.dockhand.app.bench.FloorMemory;
import dev.dockhand.app.bench.PlateNumbers;
import dev.dockhand.app.device.BenchDevices;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.LabelEnd;
import dev.dockhand.app.device.LabelJob;
import dev.dockhand.app.device.LabelPrinting;
import dev.dockhand.app.device.LiveWeight;
import dev.dockhand.app.device.Weighing;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.labels.LabelsFlow;
import dev.dockhand.app.flow.menu.MenuFlow;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.putback.PutBackFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.app.flow.signin.SignInFlow;
import dev.dockhand.app.ui.about.About;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.app.ui.window.StationWindow;
import dev.dockhand.app.ui.work.ItemPictures;
import dev.dockhand.hardware.gs1.ApplicationIdentifiers;
import dev.dockhand.hardware.gs1.Gs1Reader;
import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.scan.Scan;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.measure.Grams;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole bench with its window and all real jobs on a sample floor, one input after the other: its own time, a printer that
 * sometimes fails, and a record of what was done for good.
 */
final class MonkeyBench implements AutoCloseable {

    static final String PIN = "735192";
    static final String SUPERVISOR_PIN = "918273";
    static final String BADGE = SampleShop.BADGE;
    static final String SUPERVISOR = "OP-1007";

    final SampleDevices devices = new SampleDevices();
    final StationWindow window;
    final Floor floor;
    private final Counted control = new Counted();
    private final BenchLoop loop;
    private final AtomicLong posted = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final AtomicReference<@Nullable BenchView> view = new AtomicReference<>();
    private final AtomicReference<@Nullable ForGood> forGood = new AtomicReference<>();
    private final AtomicReference<Weighing.@Nullable Taker> scale = new AtomicReference<>();
    private final Random random;
    private volatile Instant now = SampleViews.NOW;
    private long scans;

    /**
     * Something was done that nobody can take back.
     *
     * @param flow in which job
     * @param step at which step
     * @param input by what
     */
    record ForGood(FlowId flow, String step, Input input) {}

    MonkeyBench(Locale language, double width, double height, Random random) {
        this.random = random;
        floor = new SampleShop(language).busyFloor().with(BenchRules.USUAL);
        floor.with(person("op-1", BADGE, PIN, Operator.Role.PICKER));
        floor.with(person("op-7", SUPERVISOR, SUPERVISOR_PIN, Operator.Role.SUPERVISOR));
        FloorMemory memory = new FloorMemory(floor);
        BenchSettings settings = new BenchSettings("Station 04", new PlateNumbers(4, 2), floor.rules(), () -> now);
        CodeReader codes = new CodeReader(
                new Gs1Reader(ApplicationIdentifiers.load(), InstantSource.fixed(SampleViews.NOW)),
                code -> !memory.itemsByBarcode(code).isEmpty());
        loop = new BenchLoop(
                memory,
                Stream.of(
                                new SignInFlow(),
                                new MenuFlow(),
                                new ReceivingFlow(),
                                new PutawayFlow(),
                                new PickingFlow(),
                                new PackingFlow(),
                                new PutBackFlow(),
                                new LabelsFlow())
                        .<Flow<?>>map(flow -> watched(flow))
                        .collect(Collectors.toMap(Flow::id, Function.identity())),
                settings,
                new Devices(),
                codes);
        loop.start();
        control.onView(shown -> {
            view.set(shown);
            told.incrementAndGet();
        });
        window = OnScreen.get(() -> {
            StationWindow opened = new StationWindow(new StationWindow.Parts(
                    control,
                    devices,
                    devices,
                    new WindowSettings(language, false, true, WindowSettings.USUAL_DPI),
                    kept -> {},
                    new About("0", "/var/lib/dockhand", "https://dockhand.example", "Java"),
                    Sounds.NONE,
                    ItemPictures.atOnce(new SamplePictures()),
                    () -> now,
                    () -> ZoneId.of("Asia/Seoul")));
            opened.size(width, height);
            return opened;
        });
        settle();
    }

    private static Operator person(String id, String badge, String pin, Operator.Role role) {
        return new Operator(
                new OperatorId(id), id, badge, PinHash.of(pin, FloorMemory.PEPPER, new Random(1)), role, true);
    }

    private <S> Flow<S> watched(Flow<S> flow) {
        return new Flow<>() {
            @Override
            public FlowId id() {
                return flow.id();
            }

            @Override
            public S start(Lookup lookup) {
                return flow.start(lookup);
            }

            @Override
            public Decision<S> on(S state, Input input, Lookup lookup) {
                Decision<S> decision = flow.on(state, input, lookup);
                if (decision.undo() == Decision.Undo.BARRIER && !decision.acts().isEmpty()) {
                    forGood.set(
                            new ForGood(flow.id(), flow.screen(state, lookup).step(), input));
                }
                return decision;
            }

            @Override
            public @Nullable Identifier piece(S state) {
                return flow.piece(state);
            }

            @Override
            public Screen screen(S state, Lookup lookup) {
                return flow.screen(state, lookup);
            }
        };
    }

    BenchControl control() {
        return control;
    }

    BenchView view() {
        BenchView latest = view.get();
        if (latest == null) {
            throw new AssertionError("the bench has not spoken");
        }
        return latest;
    }

    /** Takes what was done for good since the last call. */
    @Nullable
    ForGood takeForGood() {
        return forGood.getAndSet(null);
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    /** A code is read by a scanner of its own, or by one that types. */
    void scan(String code) {
        Scan scan = new Scan(++scans, "scanner", now, code, null, false);
        if (random.nextBoolean()) {
            control.scanned(SampleDevices.decoded(scan));
        } else {
            OnScreen.run(() -> window.model().scanned(SampleDevices.decoded(scan), code));
        }
    }

    /** The parcel on the scale rests, where somebody waits for its weight. */
    void weigh(int grams) {
        Weighing.Taker waits = scale.getAndSet(null);
        if (waits != null) {
            posted.incrementAndGet();
            waits.weighed(Grams.of(grams), "0d0a", "scale");
        }
    }

    /** Waits until everything that was asked of the bench is done and shown. */
    void settle() {
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(60))
                .until(() -> told.get() >= posted.get());
        OnScreen.run(() -> {});
    }

    @Override
    public void close() {
        OnScreen.run(window::close);
        loop.close();
    }

    /** Counts what is asked of the bench, so that a step knows when it is done. */
    private final class Counted implements BenchControl {
        @Override
        public void input(Input input) {
            posted.incrementAndGet();
            loop.input(input);
        }

        @Override
        public void scanned(DecodedScan scan) {
            posted.incrementAndGet();
            loop.scanned(scan);
        }

        @Override
        public void scanned(String code) {
            posted.incrementAndGet();
            loop.scanned(code);
        }

        @Override
        public void onView(Consumer<BenchView> listener) {
            posted.incrementAndGet();
            loop.onView(listener);
        }

        @Override
        public void onWindowKey(Consumer<WindowKey> listener) {
            loop.onWindowKey(listener);
        }
    }

    private final class Devices implements BenchDevices, LabelPrinting, Weighing {
        private final Random luck = new Random(7);

        @Override
        public void print(LabelJob label, Consumer<LabelEnd> ended) {
            int throwOfDice = luck.nextInt(10);
            LabelEnd.Outcome outcome = throwOfDice < 7
                    ? LabelEnd.Outcome.CONFIRMED
                    : throwOfDice < 9 ? LabelEnd.Outcome.UNKNOWN : LabelEnd.Outcome.FAILED;
            posted.incrementAndGet();
            ended.accept(new LabelEnd(outcome, "status", ""));
        }

        @Override
        public void capture(Taker taker) {
            scale.set(taker);
        }

        @Override
        public void forget() {
            scale.set(null);
        }

        @Override
        public LiveWeight live() {
            return new LiveWeight(new BigDecimal("955"), "g", "STABLE");
        }

        @Override
        public void onScan(Consumer<DecodedScan> listener) {}

        @Override
        public boolean isRepeat(Scan scan, BooleanSupplier counting) {
            return false;
        }

        @Override
        public void answer(String device, boolean good) {}

        @Override
        public void onChange(Runnable listener) {}

        @Override
        public List<DeviceLamp> lamps() {
            return Stream.of(DeviceLamp.Kind.SCANNER, DeviceLamp.Kind.SCALE, DeviceLamp.Kind.PRINTER)
                    .map(kind -> new DeviceLamp(kind, kind.name(), ConnectionState.OK, null))
                    .toList();
        }

        @Override
        public LabelPrinting labels() {
            return this;
        }

        @Override
        public Weighing weigher() {
            return this;
        }
    }
}
