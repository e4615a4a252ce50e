package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.model.id.PictureId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The item in hand is shown by its picture, by its letter while none is here, and nothing moves when it comes. */
@ExtendWith(OnScreen.class)
class PictureOnScreenTest {

    private static final BenchView TONER =
            Objects.requireNonNull(SampleScreens.in(Locale.KOREAN).get("packing-scan-item"));
    private static final PictureId PICTURE = Objects.requireNonNull(
            Objects.requireNonNull(TONER.screen().item()).item().picture());

    private static boolean letterShows(SampleWindow window) {
        return window.visible().stream().anyMatch(node -> node.getStyleClass().contains("tile-initial"));
    }

    private static List<ImageView> pictures(SampleWindow window) {
        return window.visible().stream()
                .filter(ImageView.class::isInstance)
                .map(ImageView.class::cast)
                .filter(view -> view.getImage() != null)
                .toList();
    }

    private static Map<Node, Bounds> places(SampleWindow window) {
        Map<Node, Bounds> places = new LinkedHashMap<>();
        window.visible().stream()
                .filter(Region.class::isInstance)
                .filter(node -> !node.getStyleClass().contains("tile-initial"))
                .forEach(node -> places.put(node, node.localToScene(node.getLayoutBounds())));
        return places;
    }

    @Test
    void thePictureTakesThePlaceOfTheLetterInsideItsTile() {
        OnScreen.run(() -> {
            try (SampleWindow window = SampleWindow.in(Locale.KOREAN).show(TONER)) {
                assertThat(letterShows(window)).isFalse();
                ImageView view = pictures(window).getFirst();
                Bounds inside = view.getParent().sceneToLocal(view.localToScene(view.getLayoutBounds()));
                assertThat(view.getParent().getLayoutBounds().contains(inside)).isTrue();
                assertThat(inside.getWidth()).isGreaterThan(80);
                assertThat(view.getImage().getWidth())
                        .as("decoded as large as it is drawn, not larger")
                        .isLessThan(200);
            }
        });
    }

    @Test
    void aPictureThatComesLateMovesNothing() {
        OnScreen.run(() -> {
            try (SampleWindow window = SampleWindow.in(Locale.KOREAN)) {
                window.pictures.away();
                window.show(TONER);
                assertThat(letterShows(window)).isTrue();
                assertThat(pictures(window)).isEmpty();
                Map<Node, Bounds> before = places(window);
                window.pictures.come(PICTURE);
                window.layout();
                assertThat(letterShows(window)).isFalse();
                assertThat(pictures(window)).hasSize(1);
                assertThat(places(window)).isEqualTo(before);
            }
        });
    }

    @Test
    void aFileThatIsNoPictureIsNotShownButLookedAt() {
        OnScreen.run(() -> {
            try (SampleWindow window = SampleWindow.in(Locale.KOREAN)) {
                window.pictures.spoil(PICTURE);
                window.show(TONER);
                assertThat(letterShows(window)).isTrue();
                assertThat(pictures(window)).isEmpty();
                assertThat(window.pictures.doubted).contains(PICTURE);
            }
        });
    }

    @Test
    void anotherItemWithoutAPictureShowsItsLetter() {
        OnScreen.run(() -> {
            try (SampleWindow window = SampleWindow.in(Locale.KOREAN).show(TONER)) {
                window.show(
                        Objects.requireNonNull(SampleScreens.in(Locale.KOREAN).get("picking-long-list")));
                assertThat(letterShows(window)).isTrue();
                assertThat(pictures(window)).isEmpty();
            }
        });
    }
}
