package dev.dockhand.app.demo;

import dev.dockhand.app.demo.Shelf.Board;
import dev.dockhand.app.demo.Shelf.Thing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/** The shelf of everything with a barcode; a click scans, an item can be dragged to the pan. */
final class ShelfPane extends VBox {

    private final ToggleGroup group = new ToggleGroup();
    private final Map<Board, ToggleButton> tabs = new EnumMap<>(Board.class);
    private final Map<Board, List<Thing>> things = new EnumMap<>(Board.class);
    private final TextField search = TextFields.createClearableTextField();
    private final ListView<Thing> list = new ListView<>();
    private final Consumer<Thing> scan;
    private final Consumer<String> callOff;
    private Words words;
    private Board board = Board.BADGES;

    /**
     * A shelf.
     *
     * @param scan scans a thing
     * @param callOff calls an order off, as the shop does
     */
    ShelfPane(Words words, Consumer<Thing> scan, Consumer<String> callOff) {
        this.words = words;
        this.scan = scan;
        this.callOff = callOff;
        getStyleClass().addAll("panel", "shelf");
        FlowPane row = new FlowPane();
        row.getStyleClass().add("tabs");
        for (Board each : Board.values()) {
            ToggleButton tab = new ToggleButton();
            tab.getStyleClass().add("tab-button");
            tab.setToggleGroup(group);
            tab.setFocusTraversable(false);
            tab.setOnAction(event -> choose(each));
            tabs.put(each, tab);
            row.getChildren().add(tab);
        }
        search.getStyleClass().add("search");
        search.textProperty().addListener((observable, before, now) -> fill());
        list.getStyleClass().add("things");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(row, search, list);
        say(words);
        choose(Board.BADGES);
    }

    /** Speaks another language. */
    void say(Words other) {
        words = other;
        tabs.forEach((each, tab) -> tab.setText(words.of("board." + each.name())));
        search.setPromptText(words.of("search"));
        list.refresh();
        fill();
    }

    private void choose(Board other) {
        board = other;
        Objects.requireNonNull(tabs.get(other)).setSelected(true);
        search.clear();
        fill();
    }

    /** Opens the board where the wished thing lies. */
    void open(Board other) {
        if (board != other) {
            choose(other);
        }
    }

    /** Puts things on a board. */
    void put(Board where, List<Thing> now) {
        if (!now.equals(things.get(where))) {
            things.put(where, List.copyOf(now));
            if (where == board) {
                fill();
            }
        }
    }

    private void fill() {
        List<Thing> all = things.getOrDefault(board, List.of());
        List<Thing> shown = search.getText().isBlank()
                ? all
                : all.stream().filter(thing -> thing.matches(search.getText())).toList();
        if (!shown.equals(new ArrayList<>(list.getItems()))) {
            list.getItems().setAll(shown);
        }
        list.setPlaceholder(new Label(words.of("nothing")));
    }

    private final class Cell extends ListCell<Thing> {
        Cell() {
            setOnMouseClicked(event -> {
                Thing thing = getItem();
                if (thing != null && !isEmpty()) {
                    scan.accept(thing);
                }
            });
            setOnDragDetected(event -> {
                Thing thing = getItem();
                if (thing != null && thing.item() != null && thing.item().unitWeight() != null) {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(thing.item().unitWeight().value().toPlainString());
                    startDragAndDrop(TransferMode.COPY).setContent(content);
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Thing thing, boolean empty) {
            super.updateItem(thing, empty);
            setText(null);
            setGraphic(empty || thing == null ? null : row(thing));
        }

        private HBox row(Thing thing) {
            Locale language = words.language();
            Tile tile = new Tile(thing, language);
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.prefWidthProperty().bind(list.widthProperty().subtract(44));
            HBox row = new HBox(tile);
            String order = thing.order();
            if (order != null) {
                Button off = new Button(words.of("call-off"));
                off.getStyleClass().add("call-off");
                off.setMinWidth(USE_PREF_SIZE);
                off.setOnAction(event -> callOff.accept(order));
                row.getChildren().add(off);
            }
            return row;
        }
    }
}
