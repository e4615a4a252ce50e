package dev.dockhand.app.ui;

import static dev.dockhand.app.ui.Walk.VIEWS;
import static dev.dockhand.app.ui.Walk.on;
import static dev.dockhand.app.ui.Walk.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.hardware.scan.RefusedScan;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages and switches beside the work, on the real window. */
@ExtendWith(OnScreen.class)
class PagesTest {

    @Test
    void languageThemeAndSoundSwitchWhileTheJobGoesOn() {
        on("packing-scan-item", window -> {
            window.press(KeyCode.F9);
            window.type("2");
            window.touch("choice-3");
            window.type("4");
            assertThat(window.kept).hasSize(3);
            assertThat(window.kept.getLast().language()).isEqualTo(Locale.KOREAN);
            assertThat(window.kept.getLast().dark()).isTrue();
            assertThat(window.kept.getLast().muted()).isTrue();
            window.press(KeyCode.ESCAPE);
            assertThat(page(window)).isEqualTo(PageId.WORK);
            assertThat(window.window.scene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
        });
    }

    @Test
    void everyVerdictIsHeardUnlessTheSoundIsOff() {
        on("packing-scan-item", window -> {
            BenchView view = Objects.requireNonNull(VIEWS.get("packing-scan-item"));
            window.window.model().show(view, List.of(Verdict.good("plain", "a"), Verdict.stop("plain", "b")));
            window.window.model().settings().toggle(WindowKey.Page.Name.SOUND);
            window.window.model().show(view, List.of(Verdict.warn("plain", "c")));
            assertThat(window.heard).containsExactly(Verdict.Tone.GOOD, Verdict.Tone.GOOD, Verdict.Tone.STOP);
        });
    }

    @Test
    void aDeviceIsSetUpByKeyboardAloneAndAWedgeScanThereBooksNothing() {
        on("packing-scan-item", window -> {
            window.press(KeyCode.F9);
            window.type("1");
            window.type("2");
            window.press(KeyCode.F4);
            window.type("3");
            window.press(KeyCode.F3);
            window.press(KeyCode.DELETE);
            window.type("tcp://10.0.0.7:9100");
            window.press(KeyCode.ENTER);
            window.press(KeyCode.F5);
            window.press(KeyCode.F2);
            window.wedge("8801234567893");
            window.press(KeyCode.ESCAPE);
            assertThat(window.devices.asked)
                    .contains(
                            "change scale tcp://10.0.0.7:9100 toledo-8217",
                            "test scale",
                            "scanned 8801234567893",
                            "closed trace scale",
                            "closed list");
            assertThat(window.bench.scans).isEmpty();
            assertThat(page(window)).isEqualTo(PageId.WORK);
        });
    }

    @Test
    void aTornBurstIsToldToTheBench() {
        on("packing-scan-item", window -> {
            window.window
                    .model()
                    .scanned(
                            SampleDevices.decoded(new RefusedScan(
                                    1, "keyboard", SampleViews.NOW, RefusedScan.Reason.TORN, "3 characters")),
                            "abc");
            assertThat(window.bench.scans).singleElement().isInstanceOf(RefusedScan.class);
        });
    }
}
