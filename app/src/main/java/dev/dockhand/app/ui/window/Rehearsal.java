package dev.dockhand.app.ui.window;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.station.SyncStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows a parcel being packed on a window that nobody sees, between the start and the first sign-in: the JVM compiles then what the
 * first scans of the day would wait for. Of the JavaFX thread.
 */
public final class Rehearsal implements AutoCloseable {

    private static final int SCANS = 600;
    private static final int LINES = 60;
    private static final Duration PAUSE = Duration.millis(10);

    private final Doors doors = new Doors();
    private final StationWindow window;
    private final StationViewModel real;
    private final CompletableFuture<Integer> over = new CompletableFuture<>();
    private final Timeline clockwork = new Timeline(new KeyFrame(PAUSE, event -> step()));
    private final List<Item> items =
            IntStream.range(0, LINES).mapToObj(Rehearsal::item).toList();
    private @Nullable WritableImage picture;
    private int scans;

    private Rehearsal(StationWindow.Parts parts, StationViewModel real, int most) {
        this.real = real;
        window = new StationWindow(new StationWindow.Parts(
                doors,
                parts.devices(),
                SupervisorApproval.NOT_NEEDED,
                parts.settings(),
                chosen -> {},
                parts.about(),
                Sounds.NONE,
                parts.pictures(),
                parts.clock(),
                parts.zone()));
        clockwork.setCycleCount(most);
        clockwork.setOnFinished(event -> close());
    }

    /**
     * Rehearses beside a window that is open, until somebody signs in there.
     *
     * @param parts what that window is made of
     * @param real what it shows
     */
    public static Rehearsal beside(StationWindow.Parts parts, StationViewModel real) {
        return beside(parts, real, SCANS);
    }

    /** The same, for so many scans at most. */
    public static Rehearsal beside(StationWindow.Parts parts, StationViewModel real, int most) {
        Rehearsal rehearsal = new Rehearsal(parts, real, most);
        rehearsal.clockwork.play();
        return rehearsal;
    }

    /** How many scans were rehearsed, when it is over. */
    public CompletableFuture<Integer> over() {
        return over;
    }

    private void step() {
        Shown shown = real.shown().get();
        if (shown != null && !shown.work().flow().equals(FlowId.SIGN_IN)) {
            close();
            return;
        }
        doors.show.accept(view(++scans));
        picture = window.scene().snapshot(picture);
    }

    @Override
    public void close() {
        clockwork.stop();
        if (over.complete(scans)) {
            window.close();
        }
    }

    private static Item item(int number) {
        return new Item(
                new ItemId("DOCKHAND/REHEARSAL-" + number),
                "촉촉한 히알루론산 크림 " + number,
                "Moist hyaluronic cream " + number,
                List.of(),
                false,
                false,
                null,
                number % 2 == 0 ? "50 ml" : "");
    }

    private BenchView view(int scan) {
        int at = scan % LINES;
        Item item = items.get(at);
        Screen screen = Screen.of(
                        PackingFlow.ID,
                        "packing.scan-item",
                        Text.of("packing.scan-item"),
                        Command.QUANTITY,
                        Command.PROBLEM,
                        Command.BACK)
                .withHint(Text.of(scan % 2 == 0 ? "packing.scan-item.more" : "packing.scan-item.hint"))
                .withCounting()
                .withRows(
                        IntStream.range(0, LINES)
                                .mapToObj(line -> row(line, at, scan))
                                .toList(),
                        List.of(Text.of("packing.order", new OrderId("DOCKHAND/REHEARSAL"))))
                .withItem(Cards.of(item), new Screen.Counter(Quantity.of(scan), Quantity.of(SCANS)));
        return new BenchView(
                screen,
                Verdict.good("packing.checked", item, Quantity.of(scan), Quantity.of(SCANS)),
                scan,
                false,
                "-",
                "-",
                PackingFlow.ID,
                new SyncStatus(SyncStatus.State.IN_STEP, scan % 3, null, null),
                List.of(),
                null,
                true,
                null,
                List.of(),
                null);
    }

    private Screen.Row row(int line, int at, int scan) {
        Screen.Row.State state =
                line == at ? Screen.Row.State.CURRENT : line < at ? Screen.Row.State.DONE : Screen.Row.State.OPEN;
        return new Screen.Row(
                state,
                Text.of("packing.row", items.get(line)),
                new Screen.Counter(Quantity.of(line <= at ? scan : 0), Quantity.of(SCANS)));
    }

    /** Nobody is behind them. */
    private static final class Doors implements BenchControl {

        private Consumer<BenchView> show = view -> {};

        @Override
        public void onView(Consumer<BenchView> listener) {
            show = listener;
        }

        @Override
        public void input(Input input) {}

        @Override
        public void scanned(DecodedScan scan) {}

        @Override
        public void scanned(String code) {}

        @Override
        public void onWindowKey(Consumer<WindowKey> listener) {}
    }
}
