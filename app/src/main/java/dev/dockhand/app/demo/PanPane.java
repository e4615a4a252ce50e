package dev.dockhand.app.demo;

import dev.dockhand.app.ui.texts.Grouped;
import dev.dockhand.hardware.virtual.VirtualScalePan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pan of the virtual scale: a parcel of the right weight, a heavier one, an empty pan, and a shaking hand. */
final class PanPane extends VBox {

    private static final BigDecimal STONE = new BigDecimal("700");

    private final VirtualScalePan pan;
    private final Label title = new Label();
    private final Label figure = new Label();
    private final Button parcel = new Button();
    private final Button heavier = new Button();
    private final Button empty = new Button();
    private final ToggleButton shake = new ToggleButton();
    private BigDecimal load = BigDecimal.ZERO;
    private BigDecimal expected = new BigDecimal("500");

    PanPane(Words words, VirtualScalePan pan) {
        this.pan = pan;
        getStyleClass().addAll("panel", "pan");
        title.getStyleClass().add("panel-title");
        figure.getStyleClass().add("pan-figure");
        StackPane plate = new StackPane(figure);
        plate.getStyleClass().add("pan-plate");
        plate.setOnDragOver(PanPane::accept);
        plate.setOnDragDropped(this::drop);
        FlowPane buttons = new FlowPane(parcel, heavier, empty, shake);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        parcel.setOnAction(event -> put(expected));
        heavier.setOnAction(event -> put(load.add(STONE)));
        empty.setOnAction(event -> put(BigDecimal.ZERO));
        shake.setOnAction(event -> pan.motion(shake.isSelected()));
        buttons.getChildren().forEach(button -> button.setFocusTraversable(false));
        getChildren().addAll(title, plate, buttons);
        say(words);
        put(BigDecimal.ZERO);
    }

    void say(Words words) {
        title.setText(words.of("pan"));
        parcel.setText(words.of("pan.parcel"));
        heavier.setText(words.of("pan.heavier"));
        empty.setText(words.of("pan.empty"));
        shake.setText(words.of("pan.shake"));
    }

    /** The parcel that is on the bench weighs this. */
    void expect(BigDecimal grams) {
        expected = grams;
    }

    /** Loads the pan with exactly this. */
    void put(BigDecimal grams) {
        load = grams.setScale(0, RoundingMode.HALF_UP);
        pan.load(load);
        figure.setText(Grouped.of(load) + " g");
    }

    private static void accept(DragEvent event) {
        if (event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
    }

    private void drop(DragEvent event) {
        try {
            put(load.add(new BigDecimal(event.getDragboard().getString())));
            event.setDropCompleted(true);
        } catch (NumberFormatException e) {
            event.setDropCompleted(false);
        }
    }
}
