package dev.dockhand.app.ui.pages;

import dev.dockhand.app.ui.parts.BarcodeView;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.PageView;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.CommandSheet;
import dev.dockhand.app.ui.work.Shown;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The command barcodes, to be scanned from the screen where no sheet is printed. */
public final class SheetPage implements PageView {

    private final TilePane cards = new TilePane();
    private final ScrollPane scroll;
    private final Titled node;
    private @Nullable Locale shownIn;

    /** A page of barcodes. */
    public SheetPage(Measures measures) {
        cards.getStyleClass().add("sheet");
        scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setPannable(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("sheet-scroll");
        node = new Titled(measures, scroll);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void scroll(int pages) {
        double beyond = cards.getHeight() - scroll.getViewportBounds().getHeight();
        if (beyond > 0) {
            double page = pages * 0.9 * scroll.getViewportBounds().getHeight() / beyond;
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + page, 0, 1));
        }
    }

    @Override
    public void show(Shown shown, Texts texts) {
        node.title(texts.of("page.SHEET"));
        if (!texts.language().equals(shownIn)) {
            shownIn = texts.language();
            List<CommandSheet.Entry> entries = CommandSheet.entries(texts);
            cards.getChildren().setAll(entries.stream().map(SheetPage::card).toList());
        }
    }

    private static Node card(CommandSheet.Entry entry) {
        Label words = new Label(entry.words());
        words.getStyleClass().add("sheet-words");
        VBox card = new VBox(words, new BarcodeView(entry.barcode()));
        card.setAlignment(Pos.CENTER);
        card.getStyleClass().add("sheet-card");
        return card;
    }
}
