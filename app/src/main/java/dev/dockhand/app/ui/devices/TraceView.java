package dev.dockhand.app.ui.devices;

import dev.dockhand.app.ui.parts.Fonts;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The bytes of a device as they pass, newest at the bottom, both ways, with their meaning. */
final class TraceView extends VBox {

    private static final double LINE_EM = 1;
    private static final double FEWEST_EM = 4;

    private final Measures measures;
    private final Label heading = new Label();
    private final VBox lines = new VBox();
    private List<DevicesShown.Line> last = List.of();
    private boolean lastHeld;

    TraceView(Measures measures) {
        this.measures = measures;
        getStyleClass().add("trace");
        heading.getStyleClass().add("device-small");
        lines.getStyleClass().add("trace-lines");
        setMinHeight(0);
        getChildren().addAll(heading, lines);
        heightProperty().addListener((observable, before, now) -> draw());
        widthProperty().addListener((observable, before, now) -> draw());
    }

    @Override
    protected double computePrefHeight(double width) {
        return measures.em(FEWEST_EM);
    }

    void show(List<DevicesShown.Line> wanted, boolean held, Texts texts) {
        heading.setText(texts.of(held ? "devices.trace.held" : "devices.trace"));
        if (!wanted.equals(last) || held != lastHeld) {
            last = wanted;
            lastHeld = held;
            draw();
        }
    }

    /** As many of the latest lines as stand whole in the room that the rest of the page leaves; none in too little. */
    private void draw() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double room = getHeight() - insets.getTop() - insets.getBottom() - measures.em(2);
        setOpacity(room < measures.em(LINE_EM) ? 0 : 1);
        List<TextFlow> nodes = new ArrayList<>();
        for (DevicesShown.Line each : last.reversed()) {
            TextFlow line = line(each);
            room -= line.prefHeight(width) + measures.em(0.3);
            if (width <= 0 || room < 0) {
                break;
            }
            nodes.addFirst(line);
        }
        lines.getChildren().setAll(nodes);
    }

    private TextFlow line(DevicesShown.Line line) {
        TextFlow flow = new TextFlow(
                text(line.time() + (line.fromDevice() ? "  ←  " : "  →  "), "trace-time"),
                text(line.bytes(), "trace-bytes"),
                text(line.decoded().isEmpty() ? "" : "   = " + line.decoded(), "trace-decoded"));
        flow.getStyleClass().add(line.fromDevice() ? "trace-in" : "trace-out");
        return flow;
    }

    /** Sized here and not in the style sheet, since its height must be known before it is shown. */
    private Text text(String words, String styleClass) {
        Text text = new Text(words);
        text.setFont(Font.font(Fonts.family(), measures.em(LINE_EM)));
        text.getStyleClass().add(styleClass);
        return text;
    }
}
