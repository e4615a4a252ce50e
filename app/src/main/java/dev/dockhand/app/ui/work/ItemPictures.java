package dev.dockhand.app.ui.work;

import dev.dockhand.model.id.PictureId;
import dev.dockhand.station.Pictures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.Image;

/**
 * Pictures of items as the screen draws them: decoded behind the screen, at the size that they are drawn in, the last ones kept.
 * Used on the JavaFX thread.
 */
public final class ItemPictures {

    private static final int MOST = 40;

    private final Pictures here;
    private final boolean behind;
    private final List<Consumer<PictureId>> listeners = new ArrayList<>();
    private final Map<Drawn, Image> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Drawn, Image> eldest) {
            return size() > MOST;
        }
    };

    private record Drawn(PictureId picture, int side) {}

    private ItemPictures(Pictures here, boolean behind) {
        this.here = here;
        this.behind = behind;
    }

    /** The pictures of a station. */
    public static ItemPictures of(Pictures here) {
        ItemPictures pictures = new ItemPictures(here, true);
        here.onArrival(picture -> Platform.runLater(() -> pictures.arrived(picture)));
        return pictures;
    }

    /** The same, decoded before the call returns: for a picture of the screen. */
    public static ItemPictures atOnce(Pictures here) {
        ItemPictures pictures = new ItemPictures(here, false);
        here.onArrival(pictures::arrived);
        return pictures;
    }

    private void arrived(PictureId picture) {
        List.copyOf(listeners).forEach(listener -> listener.accept(picture));
    }

    /** Tells of pictures that can be drawn now. */
    void onArrival(Consumer<PictureId> listener) {
        listeners.add(listener);
    }

    /**
     * A picture that fits into a square; it may still be on its way from the disk. Empty while it is not here.
     *
     * @param side of the square in pixels of the screen
     */
    Optional<Image> of(PictureId picture, int side) {
        Drawn key = new Drawn(picture, side);
        Image known = drawn.get(key);
        if (known != null && !known.isError()) {
            // Asked for all the same, so that it counts as used.
            here.find(picture);
            return Optional.of(known);
        }
        return here.find(picture).map(file -> {
            Image image = new Image(file.toUri().toString(), side, side, true, true, behind);
            drawn.put(key, image);
            if (image.isError()) {
                here.doubt(picture);
            } else {
                image.errorProperty().addListener((observable, before, now) -> here.doubt(picture));
            }
            return image;
        });
    }
}
