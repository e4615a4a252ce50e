package dev.dockhand.app.ui.strip;

import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Icons;
import dev.dockhand.app.ui.parts.Lamp;
import dev.dockhand.app.ui.parts.Level;
import dev.dockhand.app.ui.parts.Levels;
import dev.dockhand.app.ui.parts.Measures;
import java.util.List;
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
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The status strip: who works where on what, the cut-off clock, a lamp a device, the sync lamp in words. */
public final class StripView extends HBox {

    private static final List<PseudoClass> TIGHTER =
            List.of(PseudoClass.getPseudoClass("tight"), PseudoClass.getPseudoClass("tighter"));

    private final Measures measures;
    private final FitText station;
    private final FitText operator;
    private final Label job = label("strip-job");
    private final Label cutOff = lampLabel("strip-cutoff");
    private final HBox lamps = new HBox();
    private final Label sync = lampLabel("strip-sync");
    private final Label time = label("strip-time");
    private final FontIcon syncIcon;
    private @Nullable StripShown last;
    private int tightness;

    /** An empty strip. */
    public StripView(Measures measures) {
        this.measures = measures;
        getStyleClass().add("strip");
        station = new FitText(measures, 1.05, 0.75, 2, FontWeight.BOLD, "strip-station").eliding();
        operator = new FitText(measures, 1.05, 0.75, 2, FontWeight.NORMAL, "strip-operator").eliding();
        job.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        syncIcon = measures.icon(Material2RoundAL.CLOUD_DONE, 1.2, "lamp-icon");
        sync.setGraphic(syncIcon);
        cutOff.setGraphic(measures.icon(Material2RoundMZ.SCHEDULE, 1.2, "lamp-icon"));
        lamps.getStyleClass().add("strip-lamps");
        lamps.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(station, operator, job, gap, cutOff, lamps, sync, time);
    }

    /** Shows a strip. */
    public void show(StripShown strip) {
        if (strip.equals(last)) {
            return;
        }
        station.set(strip.station());
        operator.set(strip.operator());
        job.setText(strip.job());
        time.setText(strip.time());
        lamp(cutOff, strip.cutOff());
        lamp(sync, strip.sync());
        if (strip.sync() != null) {
            syncIcon.setIconCode(cloud(strip.sync().level()));
        }
        if (last == null || !last.lamps().equals(strip.lamps())) {
            lamps.getChildren().setAll(lamps(strip.lamps()));
        }
        last = strip;
    }

    private List<Node> lamps(List<StripShown.DeviceWord> words) {
        return words.stream().<Node>map(this::device).toList();
    }

    /** Where there is little room the strip gets tighter in two steps; words of what is fine go last. */
    @Override
    protected void layoutChildren() {
        for (int step = 0; step <= TIGHTER.size(); step++) {
            tighten(step);
            if (prefWidth(-1) <= getWidth() + 0.5) {
                break;
            }
        }
        super.layoutChildren();
    }

    private void tighten(int step) {
        if (step != tightness) {
            tightness = step;
            for (int i = 0; i < TIGHTER.size(); i++) {
                pseudoClassStateChanged(TIGHTER.get(i), i < step);
            }
            applyCss();
        }
    }

    private Label device(StripShown.DeviceWord word) {
        Label label = lampLabel("strip-device");
        label.setText(word.words());
        boolean fine = word.level() == Level.FINE;
        label.setGraphic(measures.icon(fine ? Icons.device(word.kind()) : Icons.of(word.level()), 1.2, "lamp-icon"));
        Levels.show(label, word.level());
        return label;
    }

    private static void lamp(Label label, @Nullable Lamp lamp) {
        label.setVisible(lamp != null);
        label.setManaged(lamp != null);
        if (lamp == null) {
            return;
        }
        label.setText(lamp.words());
        Levels.show(label, lamp.level());
    }

    private static org.kordamp.ikonli.Ikon cloud(Level level) {
        return switch (level) {
            case FINE -> Material2RoundAL.CLOUD_DONE;
            case LOOK -> Material2RoundAL.CLOUD_OFF;
            case BAD -> Material2RoundMZ.SYNC_PROBLEM;
        };
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static Label lampLabel(String styleClass) {
        Label label = label(styleClass);
        label.getStyleClass().add("lamp");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
