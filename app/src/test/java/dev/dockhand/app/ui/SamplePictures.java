package dev.dockhand.app.ui;

import dev.dockhand.app.demo.ProductPictures;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.station.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Pictures of the sample shop, drawn once a run; and what becomes of them where a test takes them away. */
final class SamplePictures implements Pictures {

    private static final Map<PictureId, Path> DRAWN = new ConcurrentHashMap<>();
    private static final Map<String, PictureId> NAMED = new ConcurrentHashMap<>();

    final List<PictureId> doubted = new ArrayList<>();
    private final Map<PictureId, Path> here = new ConcurrentHashMap<>();
    private final List<Consumer<PictureId>> listeners = new ArrayList<>();
    private boolean away;

    /** The picture of a product. */
    static PictureId of(String name, String note) {
        return NAMED.computeIfAbsent(name + note, key -> drawn(name, note));
    }

    private static PictureId drawn(String name, String note) {
        try {
            byte[] png = ProductPictures.png(name, note);
            Path file = Files.createTempFile("dockhand-sample", "");
            file.toFile().deleteOnExit();
            Files.write(file, png);
            DRAWN.put(PictureId.of(png), file);
            return PictureId.of(png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No picture is here yet. */
    void away() {
        away = true;
    }

    /** This one is not what it was. */
    void spoil(PictureId picture) {
        try {
            Path file = Files.createTempFile("dockhand-spoilt", "");
            file.toFile().deleteOnExit();
            here.put(picture, Files.writeString(file, "no picture"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One comes. */
    void come(PictureId picture) {
        here.put(picture, Objects.requireNonNull(DRAWN.get(picture)));
        listeners.forEach(listener -> listener.accept(picture));
    }

    @Override
    public Optional<Path> find(PictureId picture) {
        return Optional.ofNullable(here.getOrDefault(picture, away ? null : DRAWN.get(picture)));
    }

    @Override
    public void doubt(PictureId picture) {
        doubted.add(picture);
    }

    @Override
    public void onArrival(Consumer<PictureId> listener) {
        listeners.add(listener);
    }
}
