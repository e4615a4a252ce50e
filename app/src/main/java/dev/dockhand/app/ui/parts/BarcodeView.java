package dev.dockhand.app.ui.parts;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import dev.dockhand.app.ui.texts.Visible;
import java.util.Map;
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
    private static final int QUIET_MODULES = 10;
    private static final Map<EncodeHintType, Integer> WITHOUT_QUIET_ZONE = Map.of(EncodeHintType.MARGIN, 0);
    private static final double HEIGHT = 44;
    /** How ZXing is told the function character. */
    private static final char FNC1 = '\u00f1';

    /** The barcode of a text of printable ASCII characters and GS, which scanners send where the code has FNC1. */
    public BarcodeView(String text) {
        this(text, MODULE);
    }

    /**
     * The same, as wide as wanted.
     *
     * @param module width of a narrow bar
     */
    public BarcodeView(String text, double module) {
        getStyleClass().add("barcode");
        setAlignment(Pos.CENTER);
        BitMatrix bits = new Code128Writer()
                .encode(text.replace('\u001d', FNC1), BarcodeFormat.CODE_128, 0, 1, WITHOUT_QUIET_ZONE);
        Label label = new Label(Visible.text(text));
        label.getStyleClass().add("barcode-text");
        getChildren().addAll(bars(bits, module), label);
        setMinWidth((bits.getWidth() + 2 * QUIET_MODULES) * module);
    }

    private static Path bars(BitMatrix bits, double module) {
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
                                new MoveTo(x * module, 0),
                                new HLineTo(end * module),
                                new VLineTo(HEIGHT),
                                new HLineTo(x * module),
                                new ClosePath());
            }
            x = Math.max(end, x + 1);
        }
        return path;
    }
}
