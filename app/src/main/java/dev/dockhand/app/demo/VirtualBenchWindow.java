package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.SampleData.Badge;
import dev.dockhand.app.demo.Shelf.Board;
import dev.dockhand.app.demo.Shelf.Thing;
import dev.dockhand.app.flow.Input;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.station.ReadModel;
import java.math.BigDecimal;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window beside the station: goods to click, a pan to load, the labels as they come out, and cables to pull. To be made
 * and used on the JavaFX thread.
 */
public final class VirtualBenchWindow implements AutoCloseable {

    /** Width beside a station window of 1280 on a screen of 1920. */
    public static final double WIDTH = 640;

    private static final Logger LOG = LoggerFactory.getLogger(VirtualBenchWindow.class);
    private static final double HEIGHT = 980;
    private static final long REFRESH_MILLIS = 1_500;

    private final Parts parts;
    private final Wishes wishes;
    private final Shelf shelf;
    private final ShelfPane shelfPane;
    private final WishPane wishPane;
    private final PanPane panPane;
    private final PrinterPane printerPane;
    private final CablePane cablePane;
    private final Label title = new Label();
    private final Label heard = new Label();
    private final Scene scene;
    private final AtomicReference<@Nullable BenchView> latest = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor reader = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("virtual bench").factory());
    private Words words;
    private boolean dark;

    /**
     * What the window is made of.
     *
     * @param bench the virtual devices
     * @param control the bench, for keys that the operator presses
     * @param memory what the station knows
     * @param badges who can sign in
     * @param pull true when the network cable is pulled, false when it is plugged in
     * @param callOff the shop calls an order off; must not block
     * @param language Korean or English
     * @param dark whether the dark theme is on
     */
    public record Parts(
            VirtualBench bench,
            BenchControl control,
            Supplier<ReadModel> memory,
            List<Badge> badges,
            Consumer<Boolean> pull,
            Consumer<OrderId> callOff,
            Locale language,
            boolean dark) {

        /** Copies the list. */
        public Parts {
            badges = List.copyOf(badges);
        }
    }

    /** A window; {@link #open} shows it. */
    public VirtualBenchWindow(Parts parts) {
        this.parts = parts;
        this.words = Words.in(parts.language());
        this.dark = parts.dark();
        this.wishes = new Wishes(parts.memory(), parts.badges());
        this.shelf = new Shelf(parts.memory(), parts.badges());
        shelfPane = new ShelfPane(words, thing -> scan(thing.code()), this::callOff);
        wishPane = new WishPane(words, this::grant);
        panPane = new PanPane(words, parts.bench().pan());
        printerPane = new PrinterPane(words, parts.bench().printer().dials(), this::scan);
        cablePane = new CablePane(words, parts.pull(), parts.bench()::cable);
        VBox right = new VBox(panPane, printerPane);
        right.getStyleClass().add("right");
        right.setMinWidth(240);
        right.setMaxWidth(240);
        VBox.setVgrow(printerPane, Priority.ALWAYS);
        HBox.setHgrow(shelfPane, Priority.ALWAYS);
        HBox body = new HBox(shelfPane, right);
        body.getStyleClass().add("body");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox root = new VBox(header(), cablePane, wishPane, body);
        root.getStyleClass().add("bench");
        root.setStyle("-fx-font-family: 'Pretendard'; -fx-font-size: 14px;");
        scene = new Scene(root, WIDTH, HEIGHT);
        dress();
        parts.bench().onLabel(label -> Platform.runLater(() -> printerPane.show(label)));
        parts.control().onView(this::heard);
        reader.scheduleWithFixedDelay(this::refresh, 0, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        say();
    }

    private HBox header() {
        title.getStyleClass().add("title");
        heard.getStyleClass().add("heard");
        heard.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button language = new Button("한 / EN");
        language.setOnAction(event -> {
            boolean korean = words.language().getLanguage().equals("ko");
            words = Words.in(korean ? Locale.ENGLISH : Locale.KOREAN);
            say();
        });
        Button theme = new Button("◐");
        theme.setOnAction(event -> {
            dark = !dark;
            dress();
        });
        language.setFocusTraversable(false);
        theme.setFocusTraversable(false);
        HBox header = new HBox(title, space, heard, language, theme);
        header.getStyleClass().add("header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void say() {
        title.setText(words.of("title"));
        shelfPane.say(words);
        wishPane.say(words);
        panPane.say(words);
        printerPane.say(words);
        cablePane.say(words);
    }

    private void dress() {
        scene.getStylesheets().setAll(sheet("/dev/dockhand/app/ui/css/tokens.css"));
        if (dark) {
            scene.getStylesheets().add(sheet("/dev/dockhand/app/ui/css/dark.css"));
        }
        scene.getStylesheets().add(sheet("/dev/dockhand/app/demo/bench.css"));
    }

    private static String sheet(String path) {
        URL found = VirtualBenchWindow.class.getResource(path);
        return Objects.requireNonNull(found, () -> "style sheet " + path).toExternalForm();
    }

    private void scan(String code) {
        heard.setText(words.of(parts.bench().scan(code) ? "scanned" : "not-scanned", visible(code)));
    }

    private static String visible(String code) {
        String text = code.startsWith("]") ? code.substring(3) : code;
        return text.length() > 26 ? text.substring(0, 26) + "…" : text;
    }

    private void callOff(String order) {
        OrderId id = new OrderId(order);
        parts.callOff().accept(id);
        heard.setText(words.of("called-off", id.name()));
    }

    private void grant(Wish wish) {
        switch (wish) {
            case Wish.Scan(var kind, var code, var name, var item) -> scan(code);
            case Wish.Put(var grams) -> panPane.put(grams.value());
            case Wish.Press(var command) -> parts.control().input(new Input.Pressed(command));
            case Wish.Type(var text) -> parts.control().input(new Input.Entered(text));
            case Wish.Choose(var option) -> parts.control().input(new Input.Chosen(option));
            case Wish.Wait() -> heard.setText("");
            case Wish.Decide() -> heard.setText("");
        }
    }

    /** A view of the bench; the latest is worked out by the reader, never here. */
    private void heard(BenchView view) {
        if (latest.getAndSet(view) == null && !reader.isShutdown()) {
            reader.execute(this::readWish);
        }
    }

    private void readWish() {
        BenchView view = latest.getAndSet(null);
        if (view == null) {
            return;
        }
        try {
            Wish wish = wishes.of(view);
            Platform.runLater(() -> show(view, wish));
        } catch (RuntimeException e) {
            LOG.error("the virtual bench cannot tell what is asked for", e);
        }
    }

    private void show(BenchView view, Wish wish) {
        wishPane.show(wish);
        if (wish instanceof Wish.Put(var grams)) {
            panPane.expect(grams.value());
        } else if (view.screen().step().equals("packing.scan-label")) {
            panPane.put(BigDecimal.ZERO);
        }
    }

    private void refresh() {
        try {
            for (Board board : Board.values()) {
                List<Thing> things = shelf.on(board);
                Platform.runLater(() -> shelfPane.put(board, things));
            }
        } catch (RuntimeException e) {
            LOG.error("the shelf of the virtual bench cannot be filled", e);
        }
    }

    /** Fills shelf and printer at once; for a picture of them. */
    void fill() {
        for (Board board : Board.values()) {
            shelfPane.put(board, shelf.on(board));
        }
        shelfPane.open(Board.ITEMS);
        parts.bench().labels().forEach(printerPane::show);
    }

    /** Shows the window on a stage. */
    public void open(Stage stage) {
        stage.setTitle(words.of("title"));
        stage.setScene(scene);
        stage.show();
    }

    /** The scene, for a picture of it. */
    public Scene scene() {
        return scene;
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
