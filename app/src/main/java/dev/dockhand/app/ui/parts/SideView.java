package dev.dockhand.app.ui.parts;

import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.work.Shown.Line;
import dev.dockhand.app.ui.work.Shown.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The lines at the side: how many are done, the lines around the current one, and the summary. Only as many lines are
 * made as there is room for, so a job of a thousand lines draws like one of five.
 */
final class SideView extends VBox {

    private static final double LINE_EM = 3.1;

    private final Measures measures;
    private final Label heading = new Label();
    private final Bar bar = new Bar();
    private final Lines lines = new Lines();
    private final VBox summary = new VBox();
    private @Nullable Side last;

    SideView(Measures measures) {
        this.measures = measures;
        getStyleClass().add("side");
        heading.getStyleClass().add("side-heading");
        summary.getStyleClass().add("side-summary");
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(heading, bar, lines, summary);
    }

    void show(Side side) {
        if (side.equals(last)) {
            return;
        }
        last = side;
        heading.setText(side.heading());
        bar.show(side.share());
        boolean hasLines = !side.lines().isEmpty();
        for (Node node : List.of(heading, bar)) {
            node.setVisible(hasLines);
            node.setManaged(hasLines);
        }
        lines.show(side.lines());
        summary.getChildren()
                .setAll(side.summary().stream().map(SideView::words).toList());
        summary.setVisible(!side.summary().isEmpty());
        summary.setManaged(!side.summary().isEmpty());
    }

    private static Node words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("side-word");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** As many lines as there is room for. */
    private final class Lines extends Region {
        private List<Line> all = List.of();
        private final List<LineView> made = new ArrayList<>();
        private int from = -1;

        void show(List<Line> wanted) {
            all = wanted;
            from = -1;
            requestLayout();
        }

        @Override
        protected double computePrefHeight(double width) {
            return measures.em(LINE_EM) * Math.max(3, all.size());
        }

        @Override
        protected double computeMinHeight(double width) {
            return measures.em(LINE_EM) * Math.min(2, all.size());
        }

        @Override
        protected void layoutChildren() {
            double line = measures.em(LINE_EM);
            int room = Math.max(1, (int) (getHeight() / line));
            int start = all.size() <= room ? 0 : Math.clamp(current() - room / 2, 0, all.size() - room);
            int count = Math.min(room, all.size());
            if (start != from || count != getChildren().size()) {
                from = start;
                fill(start, count);
            }
            for (int i = 0; i < getChildren().size(); i++) {
                getChildren().get(i).resizeRelocate(0, i * line, getWidth(), line - 4);
            }
        }

        private int current() {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).state() == Screen.Row.State.CURRENT) {
                    return i;
                }
            }
            return 0;
        }

        /** Lines that are there show other words; that is cheaper than new ones. */
        private void fill(int start, int count) {
            if (getChildren().size() > count) {
                getChildren().remove(count, getChildren().size());
            }
            while (getChildren().size() < count) {
                if (made.size() == getChildren().size()) {
                    made.add(new LineView());
                }
                getChildren().add(made.get(getChildren().size()));
            }
            for (int i = 0; i < count; i++) {
                made.get(i).show(all.get(start + i));
            }
        }
    }

    /** One line. */
    private final class LineView extends HBox {
        private final FitText label = new FitText(measures, 1.2, 0.85, 2, FontWeight.NORMAL, "line-label");
        private final Label count = new Label();
        private final FontIcon icon = measures.icon(Icons.of(Screen.Row.State.OPEN), 1.55, "line-icon");
        private @Nullable Line last;

        LineView() {
            HBox.setHgrow(label, Priority.ALWAYS);
            count.getStyleClass().add("line-count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().addAll(icon, label, count);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("line");
        }

        void show(Line line) {
            if (line.equals(last)) {
                return;
            }
            last = line;
            label.set(line.label());
            count.setText(line.count());
            icon.setIconCode(Icons.of(line.state()));
            for (Screen.Row.State state : Screen.Row.State.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT)), state == line.state());
            }
        }
    }
}
