package dev.dockhand.app.ui;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dockhand.app.bench.JsonFile;
import dev.dockhand.app.ui.work.WindowSettings;
import java.nio.file.Path;

/** {@code window.json} in a station's folder: language, theme, sound and screen density that a person chose. */
public final class WindowFile {

    private WindowFile() {}

    /** The file in a folder. */
    public static JsonFile<WindowSettings> in(Path folder) {
        return new JsonFile<>(folder.resolve("window.json"), new TypeReference<>() {}, WindowSettings.USUAL);
    }
}
