package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.parts.Bar;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.MoreKey;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.WorkShown.Line;
import dev.dockhand.app.ui.work.WorkShown.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/**
 * The lines at the side: how many are done, the lines around the current one, and the summary. Only as many lines are
 * made as there is room for, so a job of a thousand lines draws like one of five.
 */
final class SideView extends VBox {

    private static final double LINE_EM = 3.1;
    private static final int MOST_SUMMARY = 7;

    private final Measures measures;
    private final Label heading = new Label();
    private final Bar bar = new Bar();
    private final Lines lines;
    private final VBox summary = new VBox();
    private @Nullable Side last;
    private @Nullable Texts words;

    SideView(Measures measures) {
        this.measures = measures;
        lines = new Lines();
        getStyleClass().add("side");
        heading.getStyleClass().add("side-heading");
        summary.getStyleClass().add("side-summary");
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(heading, bar, lines, summary);
    }

    void show(Side side, Texts texts) {
        words = texts;
        if (side.equals(last)) {
            return;
        }
        last = side;
        heading.setText(side.heading());
        WorkView.present(heading, !side.heading().isEmpty());
        Double share = side.share();
        WorkView.present(bar, share != null);
        bar.show(share == null ? 0 : share);
        lines.show(side.lines());
        List<String> told = side.summary();
        int shown = told.size() > MOST_SUMMARY ? MOST_SUMMARY - 1 : told.size();
        summary.getChildren()
                .setAll(told.subList(0, shown).stream().map(this::words).toList());
        if (shown < told.size()) {
            summary.getChildren().add(words(texts.of("side.more", told.size() - shown)));
        }
        summary.setVisible(!side.summary().isEmpty());
        summary.setManaged(!side.summary().isEmpty());
    }

    /** Shows other lines: so many pages further down, or up where negative. */
    void scroll(int pages) {
        lines.scroll(pages);
    }

    private Node words(String text) {
        FitText words = new FitText(measures, 1.15, 0.8, 2, FontWeight.NORMAL, "side-word").eliding();
        words.set(text);
        return words;
    }

    /** As many lines as there is room for, and two keys that say how many more there are and show them. */
    private final class Lines extends Region {
        private List<Line> all = List.of();
        private final List<LineView> made = new ArrayList<>();
        private final MoreKey up = new MoreKey(measures, "side-up", Material2RoundAL.EXPAND_LESS, () -> scroll(-1));
        private final MoreKey down = new MoreKey(measures, "side-down", Material2RoundAL.EXPAND_MORE, () -> scroll(1));
        private final Group drawn = new Group();
        private int from = -1;
        private int room = 1;
        /** The first line that a person scrolled to; -1 while the list follows the job. */
        private int scrolled = -1;

        Lines() {
            up.setManaged(false);
            down.setManaged(false);
            drawn.setManaged(false);
            drawn.setAutoSizeChildren(false);
            getChildren().addAll(drawn, up, down);
            setOnScroll(event -> {
                scrollBy(event.getDeltaY() > 0 ? -1 : 1);
                event.consume();
            });
        }

        void show(List<Line> wanted) {
            if (wanted.size() != all.size() || current(wanted) != current(all)) {
                scrolled = -1;
            }
            all = wanted;
            from = -1;
            requestLayout();
        }

        void scroll(int pages) {
            scrollBy(pages * Math.max(1, room - 1));
        }

        private void scrollBy(int wanted) {
            if (all.size() > room) {
                scrolled = Math.clamp(from + wanted, 0, all.size() - room);
                requestLayout();
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return measures.em(LINE_EM) * Math.max(3, all.size());
        }

        @Override
        protected double computeMinHeight(double width) {
            return measures.em(LINE_EM) * Math.min(2, all.size()) + (all.size() > 2 ? signs() : 0);
        }

        private double signs() {
            return measures.target() + measures.em(0.5);
        }

        @Override
        protected void layoutChildren() {
            double line = measures.em(LINE_EM);
            int whole = (int) (getHeight() / line);
            boolean isLong = all.size() > whole;
            room = Math.max(1, isLong ? (int) ((getHeight() - signs()) / line) : whole);
            int start = 0;
            if (isLong) {
                int wanted = scrolled >= 0 ? scrolled : current(all) - room / 2;
                start = Math.clamp(wanted, 0, all.size() - room);
            }
            int count = Math.min(room, all.size());
            if (start != from || count != drawn.getChildren().size()) {
                from = start;
                fill(start, count);
            }
            for (int i = 0; i < drawn.getChildren().size(); i++) {
                drawn.getChildren().get(i).resizeRelocate(0, i * line, getWidth(), line - 4);
            }
            up.show(start, words);
            down.show(isLong ? all.size() - start - count : 0, words);
            double half = (getWidth() - measures.em(0.5)) / 2;
            double y = getHeight() - measures.target();
            up.resizeRelocate(0, y, half, measures.target());
            down.resizeRelocate(getWidth() - half, y, half, measures.target());
        }

        private static int current(List<Line> lines) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).state() == Screen.Row.State.CURRENT) {
                    return i;
                }
            }
            return 0;
        }

        /** Lines that are there show other words; that is cheaper than new ones. */
        private void fill(int start, int count) {
            List<Node> shown = drawn.getChildren();
            if (shown.size() > count) {
                shown.subList(count, shown.size()).clear();
            }
            while (shown.size() < count) {
                if (made.size() == shown.size()) {
                    made.add(new LineView());
                }
                shown.add(made.get(shown.size()));
            }
            for (int i = 0; i < count; i++) {
                made.get(i).show(all.get(start + i));
            }
        }
    }

    /** One line. */
    private final class LineView extends HBox {
        private final FitText label = new FitText(measures, 1.2, 0.85, 2, FontWeight.NORMAL, "line-label").eliding();
        private final FitText count =
                new FitText(measures, 1.2, 0.8, 1, FontWeight.BOLD, "line-count").aligned(Pos.CENTER_RIGHT);
        private final FontIcon icon = measures.icon(Icons.of(Screen.Row.State.OPEN), 1.55, "line-icon");
        private @Nullable Line last;

        LineView() {
            HBox.setHgrow(label, Priority.ALWAYS);
            getChildren().addAll(icon, label, count);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("line");
        }

        /** The count is shown whole, and yet leaves half of the line to the label, however many units there are. */
        @Override
        protected void layoutChildren() {
            count.setMinWidth(Math.min(count.prefWidth(-1), getWidth() * 0.45));
            count.setMaxWidth(count.getMinWidth());
            super.layoutChildren();
        }

        void show(Line line) {
            if (line.equals(last)) {
                return;
            }
            last = line;
            label.set(line.label());
            count.set(line.count());
            icon.setIconCode(Icons.of(line.state()));
            for (Screen.Row.State state : Screen.Row.State.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT)), state == line.state());
            }
        }
    }
}
