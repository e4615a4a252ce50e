package dev.dockhand.app.ui.devices;

import dev.dockhand.app.ui.parts.BarcodeView;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Scale;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/** What to do in large type, how, a code to scan, and what came of it: the bytes of both pans, or characters. */
final class ScaleSetupView extends VBox {

    private final Measures measures;
    private final Label icon = new Label();
    private final FitText instruction;
    private final FitText words;
    private final VBox heard = new VBox();
    private final StackPane code = new StackPane();
    private DevicesShown.@Nullable Setup last;

    ScaleSetupView(Measures measures) {
        this.measures = measures;
        getStyleClass().add("scale-setup");
        icon.getStyleClass().add("lamp");
        icon.setMinWidth(Region.USE_PREF_SIZE);
        instruction = new FitText(measures, Scale.PAGE, Scale.BODY, 2, FontWeight.BOLD, "setup-instruction");
        HBox.setHgrow(instruction, Priority.ALWAYS);
        words = new FitText(measures, Scale.BODY, Scale.LEAST, 5, FontWeight.NORMAL, "setup-words");
        heard.getStyleClass().add("trace");
        HBox head = new HBox(icon, instruction);
        head.getStyleClass().add("setup-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, words, code, heard);
    }

    /**
     * Shows what to do.
     *
     * @param brief whether a keyboard needs the room of how to do it
     */
    void show(DevicesShown.@Nullable Setup setup, boolean brief) {
        DevicesView.present(this, setup != null);
        if (setup == null) {
            return;
        }
        DevicesView.present(words, !setup.words().isEmpty() && !brief);
        if (setup.equals(last)) {
            return;
        }
        last = setup;
        icon.setGraphic(measures.icon(Icons.of(setup.level()), 2.4, "lamp-icon"));
        Levels.show(icon, setup.level());
        instruction.set(setup.instruction());
        words.set(setup.words());
        DevicesView.present(code, !setup.code().isEmpty());
        code.getChildren().setAll(setup.code().isEmpty() ? List.of() : List.of(new BarcodeView(setup.code())));
        DevicesView.present(heard, !setup.heard().isEmpty());
        heard.getChildren().setAll(setup.heard().stream().map(this::line).toList());
    }

    private Node line(DevicesShown.Heard bytes) {
        Label name = new Label(bytes.name());
        name.getStyleClass().add("device-small");
        FitText text = new FitText(measures, Scale.BODY, Scale.LEAST, 2, FontWeight.BOLD, "live-figure");
        text.set(bytes.text());
        return new VBox(name, text);
    }
}
