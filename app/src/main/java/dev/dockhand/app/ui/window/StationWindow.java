package dev.dockhand.app.ui.window;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.SupervisorApproval;
import dev.dockhand.app.device.DeviceLamp;
import dev.dockhand.app.device.DeviceSetUp;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.app.ui.Theme;
import dev.dockhand.app.ui.about.About;
import dev.dockhand.app.ui.about.AboutView;
import dev.dockhand.app.ui.devices.DevicesView;
import dev.dockhand.app.ui.devices.DevicesViewModel;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.page.Page;
import dev.dockhand.app.ui.page.PageView;
import dev.dockhand.app.ui.parts.Fonts;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.settings.MoreEntries;
import dev.dockhand.app.ui.settings.MoreView;
import dev.dockhand.app.ui.settings.SettingsViewModel;
import dev.dockhand.app.ui.settings.WindowSettings;
import dev.dockhand.app.ui.sheet.CommandSheetPage;
import dev.dockhand.app.ui.sheet.SheetView;
import dev.dockhand.app.ui.sound.Sounds;
import dev.dockhand.app.ui.strip.StripShown;
import dev.dockhand.app.ui.work.ItemPictures;
import dev.dockhand.hardware.scan.ScanReader;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * The window of a station: composes view-models and views, and hops from the bench's threads to the thread of the
 * screen. To be made and used on the JavaFX thread.
 */
public final class StationWindow implements AutoCloseable {

    private static final List<String> DRAWING = List.of("JavaFX Application Thread", "QuantumRenderer");
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 768;

    private final StationViewModel model;
    private final Measures measures;
    private final DevicesViewModel devices;
    private final Sounds sounds;
    private final StationView view;
    private final Shrunk root;
    private final Scene scene;
    private final Timeline clockwork;
    private final AtomicLong scans = new AtomicLong();
    private final DeviceSetUp.Subscription wedge;

    /**
     * What a window is made of.
     *
     * @param bench the bench
     * @param devices its devices
     * @param changes whether they may be changed
     * @param settings what a person chose the last time
     * @param keepSettings told about every change of them; must not block
     * @param about facts for the status page
     * @param sounds what makes the sounds; closed with the window
     * @param pictures pictures of items
     * @param clock time for the clock and the ages
     * @param zone time zone of the warehouse; must not block
     */
    public record Parts(
            BenchControl bench,
            DeviceSetUp devices,
            SupervisorApproval changes,
            WindowSettings settings,
            Consumer<WindowSettings> keepSettings,
            About about,
            Sounds sounds,
            ItemPictures pictures,
            InstantSource clock,
            Supplier<ZoneId> zone) {}

