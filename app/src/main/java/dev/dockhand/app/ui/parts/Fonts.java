package dev.dockhand.app.ui.parts;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundled typeface, which has Korean and Latin letters of one weight. */
public final class Fonts {

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final List<String> FILES = List.of("/fonts/Pretendard-Regular.otf", "/fonts/Pretendard-Bold.otf");

    private Fonts() {}

    /** Name of the typeface: the bundled one, or the system's where the file is not there or cannot be read. */
    public static String family() {
        return Holder.FAMILY;
    }

    /** Loads once, when the first text is drawn. */
    private static final class Holder {
        static final String FAMILY = load();

        private static String load() {
            String family = "System";
            for (String file : FILES) {
                try (InputStream in = Fonts.class.getResourceAsStream(file)) {
                    Font font = in == null ? null : Font.loadFont(in, 12);
                    if (font == null) {
                        LOG.warn("the typeface {} cannot be read, the system's is used", file);
                        return "System";
                    }
                    family = font.getFamily();
                } catch (IOException e) {
                    LOG.warn("the typeface {} cannot be read, the system's is used: {}", file, e.toString());
                    return "System";
                }
            }
            return family;
        }
    }
}
