package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.bench.SupervisorApproval.Question;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.ui.quit.QuitWindow;
import dev.dockhand.app.ui.settings.WindowSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** Windows that fill the screen, and that of a kiosk, which nobody closes by himself. */
@ExtendWith(OnScreen.class)
class FullScreenTest {

    private static final dev.dockhand.app.flow.Screen BADGE = dev.dockhand.app.flow.Screen.of(
                    FlowId.SIGN_IN, "signin.badge", Text.of("signin.badge"))
            .withKeypad(new dev.dockhand.app.flow.Screen.Keypad(dev.dockhand.app.flow.Screen.Keypad.Kind.CODE, null));

    private final AtomicInteger asked = new AtomicInteger();

    private Stage shown(boolean kiosk) {
        return OnScreen.get(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(), 300, 200));
            if (kiosk) {
                FullScreen.kiosk(stage, asked::incrementAndGet);
            } else {
                FullScreen.byF11(stage);
            }
            stage.show();
            return stage;
        });
    }

    private static void wantedClosed(Stage stage) {
        OnScreen.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void aKioskFillsTheScreenAndAsksInsteadOfClosing() {
        Stage stage = shown(true);
        assertThat(OnScreen.get(stage::getWidth))
                .isEqualTo(Screen.getPrimary().getBounds().getWidth());
        assertThat(OnScreen.get(stage::getHeight))
                .isEqualTo(Screen.getPrimary().getBounds().getHeight());
        new FxRobot().type(KeyCode.ESCAPE).type(KeyCode.F11);
        assertThat(OnScreen.get(stage::isFullScreen)).isTrue();
        wantedClosed(stage);
        assertThat(asked).hasValue(1);
        assertThat(OnScreen.get(stage::isShowing)).isTrue();
    }

    @Test
    void f11FillsTheScreenAndTakesItBack() {
        Stage stage = shown(false);
        FxRobot robot = new FxRobot();
        robot.type(KeyCode.F11);
        assertThat(OnScreen.get(stage::isFullScreen)).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(OnScreen.get(stage::isFullScreen)).isTrue();
        robot.type(KeyCode.F11);
        assertThat(OnScreen.get(stage::isFullScreen)).isFalse();
        wantedClosed(stage);
        assertThat(OnScreen.get(stage::isShowing)).isFalse();
    }

    @Test
    void aKioskThatIsAskedToCloseTakesBadgeAndPinAndStaysOpenWhenItIsLeft() {
        Stage kiosk = shown(true);
        List<Input> told = new ArrayList<>();
        SampleDevices devices = new SampleDevices();
        QuitWindow quit = OnScreen.get(() -> new QuitWindow(
                kiosk,
                asker -> asker.asks(new Question(BADGE, null, told::add)),
                devices,
                () -> new WindowSettings(Locale.ENGLISH, false, false, WindowSettings.USUAL_DPI)));
        OnScreen.run(quit::ask);
        Window page = OnScreen.get(() -> Window.getWindows().getLast());
        FxRobot robot = new FxRobot().targetWindow(page);
        robot.write("B-7", 0).type(KeyCode.ENTER);
        assertThat(told).containsExactly(new Input.Entered("B-7"));
        robot.type(KeyCode.ESCAPE);
        assertThat(OnScreen.get(() -> List.copyOf(Window.getWindows()))).containsExactly(kiosk);
    }
}