    /** A window on a bench; {@link #open} shows it. */
    public StationWindow(Parts parts) {
        sounds = parts.sounds();
        measures = new Measures(parts.settings().dpi());
        SettingsViewModel settings = new SettingsViewModel(parts.settings(), parts.keepSettings());
        devices = new DevicesViewModel(
                parts.devices(), parts.changes(), StationWindow::onScreen, settings::texts, parts.zone());
        List<WindowPage> pages = pages(parts, settings);
        model = new StationViewModel(
                parts.bench(),
                settings,
                pages.stream().map(WindowPage::page).toList(),
                sounds,
                parts.clock(),
                parts.zone());
        view = new StationView(
                model,
                measures,
                parts.pictures(),
                pages.stream().collect(Collectors.toMap(each -> each.page().id(), WindowPage::view)));
        root = new Shrunk(view, LEAST_WIDTH, LEAST_HEIGHT);
        scene = new Scene(root, WIDTH, HEIGHT);
        scene.widthProperty().addListener((observable, before, now) -> fit(scene.getWidth(), scene.getHeight()));
        scene.heightProperty().addListener((observable, before, now) -> fit(scene.getWidth(), scene.getHeight()));
        fit(WIDTH, HEIGHT);
        model.onSettings(now -> scene.getStylesheets().setAll(Theme.sheets(now.dark())));
        ScanReader reader = new ScanReader(DeviceSettings.KEYBOARD.name(), scans::incrementAndGet, parts.clock());
        KeyGate gate = KeyGate.before(scene, model, typed -> parts.devices().decode(reader.read(typed)));
        wedge = wedge(parts.devices(), gate);
        clockwork = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.tick()));
        clockwork.setCycleCount(Animation.INDEFINITE);
        ViewMailbox mailbox = new ViewMailbox(Platform::runLater, model::show);
        parts.bench().onView(mailbox);
        parts.bench().onWindowKey(key -> Platform.runLater(() -> model.windowKey(key)));
    }

    private static DeviceSetUp.Subscription wedge(DeviceSetUp setUp, KeyGate gate) {
        return setUp.onDevices(devices -> devices.stream()
                .filter(each -> each.kind() == DeviceLamp.Kind.KEYBOARD)
                .findFirst()
                .ifPresent(keyboard -> onScreen(() -> gate.use(keyboard.wedge()))));
    }

    private static void onScreen(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    private void fit(double width, double height) {
        if (width <= 0 || height <= 0) {
            return;
        }
        double factor = root.factor(width, height);
        measures.fit(width / factor, height / factor);
        view.setStyle(String.format(
                Locale.ROOT, "-fx-font-family: '%s'; -fx-font-size: %.1fpx;", Fonts.family(), measures.type()));
    }

    /**
     * A page beside the job.
     *
     * @param page what it does
     * @param view makes what draws it
     */
    private record WindowPage(Page page, Supplier<PageView> view) {}

    /** The pages beside the job; a new one is a line here. */
    private List<WindowPage> pages(Parts parts, SettingsViewModel settings) {
        return List.of(
                new WindowPage(
                        new MoreEntries(number -> model().entry(number)),
                        () -> new MoreView(settings, digit -> model.touched(() -> model.digit(digit)), measures)),
                new WindowPage(
                        devices,
                        () -> new DevicesView(devices, settings::texts, measures, meaning -> model().touched(meaning))),
                new WindowPage(new CommandSheetPage(), () -> new SheetView(measures)),
                new WindowPage(Page.plain(PageId.ABOUT), () -> new AboutView(parts.about(), this::strip, measures)));
    }

    private StripShown strip() {
        return Objects.requireNonNull(model.shown().get()).strip();
    }

    /** Shows the window on a stage and starts its clock. */
    public void open(Stage stage) {
        stage.setTitle("Dockhand");
        stage.setScene(scene);
        stage.show();
        drawBehindTheBench();
        clockwork.play();
    }

    /**
     * Lets what draws give way to the bench: no verdict is to wait until the screen of the one before is drawn. On Linux it
     * counts with {@code -XX:ThreadPriorityPolicy=1}; Windows has its own way with the window in front.
     */
    // Nothing relies on it to be right, only to be quick.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void drawBehindTheBench() {
        if (System.getProperty("os.name").equals("Linux")) {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> DRAWING.stream().anyMatch(thread.getName()::startsWith))
                    .forEach(thread -> thread.setPriority(Thread.MIN_PRIORITY));
        }
    }

    /**
     * Gives the scene a size while no stage does: for a picture where there is no display.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public void size(double width, double height) {
        root.setMinSize(width, height);
        root.setPrefSize(width, height);
        root.setMaxSize(width, height);
        root.resize(width, height);
        fit(width, height);
    }

    /** The scene, for a picture of it or a test. */
    public Scene scene() {
        return scene;
    }

    /** The set-up page. */
    public DevicesViewModel devices() {
        return devices;
    }

    /** What the window shows and takes. */
    public StationViewModel model() {
        return model;
    }

    @Override
    public void close() {
        clockwork.stop();
        wedge.close();
        devices.left();
        sounds.close();
    }
}
