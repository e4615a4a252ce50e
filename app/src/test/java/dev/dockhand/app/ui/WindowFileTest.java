package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.ui.work.WindowSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowFileTest {

    @TempDir
    Path folder;

    @Test
    void whatAPersonChoseIsThereAtTheNextStart() throws IOException {
        assertThat(WindowFile.in(folder).read()).isEqualTo(WindowSettings.USUAL);
        WindowSettings chosen = new WindowSettings(Locale.ENGLISH, true, true, 142);
        WindowFile.in(folder).write(chosen);
        assertThat(WindowFile.in(folder).read()).isEqualTo(chosen);
    }
}
