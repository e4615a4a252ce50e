package dev.dockhand.app.ui.pages;

import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.DevicesShown;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The bytes of a device as they pass, newest at the bottom, both ways, with their meaning. */
final class TraceView extends VBox {

    private final Label heading = new Label();
    private final VBox lines = new VBox();
    private final Region room = new Region();
    private List<DevicesShown.Line> last = List.of();
    private boolean lastHeld;

    TraceView(Measures measures) {
        getStyleClass().add("trace");
        heading.getStyleClass().add("trace-heading");
        lines.getStyleClass().add("trace-lines");
        VBox.setVgrow(room, Priority.ALWAYS);
        setMinHeight(measures.em(3.5));
        setPrefHeight(measures.em(10));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(heading, lines, room);
        heightProperty().addListener((observable, before, now) -> draw());
    }

    void show(List<DevicesShown.Line> wanted, boolean held, Texts texts) {
        heading.setText(texts.of(held ? "devices.trace.held" : "devices.trace"));
        if (!wanted.equals(last) || held != lastHeld) {
            last = wanted;
            lastHeld = held;
            draw();
        }
    }

    private void draw() {
        double line = heading.getFont().getSize() * 3.2;
        int room = Math.max(1, (int) ((getHeight() - heading.getHeight() - line) / line));
        List<TextFlow> nodes = new ArrayList<>();
        for (DevicesShown.Line each : last.subList(Math.max(0, last.size() - room), last.size())) {
            nodes.add(line(each));
        }
        lines.getChildren().setAll(nodes);
    }

    private static TextFlow line(DevicesShown.Line line) {
        TextFlow flow = new TextFlow(
                text(line.time() + "  " + (line.fromDevice() ? "⟵ " : "⟶ "), "trace-time"),
                text(line.hex() + "  ", "trace-hex"),
                text(line.ascii(), "trace-ascii"),
                text(line.decoded().isEmpty() ? "" : "   = " + line.decoded(), "trace-decoded"));
        flow.getStyleClass().add(line.fromDevice() ? "trace-in" : "trace-out");
        return flow;
    }

    private static Text text(String words, String styleClass) {
        Text text = new Text(words);
        text.getStyleClass().add(styleClass);
        return text;
    }
}
