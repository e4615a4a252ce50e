package dev.dockhand.app.ui.parts;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A text in the largest size that fits its place, between two bounds, wrapped to at most a few lines. So the longest
 * sentence of any language is read whole, and a short one is read from two metres.
 */
public final class FitText extends Region {

    private static final double STEP = 0.94;
    /** Longer ones are codes, not words, and may be broken anywhere. */
    private static final int LONGEST_WORD = 24;

    private final Sized shown = new Sized();
    /** Measures without touching what is shown. */
    private final Sized ruler = new Sized();

    private final Text text = shown.text;
    private final Measures measures;
    private final double most;
    private final double least;
    private final int lines;
    private final FontWeight weight;
    /** Width of the widest word in sizes of the type; 0 where there is none. */
    private double widestWord;

    private Pos alignment = Pos.CENTER_LEFT;

    /**
     * A text.
     *
     * @param measures sizes
     * @param most largest size in em
     * @param least smallest size in em
     * @param lines most lines
     * @param weight weight of the type
     * @param styleClass its class in the style sheets, which give the colour
     */
    public FitText(Measures measures, double most, double least, int lines, FontWeight weight, String styleClass) {
        this.measures = measures;
        this.most = most;
        this.least = least;
        this.lines = lines;
        this.weight = weight;
        getStyleClass().addAll("fit-text", styleClass);
        text.getStyleClass().add("fit");
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        getChildren().add(text);
        measures.typeProperty().addListener((observable, before, now) -> requestLayout());
    }

    /** Sets where the text stands in its place. */
    public FitText aligned(Pos pos) {
        alignment = pos;
        text.setTextAlignment(
                switch (pos.getHpos()) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        return this;
    }

    /** Shows other words. */
    public void set(String words) {
        if (!words.equals(text.getText())) {
            text.setText(words);
            widestWord = widestWord(words);
            requestLayout();
        }
    }

    private double widestWord(String words) {
        if (lines == 1) {
            return 0;
        }
        size(ruler, 1, 0);
        double widest = 0;
        for (String word : words.split("\\s+")) {
            if (word.length() <= LONGEST_WORD) {
                ruler.text.setText(word);
                widest = Math.max(widest, ruler.text.getLayoutBounds().getWidth());
            }
        }
        return widest / measures.em(1);
    }

    /** The words. */
    public String get() {
        return text.getText();
    }

    /** Whether the words stand inside their place, each of them whole, as last laid out. */
    public boolean fits() {
        Bounds bounds = text.getLayoutBounds();
        return bounds.getWidth() <= getWidth() + 1
                && bounds.getHeight() <= getHeight() + 1
                && widestWord * shown.font.get().getSize() <= getWidth() + 1;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        size(ruler, most, 0);
        return Math.ceil(ruler.text.getLayoutBounds().getWidth()) + 1;
    }

    @Override
    protected double computeMinHeight(double width) {
        return text.getText().isEmpty() ? 0 : Math.ceil(measures.em(least) * 1.2);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (text.getText().isEmpty()) {
            return 0;
        }
        fit(ruler, width > 0 ? width : Double.MAX_VALUE, Double.MAX_VALUE);
        return Math.ceil(ruler.text.getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        if (text.getText().isEmpty()) {
            return;
        }
        fit(shown, getWidth(), getHeight());
        Bounds bounds = text.getLayoutBounds();
        double x = alignment.getHpos() == HPos.LEFT
                ? 0
                : (getWidth() - bounds.getWidth()) / (alignment.getHpos() == HPos.CENTER ? 2 : 1);
        double y = switch (alignment.getVpos()) {
            case TOP, BASELINE -> 0;
            case CENTER -> (getHeight() - bounds.getHeight()) / 2;
            case BOTTOM -> getHeight() - bounds.getHeight();
        };
        text.relocate(snapPositionX(Math.max(0, x)), snapPositionY(y));
    }

    private void fit(Sized on, double width, double height) {
        for (double size = most; size > least; size *= STEP) {
            size(on, size, width);
            if (fitsIn(on, width, height, size)) {
                return;
            }
        }
        size(on, least, width);
    }

    private boolean fitsIn(Sized on, double width, double height, double size) {
        Bounds bounds = on.text.getLayoutBounds();
        double line = measures.em(size) * 1.35;
        return bounds.getWidth() <= width + 0.5
                && widestWord * measures.em(size) <= width + 0.5
                && bounds.getHeight() <= Math.min(height + 0.5, line * lines);
    }

    private void size(Sized on, double em, double width) {
        if (!on.text.getText().equals(text.getText())) {
            on.text.setText(text.getText());
        }
        double size = measures.em(em);
        if (on.font.get().getSize() != size) {
            on.font.set(Font.font(Fonts.family(), weight, size));
        }
        double wrap = width > 0 && width < 1e6 && lines > 1 ? width : 0;
        if (on.text.getWrappingWidth() != wrap) {
            on.text.setWrappingWidth(wrap);
        }
    }

    /** A text whose type no style sheet changes: a bound property is not theirs to set. */
    private static final class Sized {
        final Text text = new Text();
        final ObjectProperty<Font> font = new SimpleObjectProperty<>(Font.font(1));

        Sized() {
            text.fontProperty().bind(font);
        }
    }
}
