package dev.dockhand.app.ui.sheet;

import dev.dockhand.app.ui.page.PageView;
import dev.dockhand.app.ui.parts.BarcodeView;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.MoreKey;
import dev.dockhand.app.ui.parts.Titled;
import dev.dockhand.app.ui.texts.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The command barcodes, to be scanned from the screen where no sheet is printed. */
public final class SheetView implements PageView {

    /** Pixels of the screen that a narrow bar takes: whole ones, or bars of one width come out as two. */
    private static final double PIXELS_A_MODULE = 2;

    private static final double ROUNDED = 1;
    private static final double KEY_EM = 8;

    private final VBox groups = new VBox();
    private final ScrollPane scroll = new ScrollPane(groups);
    private final MoreKey up;
    private final MoreKey down;
    private final Titled node;
    private @Nullable Texts shown;
    private double scale = 1;

    /** A page of barcodes. */
    public SheetView(Measures measures) {
        groups.getStyleClass().add("sheet");
        scroll.setFitToWidth(true);
        scroll.setPannable(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("sheet-scroll");
        up = new MoreKey(measures, "sheet-up", Material2RoundAL.EXPAND_LESS, () -> scroll(-1));
        down = new MoreKey(measures, "sheet-down", Material2RoundAL.EXPAND_MORE, () -> scroll(1));
        up.minWidthProperty().bind(measures.typeProperty().multiply(KEY_EM));
        down.minWidthProperty().bind(up.minWidthProperty());
        node = new Titled(measures, scroll, up, down);
        groups.localToSceneTransformProperty().addListener((observable, before, now) -> scaled(now.getMxx()));
        scroll.vvalueProperty().addListener(observable -> count());
        scroll.viewportBoundsProperty().addListener(observable -> fit());
        groups.heightProperty().addListener(observable -> count());
    }

    @Override
    public Node node() {
        return node;
    }

    /** The first row that is not wholly to be seen comes to the edge, so that no barcode is passed over. */
    @Override
    public void scroll(int pages) {
        double beyond = beyond();
        if (beyond > 0) {
            double top = pages > 0
                    ? cards().filter(card -> card.bottom() > bottom())
                            .mapToDouble(Placed::top)
                            .min()
                            .orElse(beyond)
                    : cards().filter(card -> card.top() < top())
                                    .mapToDouble(Placed::bottom)
                                    .max()
                                    .orElse(0)
                            - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(Math.clamp(top / beyond, 0, 1));
        }
    }

    /**
     * Where a card lies among all.
     *
     * @param top its upper edge
     * @param bottom its lower edge
     */
    private record Placed(double top, double bottom) {}

    private Stream<Placed> cards() {
        return groups.getChildren().stream()
                .flatMap(group -> ((TilePane) group).getChildren().stream().map(card -> {
                    double top = group.getBoundsInParent().getMinY()
                            + card.getBoundsInParent().getMinY();
                    return new Placed(top, top + card.getBoundsInParent().getHeight());
                }));
    }

    private double top() {
        return scroll.getVvalue() * Math.max(0, beyond()) - ROUNDED;
    }

    private double bottom() {
        return top() + scroll.getViewportBounds().getHeight() + 2 * ROUNDED;
    }

    private double beyond() {
        return groups.getHeight() - scroll.getViewportBounds().getHeight();
    }

    @Override
    public void show(Texts texts) {
        node.title(texts.of("page.SHEET"));
        if (!texts.equals(shown)) {
            shown = texts;
            draw(texts);
        }
    }

    /** A window that is drawn smaller has its barcodes drawn larger. */
    private void scaled(double factor) {
        if (factor > 0 && factor != scale) {
            scale = factor;
            if (shown != null) {
                draw(shown);
            }
        }
    }

    private void draw(Texts texts) {
        groups.getChildren()
                .setAll(CommandSheet.groups(texts).stream().map(this::group).toList());
        groups.applyCss();
        fit();
    }

    private Node group(List<CommandSheet.Entry> entries) {
        TilePane cards = new TilePane();
        cards.getStyleClass().add("sheet-group");
        cards.getChildren().setAll(entries.stream().map(this::card).toList());
        return cards;
    }

    private Node card(CommandSheet.Entry entry) {
        Label words = new Label(entry.words());
        words.getStyleClass().add("sheet-words");
        VBox card = new VBox(words, new BarcodeView(entry.barcode(), PIXELS_A_MODULE / scale));
        card.setAlignment(Pos.CENTER);
        card.getStyleClass().add("sheet-card");
        return card;
    }

    /** As many cards side by side as there is room for, and as wide as there is room. */
    private void fit() {
        double width = scroll.getViewportBounds().getWidth();
        for (Node group : groups.getChildren()) {
            TilePane cards = (TilePane) group;
            double widest = cards.getChildren().stream()
                    .mapToDouble(card -> Math.ceil(card.prefWidth(-1)))
                    .max()
                    .orElse(1);
            double gap = cards.getHgap();
            int columns = Math.max(1, (int) ((width + gap) / (widest + gap)));
            cards.setPrefTileWidth(Math.max(widest, Math.floor((width + gap) / columns - gap)));
        }
        count();
    }

    /** Says how many barcodes are not wholly to be seen, above and below. */
    private void count() {
        up.show((int) cards().filter(card -> card.top() < top()).count(), shown);
        down.show((int) cards().filter(card -> card.bottom() > bottom()).count(), shown);
    }
}
