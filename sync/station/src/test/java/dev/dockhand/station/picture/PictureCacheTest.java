package dev.dockhand.station.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.PictureId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCacheTest {

    private static final int SIZE = 100_000;

    @TempDir
    private Path folder;

    private final AtomicLong seconds = new AtomicLong();

    private PictureCache open(long most) {
        return PictureCache.open(
                folder.resolve("pictures"), most, () -> Instant.ofEpochSecond(4_000_000_000L + seconds.getAndAdd(60)));
    }

    static byte[] picture(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static PictureId keep(PictureCache cache, int seed) throws IOException {
        PictureId picture = PictureId.of(picture(seed));
        assertThat(cache.keep(picture, picture(seed))).isTrue();
        return picture;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("pictures"))) {
            return files.toList();
        }
    }

    @Test
    void theOldestUsedGoesWhereThereIsNoRoomAlsoAfterARestart() throws IOException {
        PictureCache cache = open(3L * SIZE);
        PictureId first = keep(cache, 1);
        PictureId second = keep(cache, 2);
        PictureId third = keep(cache, 3);
        assertThat(cache.find(first)).isPresent();
        cache.settle();
        keep(cache, 4);
        assertThat(cache.all()).contains(first, third).doesNotContain(second);
        assertThat(files()).hasSize(3);

        PictureCache again = open(3L * SIZE);
        for (PictureId each : List.of(third, first)) {
            assertThat(again.find(each)).isPresent();
            again.settle();
        }
        PictureCache smaller = open(2L * SIZE);
        assertThat(smaller.all()).containsExactlyInAnyOrder(first, third);
        assertThat(files()).hasSize(2);
    }

    @Test
    void otherBytesAreNotKept() throws IOException {
        PictureCache cache = open(1L << 20);
        assertThat(cache.keep(PictureId.of(picture(1)), picture(2))).isFalse();
        byte[] huge = new byte[PictureId.LARGEST + 1];
        assertThat(cache.keep(PictureId.of(huge), huge)).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatALookFindsMissingIsWantedTheLatestFirst() throws IOException {
        PictureCache cache = open(1L << 20);
        cache.find(PictureId.of(picture(1)));
        cache.find(PictureId.of(picture(2)));
        assertThat(cache.wanted()).containsExactly(PictureId.of(picture(2)), PictureId.of(picture(1)));
        keep(cache, 2);
        assertThat(cache.wanted()).containsExactly(PictureId.of(picture(1)));
    }

    @Test
    void aKillLeavesNoHalfOfAPicture() throws Exception {
        for (int kill = 1; kill <= 3; kill++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            folder.resolve("pictures").toString(),
                            Integer.toString(kill * 1000))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out = child.inputReader()) {
                for (int i = 0; i < 5 * kill; i++) {
                    assertThat(out.readLine()).isNotNull();
                }
            } finally {
                child.destroyForcibly();
            }
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            PictureCache cache = open(512L << 20);
            assertThat(cache.all()).hasSizeGreaterThanOrEqualTo(5 * kill);
            for (Path file : files()) {
                assertThat(PictureId.of(Files.readAllBytes(file)).value())
                        .as("kill %d", kill)
                        .isEqualTo(file.getFileName().toString());
            }
        }
    }

    /** Keeps pictures until it is killed. */
    static final class Writer {
        private Writer() {}

        static void main(String[] arguments) throws IOException {
            PictureCache cache = PictureCache.open(Path.of(arguments[0]), 512L << 20, () -> Instant.EPOCH);
            for (int seed = Integer.parseInt(arguments[1]); ; seed++) {
                PictureId picture = PictureId.of(picture(seed));
                if (cache.keep(picture, picture(seed))) {
                    System.out.println(picture);
                }
            }
        }
    }
}
