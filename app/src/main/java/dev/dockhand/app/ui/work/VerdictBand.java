package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.Measures;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The verdict band: shape, word, colour, and the shapes of the verdicts before it. */
public final class VerdictBand extends HBox {

    private final Measures measures;
    private final FontIcon icon;
    private final Label word = new Label();
    private final FitText text;
    private final HBox past = new HBox();
    private @Nullable BandShown last;

    /** A band without a verdict. */
    public VerdictBand(Measures measures) {
        this.measures = measures;
        getStyleClass().add("band");
        icon = measures.icon(Material2RoundMZ.QR_CODE_SCANNER, 2.9, "band-icon");
        setAlignment(Pos.CENTER_LEFT);
        word.getStyleClass().add("band-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        text = new FitText(measures, 1.8, 0.95, 3, FontWeight.NORMAL, "band-text").aligned(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        past.getStyleClass().add("band-past");
        past.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(icon, word, text, past);
        tone(this, null);
    }

    /** Shows a verdict, or words for none. */
    public void show(@Nullable BandShown band, String ready) {
        if (band == null) {
            icon.setIconCode(Material2RoundMZ.QR_CODE_SCANNER);
            word.setText("");
            text.set(ready);
            past.getChildren().clear();
        } else if (!band.equals(last)) {
            icon.setIconCode(Icons.of(band.tone()));
            word.setText(band.word());
            text.set(band.text());
            if (last == null || !last.past().equals(band.past())) {
                past.getChildren().setAll(band.past().stream().map(this::small).toList());
            }
        }
        tone(this, band == null ? null : band.tone());
        last = band;
    }

    private Node small(Verdict.Tone tone) {
        return measures.icon(Icons.of(tone), 1.5, "band-small");
    }

    /** Gives a node the pseudo-class of a tone, and takes the others away. */
    static void tone(Node node, Verdict.@Nullable Tone tone) {
        for (Verdict.Tone each : Verdict.Tone.values()) {
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == tone);
        }
    }
}
