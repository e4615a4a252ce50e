package dev.dockhand.app.ui.parts;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import dev.dockhand.app.ui.texts.Visible;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/** A Code 128 that can be scanned from the screen or from paper, with its text below. */
public final class BarcodeView extends VBox {

    private static final double MODULE = 1.5;
    private static final double HEIGHT = 44;
    /** How ZXing is told the function character. */
    private static final char FNC1 = '\u00f1';

    /** The barcode of a text of printable ASCII characters and GS, which scanners send where the code has FNC1. */
    public BarcodeView(String text) {
        getStyleClass().add("barcode");
        setAlignment(Pos.CENTER);
        BitMatrix bits = new Code128Writer().encode(text.replace('\u001d', FNC1), BarcodeFormat.CODE_128, 0, 1);
        Label label = new Label(Visible.text(text));
        label.getStyleClass().add("barcode-text");
        getChildren().addAll(bars(bits), label);
    }

    private static Path bars(BitMatrix bits) {
        Path path = new Path();
        path.setStrokeWidth(0);
        path.setStroke(null);
        path.getStyleClass().add("barcode-bars");
        path.setSmooth(false);
        int x = 0;
        while (x < bits.getWidth()) {
            int end = x;
            while (end < bits.getWidth() && bits.get(end, 0)) {
                end++;
            }
            if (end > x) {
                path.getElements()
                        .addAll(
                                new MoveTo(x * MODULE, 0),
                                new HLineTo(end * MODULE),
                                new VLineTo(HEIGHT),
                                new HLineTo(x * MODULE),
                                new ClosePath());
            }
            x = Math.max(end, x + 1);
        }
        return path;
    }
}
