package dev.dockhand.app.ui.work;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.ui.keys.KeyAction;
import dev.dockhand.app.ui.keys.KeyIcons;
import dev.dockhand.app.ui.keys.Shortcut;
import dev.dockhand.app.ui.parts.BarcodeView;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.KeyCap;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.texts.Texts;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * A red verdict over the whole job. It stays until it is answered on purpose: by its key, by F8, or by the command
 * barcode that it shows. Enter does nothing here. Its key lies where the verdict band is below it: whoever touches twice
 * touches no key of the job.
 */
public final class StopView extends VBox {

    private final FontIcon icon;
    private final FitText word;
    private final FitText text;
    private final FitText next;
    private final Label how = new Label();
    private final HBox keys = new HBox();
    private final Region room = new Region();
    private final Measures measures;
    private final Runnable answer;
    private String label = "";

    /** A view that tells when its key is touched. */
    public StopView(Measures measures, Runnable answer) {
        this.measures = measures;
        this.answer = answer;
        getStyleClass().add("stop");
        icon = measures.icon(Material2RoundMZ.PAN_TOOL, 5.2, "stop-icon");
        word = new FitText(measures, 3.4, 1.8, 1, FontWeight.BOLD, "stop-word").aligned(Pos.CENTER_LEFT);
        text = new FitText(measures, 3.0, 1.3, 4, FontWeight.BOLD, "stop-text").aligned(Pos.TOP_LEFT);
        next = new FitText(measures, 1.5, 1, 2, FontWeight.NORMAL, "stop-next").aligned(Pos.TOP_LEFT);
        HBox.setHgrow(word, Priority.ALWAYS);
        HBox head = new HBox(icon, word);
        head.getStyleClass().add("stop-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(text, Priority.ALWAYS);
        how.getStyleClass().add("stop-how");
        how.setWrapText(true);
        keys.setAlignment(Pos.CENTER_LEFT);
        keys.getStyleClass().add("stop-keys");
        StackPane card = new StackPane(new BarcodeView(Command.ACKNOWLEDGE.barcode()));
        card.getStyleClass().add("stop-barcode");
        card.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        HBox foot = new HBox(keys, how, card);
        HBox.setHgrow(how, Priority.ALWAYS);
        how.setMaxWidth(Double.MAX_VALUE);
        foot.getStyleClass().add("stop-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, text, next, foot, room);
        setVisible(false);
    }

    /** Leaves this room below its key. */
    public void above(DoubleBinding height) {
        room.minHeightProperty().bind(height);
        room.maxHeightProperty().bind(height);
    }

    /**
     * Shows a verdict that waits to be answered.
     *
     * @param band the verdict; absent where none waits
     * @param instruction what is to be done afterwards
     * @param early what is said to a touch that came too early; absent without one
     */
    public void show(@Nullable BandShown band, String instruction, @Nullable String early, Texts texts) {
        setVisible(band != null);
        if (band == null) {
            return;
        }
        icon.setIconCode(Icons.of(band.tone()));
        word.set(band.word());
        text.set(band.text());
        next.set(texts.of("stop.next", instruction));
        how.setText(early == null ? texts.of("stop.how") : early);
        VerdictBand.tone(this, band.tone());
        String wanted = texts.of("command", Command.ACKNOWLEDGE);
        if (!wanted.equals(label)) {
            label = wanted;
            keys.getChildren().setAll(key(wanted));
        }
    }

    private KeyCap key(String words) {
        String shortcut = Shortcut.of(Command.ACKNOWLEDGE).map(Shortcut::label).orElse("");
        KeyCap cap =
                new KeyCap(measures, KeyIcons.of(new KeyAction.Press(Command.ACKNOWLEDGE)), words, shortcut, answer);
        cap.setId("key-" + Command.ACKNOWLEDGE.barcode());
        cap.setPrefWidth(measures.em(17));
        return cap;
    }
}
