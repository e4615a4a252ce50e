package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.station.Shop;
import dev.dockhand.station.SyncStatus.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of items come behind everything else, and never in its way. */
class StationPicturesTest extends OpenStation {

    private static final byte[] CREAM = "a picture of a cream".getBytes(StandardCharsets.UTF_8);
    private static final PictureId PICTURE = PictureId.of(CREAM);

    private void name(int item, byte[] picture) {
        server.pictures.put(picture);
        server.truth.tell(List.of(new Feed.ItemChanged(Shop.item(item).withPicture(PictureId.of(picture)))));
    }

    private boolean isHere(PictureId picture) {
        return Files.exists(folder.resolve("pictures").resolve(picture.value()));
    }

    private long asked() {
        return server.asked.stream()
                .filter(each -> each.contains("/v1/pictures/"))
                .count();
    }

    @Test
    void aPictureComesByItselfAndIsThereWithTheCablePulled() throws Exception {
        List<PictureId> came = new CopyOnWriteArrayList<>();
        station.pictures().onArrival(came::add);
        name(3, CREAM);
        Rigs.await().until(() -> came.contains(PICTURE));
        server.mood = HttpTruth.Mood.DOWN;
        station.close();
        open();
        awaitState(State.OFFLINE);
        Optional<Path> file = station.pictures().find(PICTURE);
        assertThat(file).isPresent();
        assertThat(file.get()).hasBinaryContent(CREAM);
        assertThat(station.view().item(Shop.itemId(3)).orElseThrow().picture()).isEqualTo(PICTURE);
    }

    @ParameterizedTest
    @EnumSource(value = PictureTruth.Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "WHOLE")
    void aWrongAnswerIsNeverKeptAndStopsNothing(PictureTruth.Mood mood) throws Exception {
        server.pictures.mood = mood;
        name(3, CREAM);
        Rigs.await().until(() -> asked() > 2);
        assertThat(station.pictures().find(PICTURE)).isEmpty();
        assertThat(isHere(PICTURE)).isFalse();
        Rigs.receive(station, 1);
        awaitInStep();
        server.pictures.mood = PictureTruth.Mood.WHOLE;
        Rigs.await().until(() -> station.pictures().find(PICTURE).isPresent());
        assertThat(folder.resolve("pictures").resolve(PICTURE.value())).hasBinaryContent(CREAM);
    }

    @Test
    void aPictureThatTheServerDoesNotHaveIsLeftOut() throws Exception {
        server.truth.tell(List.of(
                new Feed.ItemChanged(Shop.item(4).withPicture(PictureId.of("gone".getBytes(StandardCharsets.UTF_8))))));
        Rigs.await().until(() -> asked() > 0);
        name(5, CREAM);
        Rigs.await().until(() -> isHere(PICTURE));
        awaitInStep();
    }

    @Test
    void theOldPictureGoesWhenAnotherTakesItsPlace() throws Exception {
        name(3, CREAM);
        Rigs.await().until(() -> isHere(PICTURE));
        byte[] other = "another one".getBytes(StandardCharsets.UTF_8);
        name(3, other);
        Rigs.await().until(() -> isHere(PictureId.of(other)) && !isHere(PICTURE));
    }

    @Test
    void aFileThatWasDamagedIsFetchedAnewOnceSomebodyFailsToDrawIt() throws Exception {
        name(3, CREAM);
        Rigs.await().until(() -> isHere(PICTURE));
        Path file = folder.resolve("pictures").resolve(PICTURE.value());
        Files.writeString(file, "rot");
        station.pictures().doubt(PICTURE);
        Rigs.await().until(() -> isWhole(file));
        long before = asked();
        station.pictures().doubt(PICTURE);
        Rigs.receive(station, 1);
        awaitInStep();
        assertThat(asked()).as("one that is whole is not fetched again").isEqualTo(before);
    }

    private static boolean isWhole(Path file) throws IOException {
        return Files.exists(file) && PictureId.of(Files.readAllBytes(file)).equals(PICTURE);
    }
}
