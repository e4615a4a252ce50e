package dev.dockhand.app.demo;

import dev.dockhand.hardware.virtual.PrintedLabel;
import dev.dockhand.hardware.virtual.PrinterDials;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The printer with its labels, newest first; a click on a label scans it. */
final class PrinterPane extends VBox {

    private static final double WIDTH = 172;
    private static final int DOTS_A_PIXEL = 2;
    private static final int MOST = 20;

    private final Label title = new Label();
    private final Label none = new Label();
    private final ToggleButton paper = new ToggleButton();
    private final ToggleButton head = new ToggleButton();
    private final VBox labels = new VBox();
    private final Consumer<String> scan;
    private Words words;

    PrinterPane(Words words, PrinterDials dials, Consumer<String> scan) {
        this.words = words;
        this.scan = scan;
        getStyleClass().addAll("panel", "printer");
        title.getStyleClass().add("panel-title");
        none.getStyleClass().add("hint");
        none.setWrapText(true);
        paper.setOnAction(event -> dials.paperOut(paper.isSelected()));
        head.setOnAction(event -> dials.headOpen(head.isSelected()));
        FlowPane buttons = new FlowPane(paper, head);
        buttons.getStyleClass().add("buttons");
        buttons.getChildren().forEach(button -> button.setFocusTraversable(false));
        labels.getStyleClass().add("labels");
        labels.getChildren().add(none);
        ScrollPane scroll = new ScrollPane(labels);
        scroll.getStyleClass().add("label-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, buttons, scroll);
        say(words);
    }

    void say(Words other) {
        words = other;
        title.setText(words.of("printer"));
        none.setText(words.of("printer.none"));
        paper.setText(words.of("printer.paper-out"));
        head.setText(words.of("printer.head-open"));
    }

    /** A label came out. */
    void show(BenchLabel label) {
        BufferedImage image = label.image();
        if (image == null) {
            return;
        }
        labels.getChildren().remove(none);
        labels.getChildren().addFirst(picture(label, image));
        if (labels.getChildren().size() > MOST) {
            labels.getChildren().removeLast();
        }
    }

    private Node picture(BenchLabel label, BufferedImage image) {
        ImageView view = new ImageView(SwingFXUtils.toFXImage(small(image), null));
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        StackPane paperSheet = new StackPane(view);
        paperSheet.getStyleClass().add("label-paper");
        if (label.paper().condition() == PrintedLabel.Condition.DAMAGED) {
            Label torn = new Label(words.of("printer.damaged"));
            torn.getStyleClass().add("label-damaged");
            paperSheet.getChildren().add(torn);
        }
        String code = label.code();
        if (code != null && label.isGood()) {
            Tooltip.install(paperSheet, new Tooltip(words.of("printer.scan", code)));
            paperSheet.setOnMouseClicked(event -> scan.accept(code));
        }
        return paperSheet;
    }

    /** As large as it is looked at: a shift's labels at the printer's own resolution would fill the memory. */
    private static BufferedImage small(BufferedImage image) {
        int width = (int) Math.min(image.getWidth(), DOTS_A_PIXEL * WIDTH);
        int height = Math.max(1, image.getHeight() * width / image.getWidth());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }
}
