package dev.dockhand.app.ui.work;

import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.app.ui.parts.Measures;
import dev.dockhand.app.ui.work.WorkShown.Card;
import dev.dockhand.model.id.PictureId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/** What an item looks like; a letter on a colour of its own while no picture is here. Its place is the same with both. */
final class TileView extends StackPane {

    private static final int HUES = 8;
    private static final double MARGIN_EM = 0.5;
    private static final int STEP = 32;
    private static final String WITH_PICTURE = "tile-picture";

    private final Measures measures;
    private final ItemPictures pictures;
    private final FitText initial;
    private final ImageView view = new ImageView();
    private @Nullable PictureId picture;
    private @Nullable Image latest;

    /**
     * A tile.
     *
     * @param em size of its letter
     */
    TileView(Measures measures, ItemPictures pictures, double em) {
        this.measures = measures;
        this.pictures = pictures;
        initial = new FitText(measures, em, em / 2, 1, FontWeight.BOLD, "tile-initial").aligned(Pos.CENTER);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setManaged(false);
        getChildren().addAll(initial, view);
        getStyleClass().add("tile");
        if (em < 4) {
            getStyleClass().add("tile-small");
        }
        pictures.onArrival(arrived -> {
            if (arrived.equals(picture)) {
                draw();
            }
        });
        widthProperty().addListener(observable -> draw());
    }

    void show(@Nullable Card card) {
        setVisible(card != null);
        setManaged(card != null);
        picture = card == null ? null : card.picture();
        draw();
        if (card == null) {
            return;
        }
        initial.set(card.initial());
        for (int hue = 0; hue < HUES; hue++) {
            getStyleClass().remove("hue-" + hue);
        }
        getStyleClass().add("hue-" + card.hue());
    }

    private void draw() {
        PictureId wanted = picture;
        Optional<Image> found = wanted == null || side() <= 0 ? Optional.empty() : pictures.of(wanted, pixels());
        draw(found.filter(image -> image.getProgress() >= 1 && !image.isError()).orElse(null));
        latest = found.orElse(null);
        found.filter(image -> image.getProgress() < 1)
                .ifPresent(image -> image.progressProperty().addListener((observable, before, now) -> {
                    if (now.doubleValue() >= 1 && !image.isError() && image == latest) {
                        draw(image);
                    }
                }));
    }

    private void draw(@Nullable Image image) {
        view.setImage(image);
        initial.setVisible(image == null);
        getStyleClass().remove(WITH_PICTURE);
        if (image != null) {
            getStyleClass().add(WITH_PICTURE);
        }
        requestLayout();
    }

    private double side() {
        return getWidth() - 2 * measures.em(MARGIN_EM);
    }

    /** In steps, so that a window that is made larger does not decode it anew at every pixel. */
    private int pixels() {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        return (int) Math.ceil(side() * scale / STEP) * STEP;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        view.setFitWidth(side());
        view.setFitHeight(side());
        double width = view.getLayoutBounds().getWidth();
        double height = view.getLayoutBounds().getHeight();
        view.relocate(snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2));
    }
}
