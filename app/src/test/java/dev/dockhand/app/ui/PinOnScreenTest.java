package dev.dockhand.app.ui;

import static dev.dockhand.app.ui.Walk.on;
import static dev.dockhand.app.ui.Walk.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.app.ui.parts.FitText;
import dev.dockhand.hardware.scan.Scan;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A PIN is never readable on the screen, at whatever speed and on whatever page it is typed. */
@ExtendWith(OnScreen.class)
class PinOnScreenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PIN = "246810";

    private static List<String> words(SampleWindow window) {
        return window.visible().stream().map(PinOnScreenTest::words).toList();
    }

    private static String words(Node node) {
        return switch (node) {
            case Labeled labeled -> String.valueOf(labeled.getText());
            case Text text -> text.getText();
            case FitText fit -> fit.get();
            default -> "";
        };
    }

    private static void showsDotsOnly(SampleWindow window, int dots) {
        assertThat(words(window))
                .noneMatch(words -> words.contains("2468") || words.contains("6810"))
                .anyMatch("●".repeat(dots)::equals);
    }

    @Test
    void digitsTypedAsQuicklyAsAScannerAreThePin() {
        on("signin-pin", window -> {
            window.wedge(PIN);
            assertThat(window.bench.inputs).containsExactly(new Input.Entered(PIN));
            assertThat(window.bench.scans).isEmpty();
        });
    }

    /** Types quickly without Enter, and waits until the time for a scan has passed. */
    private static void quicklyAndRest(Consumer<SampleWindow> then) {
        SampleWindow window = OnScreen.get(
                () -> SampleWindow.in(Locale.ENGLISH).show(Objects.requireNonNull(Walk.VIEWS.get("signin-pin"))));
        try {
            OnScreen.run(() -> window.wedge(PIN, false));
            await().atMost(PATIENCE)
                    .until(() -> OnScreen.get(() -> words(window.layout()).contains("●".repeat(PIN.length()))));
            OnScreen.run(() -> then.accept(window));
        } finally {
            OnScreen.run(window::close);
        }
    }

    @Test
    void digitsTypedQuicklyWithEnterMuchLaterAreThePin() {
        quicklyAndRest(window -> {
            window.press(KeyCode.ENTER);
            assertThat(window.bench.inputs).containsExactly(new Input.Entered(PIN));
            assertThat(window.bench.scans).isEmpty();
        });
    }

    @Test
    void digitsTypedQuicklyWithoutEnterAreDotsUntilEnterIsTouched() {
        quicklyAndRest(window -> {
            showsDotsOnly(window, PIN.length());
            window.touch("pad-enter");
            assertThat(window.bench.inputs).containsExactly(new Input.Entered(PIN));
        });
    }

    @Test
    void aPinTypedPartlySlowlyAndPartlyQuicklyIsOne() {
        on("signin-pin", window -> {
            window.type("314");
            window.wedge("159");
            assertThat(window.bench.inputs).containsExactly(new Input.Entered("314159"));
        });
    }

    @Test
    void theSameHoldsWhereASupervisorIsAskedBesideAJob() {
        on("signin-supervisor-pin", window -> {
            window.wedge(PIN);
            assertThat(window.bench.inputs).containsExactly(new Input.Entered(PIN));
        });
    }

    @Test
    void aBadgeIsStillScannedWhereAPinIsAskedFor() {
        on("signin-pin", window -> {
            window.wedge("OP-7007");
            assertThat(window.bench.scans)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Scan.class, scan -> assertThat(scan.text()).isEqualTo("OP-7007"));
            assertThat(window.bench.inputs).isEmpty();
        });
    }

    @Test
    void theCodeOfAnItemIsNoPinHoweverManyDigitsItHas() {
        on("signin-pin", window -> {
            window.wedge("8801234567893");
            assertThat(window.bench.scans).hasSize(1);
            assertThat(window.bench.inputs).isEmpty();
        });
    }

    @Test
    void whatIsTypedWhereABadgeIsAskedForIsDotsToo() {
        for (String step : List.of("signin-badge", "signin-ask-supervisor")) {
            on(step, window -> {
                window.type(PIN);
                showsDotsOnly(window.layout(), PIN.length());
                window.press(KeyCode.ENTER);
                assertThat(window.bench.inputs).containsExactly(new Input.Entered(PIN));
            });
        }
    }

    @Test
    void noCodeIsTypedInClearWhereAPinMayBeTypedNorJustAfter() {
        on("signin-pin", window -> {
            window.window.model().windowKey(new WindowKey.Page(WindowKey.Page.Name.CODE));
            assertThat(page(window)).isEqualTo(PageId.WORK);
            window.show(Objects.requireNonNull(Walk.VIEWS.get("packing-scan-item")));
            window.type(PIN);
            assertThat(page(window)).isEqualTo(PageId.CODE);
            showsDotsOnly(window, PIN.length());
        });
    }

    @Test
    void whoOpensTheDevicesIsNotAskedForAPinBehindThem() {
        for (String step : List.of("signin-pin", "signin-ask-supervisor", "signin-supervisor-pin")) {
            on(step, window -> {
                window.window.model().open(PageId.MORE);
                window.window.model().open(PageId.DEVICES);
                assertThat(window.bench.inputs).containsExactly(new Input.Pressed(Command.BACK));
            });
        }
    }

    @Test
    void theDevicesGiveWayWhenSomebodyIsAskedForAPin() {
        for (String step : List.of("signin-pin", "signin-ask-supervisor", "signin-supervisor-pin")) {
            on("packing-scan-item", window -> {
                window.window.model().open(PageId.DEVICES);
                window.show(Objects.requireNonNull(Walk.VIEWS.get("signin-badge")));
                assertThat(page(window)).isEqualTo(PageId.DEVICES);
                window.show(Objects.requireNonNull(Walk.VIEWS.get(step)));
                assertThat(page(window)).as(step).isEqualTo(PageId.WORK);
            });
        }
    }

    @Test
    void theDevicesPageDoesNotShowShortFiguresWhileSomebodySignsIn() {
        on("signin-pin", window -> {
            window.window.model().open(PageId.DEVICES);
            window.wedge(PIN);
            assertThat(window.devices.asked).noneMatch(asked -> asked.contains(PIN));
            assertThat(words(window.layout())).noneMatch(words -> words.contains(PIN));
            window.wedge("8801234567893");
            assertThat(window.devices.asked).contains("scanned 8801234567893");
        });
    }

    @Test
    void aSupervisorsPinOnTheDevicesPageIsNoScanEither() {
        on("packing-scan-item", window -> {
            window.devices.guarded = true;
            window.window.model().open(PageId.DEVICES);
            window.window.devices().apply();
            window.wedge("246810");
            window.wedge("B-7");
            window.wedge("777777");
            assertThat(window.devices.asked)
                    .noneMatch(asked -> asked.startsWith("scanned"))
                    .anyMatch(asked -> asked.endsWith(" by B-7"));
        });
    }
}
