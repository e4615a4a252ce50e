package dev.dockhand.app.ui.parts;

import dev.dockhand.app.ui.parts.Choices.Choice;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/** Options with their number keys, in one to three columns. The last place leads to the next page where there is one. */
public final class ChoicesView extends Region {

    private static final double GAP_EM = 0.7;
    private static final double TALLEST_EM = 7.5;

    private final Measures measures;
    private final IntConsumer digit;
    private @Nullable Choices last;
    private String nextPage = "";
    private String held = "";

    /** Options that tell which digit was touched. */
    public ChoicesView(Measures measures, IntConsumer digit) {
        this.measures = measures;
        this.digit = digit;
        getStyleClass().add("choices");
    }

    /**
     * Shows options.
     *
     * @param choices the options
     * @param more word for the key that shows the next page
     */
    public void show(Choices choices, String more) {
        show(choices, more, "");
    }

    /**
     * Shows options beside a keypad, which takes the digits.
     *
     * @param choices the options
     * @param more word for the key that shows the next page
     * @param hold the key to hold with the digit; empty for none
     */
    public void show(Choices choices, String more, String hold) {
        setVisible(!choices.list().isEmpty());
        setManaged(!choices.list().isEmpty());
        if (choices.equals(last) && more.equals(nextPage) && hold.equals(held)) {
            return;
        }
        last = choices;
        nextPage = more;
        held = hold;
        getChildren().setAll(choices.list().stream().map(this::button).toList());
        if (choices.pages() > 1) {
            String pages = (choices.page() + 1) + " / " + choices.pages();
            getChildren().add(button(new Choice(0, more, pages)));
        }
    }

    private Node button(Choice choice) {
        Label number = new Label(held.isEmpty() ? Integer.toString(choice.number()) : held + " " + choice.number());
        number.getStyleClass().add("choice-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        FitText label = new FitText(measures, 1.9, 0.95, 2, FontWeight.BOLD, "choice-label");
        label.set(choice.label());
        VBox words = new VBox(label);
        if (!choice.detail().isEmpty()) {
            FitText detail = new FitText(measures, 1.2, 0.85, 2, FontWeight.NORMAL, "choice-detail");
            detail.set(choice.detail());
            words.getChildren().add(detail);
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox face = new HBox(number, words);
        face.getStyleClass().add("choice-face");
        face.setAlignment(Pos.CENTER_LEFT);
        face.setMinWidth(0);
        Button button = measures.touchable(new Button());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(face);
        button.setAccessibleText(choice.label());
        button.setId("choice-" + choice.number());
        button.getStyleClass().add("choice");
        face.prefWidthProperty().bind(button.widthProperty().subtract(measures.em(1)));
        button.setOnAction(event -> digit.accept(choice.number()));
        return button;
    }

    private int columns(double height) {
        int count = getChildren().size();
        double row = measures.target() + measures.em(GAP_EM);
        int room = Math.max(1, (int) ((height + measures.em(GAP_EM)) / row));
        int usual = count <= 4 ? 1 : count <= 8 ? 2 : 3;
        int needed = (count + room - 1) / room;
        return Math.max(usual, needed);
    }

    @Override
    protected double computeMinHeight(double width) {
        int rows = (getChildren().size() + 2) / 3;
        return rows * measures.target() + (rows - 1) * measures.em(GAP_EM);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().size() * measures.em(TALLEST_EM);
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        if (count == 0) {
            return;
        }
        int columns = columns(getHeight());
        int rows = (count + columns - 1) / columns;
        double gap = measures.em(GAP_EM);
        double width = (getWidth() - gap * (columns - 1)) / columns;
        double height = Math.min(measures.em(TALLEST_EM), (getHeight() - gap * (rows - 1)) / rows);
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            getChildren()
                    .get(i)
                    .resizeRelocate(
                            snapPositionX(i % columns * (width + gap)),
                            snapPositionY(row * (height + gap)),
                            snapSizeX(width),
                            snapSizeY(height));
        }
    }
}
