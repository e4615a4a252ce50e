package dev.dockhand.app.ui.about;

import dev.dockhand.app.ui.page.PageView;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Titled;
import dev.dockhand.app.ui.strip.StripShown;
import dev.dockhand.app.ui.texts.Texts;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The status of the station in words, and what it is made of. */
public final class AboutView implements PageView {

    private final About about;
    private final Supplier<StripShown> strip;
    private final GridPane grid = new GridPane();
    private final Titled node;

    /**
     * A page with the product's facts.
     *
     * @param strip what the status strip shows now
     */
    public AboutView(About about, Supplier<StripShown> strip, Measures measures) {
        this.about = about;
        this.strip = strip;
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        this.node = new Titled(measures, grid);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Texts texts) {
        node.title(texts.of("about.title", about.version()));
        StripShown now = strip.get();
        String devices = now.lamps().stream().map(StripShown.DeviceWord::words).collect(Collectors.joining(" · "));
        List<String> rows = List.of(
                "about.station", now.station(),
                "about.operator", now.operator(),
                "about.sync", now.sync().words(),
                "about.devices", devices.isEmpty() ? "–" : devices,
                "about.server", about.server().isEmpty() ? "–" : about.server(),
                "about.data", about.dataFolder(),
                "about.runtime", about.runtime(),
                "about.licences", texts.of("about.licences.text"));
        grid.getChildren().clear();
        for (int i = 0; i < rows.size(); i += 2) {
            grid.add(label(texts.of(rows.get(i)), "fact-name"), 0, i / 2);
            grid.add(label(rows.get(i + 1), "fact-value"), 1, i / 2);
        }
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
