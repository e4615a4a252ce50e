package dev.dockhand.app.ui.devices;

import dev.dockhand.app.device.DeviceTest;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.ui.devices.DevicesShown.TestLine;
import dev.dockhand.app.ui.parts.BarcodeView;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Scale;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.kordamp.ikonli.Ikon;

/** The test of all devices, line by line, with the code that is to be scanned. */
final class DeviceTestsView extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Measures measures;
    private List<TestLine> last = List.of();

    DeviceTestsView(Measures measures) {
        this.measures = measures;
        getStyleClass().add("checks");
    }

    void show(List<TestLine> lines) {
        DevicesView.present(this, !lines.isEmpty());
        if (!lines.equals(last)) {
            last = lines;
            getChildren().setAll(lines.stream().map(this::line).toList());
        }
    }

    private Node line(TestLine line) {
        Label icon = new Label();
        icon.getStyleClass().add("lamp");
        icon.setGraphic(measures.icon(icon(line.outcome()), 2, "lamp-icon"));
        Levels.show(icon, level(line.outcome()));
        FitText name = new FitText(measures, Scale.BODY, Scale.LEAST, 1, FontWeight.BOLD, "check-name");
        name.set(line.name());
        FitText words = new FitText(measures, Scale.BODY, Scale.LEAST, 3, FontWeight.NORMAL, "check-words");
        words.set(line.words());
        VBox both = new VBox(name, words);
        both.setMinWidth(0);
        both.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox row = new HBox(icon, both);
        if (!line.code().isEmpty()) {
            row.getChildren().add(new BarcodeView(line.code()));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("check-row");
        row.pseudoClassStateChanged(CURRENT, line.outcome() == DeviceTest.Outcome.RUNNING);
        VBox.setVgrow(row, Priority.SOMETIMES);
        row.setMaxHeight(measures.em(9));
        return row;
    }

    private static Ikon icon(DeviceTest.Outcome outcome) {
        return switch (outcome) {
            case WAITING -> Icons.of(Screen.Row.State.OPEN);
            case RUNNING -> Icons.of(Screen.Row.State.CURRENT);
            case PASSED -> Icons.of(Level.FINE);
            case FAILED -> Icons.of(Level.BAD);
            case SKIPPED -> Icons.of(Screen.Row.State.SHORT);
        };
    }

    private static Level level(DeviceTest.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Level.FINE;
            case FAILED -> Level.BAD;
            case WAITING, RUNNING, SKIPPED -> Level.LOOK;
        };
    }
}
