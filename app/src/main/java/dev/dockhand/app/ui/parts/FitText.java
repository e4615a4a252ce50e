package dev.dockhand.app.ui.parts;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
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
import org.jspecify.annotations.Nullable;

/**
 * A text in the largest size that fits its place, between two bounds, wrapped to at most a few lines. So the longest
 * sentence of any language is read whole, and a short one is read from two metres. A text that is longer than any sentence
 * of ours, for it holds a long name, gets more lines and smaller type before anything of it is lost.
 */
public final class FitText extends Region {

    private static final double STEP = 0.94;
    /** How much smaller than the smallest size the type of a text gets that does not fit otherwise. */
    private static final double SQUEEZE = 0.72;

    private static final int MORE_LINES = 3;
    /** Longer ones are codes, not words, and may be broken anywhere. */
    private static final int LONGEST_WORD = 24;

    private final Sized shown = new Sized();
    /** Measures without touching what is shown. */
    private final Sized ruler = new Sized();

    /** Bound and not listened to: keys come and go all day, and the measures stay. */
    private final DoubleProperty type = new SimpleDoubleProperty() {
        @Override
        protected void invalidated() {
            get();
            requestLayout();
        }
    };

    private final Text text = shown.text;
    private final Measures measures;
    private final double most;
    private final double least;
    private final int lines;
    private final FontWeight weight;
    /** Width of the widest word in sizes of the type; 0 where there is none. */
    private double widestWord;

    private Pos alignment = Pos.CENTER_LEFT;
    private boolean elides;
    private String words = "";
    /** What was laid out and measured last: most words stay while others beside them change. */
    private @Nullable Place fitted;

    private @Nullable Place measured;
    private double prefHeight;
    private @Nullable Place leastMeasured;
    private double minHeight;

    /** What the size of the type follows from. */
    private record Place(String words, double width, double height, double em) {}

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
        type.bind(measures.typeProperty());
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

    /**
     * Where it does not fit at all, its middle gives way to "…": for a line of a list, whose item is named whole elsewhere,
     * and for what is typed, of which the end is looked at.
     * The beginning and the end tell items apart.
     */
    public FitText eliding() {
        elides = true;
        return this;
    }

    /** Shows other words. */
    public void set(String wanted) {
        if (!wanted.equals(words)) {
            words = wanted;
            text.setText(wanted);
            fitted = null;
            widestWord = widestWord(wanted);
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
        return words;
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
        if (words.isEmpty()) {
            return 0;
        }
        double line = Math.ceil(measures.em(least) * 1.2);
        if (elides || lines == 1 || width <= 0) {
            return line;
        }
        Place place = place(width, 0);
        if (!place.equals(leastMeasured)) {
            size(ruler, least * SQUEEZE, width);
            minHeight = Math.max(line, Math.ceil(ruler.text.getLayoutBounds().getHeight()));
            leastMeasured = place;
        }
        return minHeight;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (words.isEmpty()) {
            return 0;
        }
        Place place = place(width > 0 ? width : Double.MAX_VALUE, Double.MAX_VALUE);
        if (!place.equals(measured)) {
            fit(ruler, place.width(), place.height());
            prefHeight = Math.ceil(ruler.text.getLayoutBounds().getHeight());
            measured = place;
        }
        return prefHeight;
    }

    private Place place(double width, double height) {
        return new Place(words, width, height, measures.em(1));
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        if (words.isEmpty()) {
            return;
        }
        Place place = place(getWidth(), getHeight());
        if (!place.equals(fitted)) {
            fit(shown, place.width(), place.height());
            fitted = place;
        }
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
        if (fits(on, width, height, most, least, lines)
                || fits(on, width, height, least, least * SQUEEZE, lines == 1 ? 1 : lines + MORE_LINES)) {
            return;
        }
        size(on, least * SQUEEZE, width);
        if (elides) {
            elide(on, width, height);
        }
    }

    private boolean fits(Sized on, double width, double height, double from, double to, int mostLines) {
        for (double size = from; size > to; size *= STEP) {
            size(on, size, width);
            if (fitsIn(on, width, height, size, mostLines)) {
                return true;
            }
        }
        size(on, to, width);
        return fitsIn(on, width, height, to, mostLines);
    }

    private boolean fitsIn(Sized on, double width, double height, double size, int mostLines) {
        Bounds bounds = on.text.getLayoutBounds();
        double line = measures.em(size) * 1.35;
        return bounds.getWidth() <= width + 0.5
                && widestWord * measures.em(size) <= width + 0.5
                && bounds.getHeight() <= Math.min(height + 0.5, line * mostLines);
    }

    private void elide(Sized on, double width, double height) {
        int[] points = words.codePoints().toArray();
        int kept = points.length;
        while (kept > 2
                && (on.text.getLayoutBounds().getHeight() > height + 0.5
                        || on.text.getLayoutBounds().getWidth() > width + 0.5)) {
            kept -= Math.max(1, kept / 16);
            int tail = kept / 3;
            on.text.setText(new String(points, 0, kept - tail).stripTrailing() + "…"
                    + new String(points, points.length - tail, tail).stripLeading());
        }
    }

    private void size(Sized on, double em, double width) {
        if (!on.text.getText().equals(words)) {
            on.text.setText(words);
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
