package dev.dockhand.app.ui.devices;

import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Scale;
import dev.dockhand.app.ui.texts.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/** One device: its state, what to do about it, its address and profile. */
final class DeviceDetailView extends VBox {

    private static final int FIRST_OPTION = 2;

    private final Measures measures;
    private final FitText name;
    private final Label state = new Label();
    private final Label advice = new Label();
    private final Label identity = new Label();
    private final Label addressName = new Label();
    private final Label address = new Label();
    private final Label profileName = new Label();
    private final Label profile = new Label();
    private final GridPane grid = new GridPane();
    private List<DevicesShown.Fact> options = List.of();

    DeviceDetailView(Measures measures) {
        this.measures = measures;
        getStyleClass().add("device-detail");
        name = new FitText(measures, Scale.TITLE, Scale.BODY, 1, FontWeight.BOLD, "device-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        state.getStyleClass().addAll("device-state", "lamp");
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(name, state);
        head.setAlignment(Pos.CENTER_LEFT);
        advice.getStyleClass().add("device-advice");
        advice.setWrapText(true);
        advice.setMinHeight(Region.USE_PREF_SIZE);
        identity.getStyleClass().addAll("device-value", "lamp");
        identity.setWrapText(true);
        identity.setMinHeight(Region.USE_PREF_SIZE);
        address.getStyleClass().add("device-value");
        address.setWrapText(true);
        address.setMinHeight(Region.USE_PREF_SIZE);
        profile.getStyleClass().add("device-value");
        profile.setWrapText(true);
        profile.setMinHeight(Region.USE_PREF_SIZE);
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        addressName.getStyleClass().add("device-name");
        profileName.getStyleClass().add("device-name");
        GridPane.setValignment(addressName, VPos.TOP);
        grid.addRow(0, addressName, address);
        grid.addRow(FIRST_OPTION - 1, profileName, profile);
        getChildren().addAll(head, advice, identity, grid);
    }

    void show(DevicesShown.@Nullable Detail detail, boolean whole, Texts texts) {
        DevicesView.present(this, detail != null);
        if (detail == null) {
            return;
        }
        name.set(detail.name());
        state.setText(detail.state());
        state.setGraphic(measures.icon(Icons.of(detail.level()), 1.2, "lamp-icon"));
        Levels.show(state, detail.level());
        advice.setText(detail.note().isEmpty() ? detail.advice() : detail.advice() + " " + detail.note());
        addressName.setText(texts.of("devices.address"));
        address.setText(detail.address().isEmpty() ? texts.of("devices.off") : Texts.shown(place(detail.address())));
        profileName.setText(texts.of("devices.profile"));
        profile.setText(detail.profile().isEmpty() ? "–" : detail.profile());
        for (Label row : List.of(addressName, address, profileName, profile)) {
            DevicesView.present(row, detail.plugged());
        }
        options(detail.options());
        identity.setText(detail.identity());
        identity.setGraphic(detail.usable() ? null : measures.icon(Icons.of(Level.BAD), 1.2, "lamp-icon"));
        Levels.show(identity, detail.usable() ? Level.FINE : Level.BAD);
        identity.pseudoClassStateChanged(PseudoClass.getPseudoClass("plain"), detail.usable());
        DevicesView.present(
                advice, whole && (detail.level() != Level.FINE || !detail.note().isEmpty()));
        address.pseudoClassStateChanged(PseudoClass.getPseudoClass("changed"), detail.changed());
        profile.pseudoClassStateChanged(PseudoClass.getPseudoClass("changed"), detail.changed());
    }

    /** Where it is; how fast the line is stands in words above. */
    private static String place(String address) {
        int settings = address.indexOf('?');
        return settings < 0 ? address : address.substring(0, settings);
    }

    private void options(List<DevicesShown.Fact> now) {
        if (now.equals(options)) {
            return;
        }
        options = now;
        grid.getChildren().removeIf(node -> GridPane.getRowIndex(node) >= FIRST_OPTION);
        for (int i = 0; i < now.size(); i++) {
            Label optionName = new Label(now.get(i).name());
            optionName.getStyleClass().add("device-name");
            Label words = new Label(now.get(i).words());
            words.getStyleClass().add("device-value");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(FIRST_OPTION + i, optionName, words);
        }
    }
}
