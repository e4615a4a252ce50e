package dev.dockhand.app.ui.window;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.keys.KeyRow;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.page.PageView;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.parts.Touched;
import dev.dockhand.app.ui.strip.StripView;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.app.ui.work.BandShown;
import dev.dockhand.app.ui.work.ItemPictures;
import dev.dockhand.app.ui.work.StopView;
import dev.dockhand.app.ui.work.VerdictBand;
import dev.dockhand.app.ui.work.WorkShown;
import dev.dockhand.app.ui.work.WorkView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The whole screen: strip, job or page, notices, verdict band, key row; and the red verdict over all but the strip. */
public final class StationView extends VBox {

    private final StationViewModel model;
    private final Measures measures;
    private final StripView strip;
    private final StackPane body = new StackPane();
    private final WorkView work;
    private final VBox notices = new VBox();
    private final VerdictBand band;
    private final KeyRow keys;
    private final StopView stop;
    private final Map<PageId, Supplier<PageView>> pages;
    private final Map<PageId, PageView> made = new HashMap<>();
    private List<String> lastNotices = List.of();

    /**
     * A screen.
     *
     * @param model what it shows
     * @param measures sizes
     * @param itemPictures pictures of items
     * @param pages make the pages beside the work, each when it is opened for the first time
     */
    public StationView(
            StationViewModel model,
            Measures measures,
            ItemPictures itemPictures,
            Map<PageId, Supplier<PageView>> pages) {
        this.model = model;
        this.pages = pages;
        this.measures = measures;
        strip = new StripView(measures);
        getStyleClass().add("station");
        work = new WorkView(measures, itemPictures, new Touched(model, model::touched), this::digit);
        body.getChildren().add(work);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        notices.getStyleClass().add("notices");
        band = new VerdictBand(measures);
        keys = new KeyRow(measures, action -> model.touched(() -> model.act(action)));
        stop = new StopView(measures, () -> model.touched(() -> model.press(Command.ACKNOWLEDGE)));
        // Down to where the keys begin.
        stop.above(keys.heightProperty().subtract(measures.typeProperty().multiply(KeyRow.ABOVE_EM)));
        VBox below = new VBox(body, notices, band, keys);
        VBox.setVgrow(body, Priority.ALWAYS);
        below.getStyleClass().add("behind");
        StackPane all = new StackPane(below, stop);
        VBox.setVgrow(all, Priority.ALWAYS);
        getChildren().addAll(strip, all);
        model.onScroll(this::scroll);
        model.shown().addListener((observable, before, now) -> show(now));
        show(model.shown().get());
    }

    private void show(@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        Texts texts = model.settings().texts();
        strip.show(shown.strip());
        boolean atWork = shown.page().equals(PageId.WORK) || shown.page().equals(PageId.CODE);
        if (atWork) {
            WorkShown job = shown.page().equals(PageId.CODE) ? WorkView.typing(shown.work(), texts) : shown.work();
            work.show(job, !shown.notices().isEmpty(), texts);
        }
        work.setVisible(atWork);
        page(shown, texts);
        notices(shown.notices());
        band.show(early(shown, texts), texts.of("band.ready"));
        keys.show(shown.keys());
        stop.show(shown.mustAnswer() ? shown.band() : null, shown.work().instruction(), shown.early(), texts);
    }

    private void scroll(int pages) {
        PageView page = made.values().stream()
                .filter(each -> each.node().isVisible())
                .findFirst()
                .orElse(null);
        if (page == null) {
            work.scroll(pages);
        } else {
            page.scroll(pages);
        }
    }

    private void digit(int digit) {
        model.touched(() -> model.digit(digit));
    }

    /** What is said to a touch that came too early stands in the band for a while, in place of the verdict. */
    private static @Nullable BandShown early(Shown shown, Texts texts) {
        String early = shown.early();
        Verdict.Tone tone = Verdict.Tone.WARN;
        return early == null ? shown.band() : new BandShown(tone, texts.of("tone", tone), early, List.of());
    }

    private void page(Shown shown, Texts texts) {
        Supplier<PageView> maker = pages.get(shown.page());
        if (maker != null && !made.containsKey(shown.page())) {
            PageView fresh = maker.get();
            made.put(shown.page(), fresh);
            body.getChildren().add(fresh.node());
        }
        made.forEach((page, view) -> {
            view.node().setVisible(page.equals(shown.page()));
            if (page.equals(shown.page())) {
                view.show(texts);
            }
        });
    }

    private void notices(List<String> words) {
        if (words.equals(lastNotices)) {
            return;
        }
        lastNotices = words;
        notices.getChildren().setAll(words.stream().map(this::notice).toList());
    }

    private Label notice(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("notice");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setGraphic(measures.icon(Material2RoundMZ.NOTIFICATIONS, 1.3, "notice-icon"));
        return label;
    }
}
