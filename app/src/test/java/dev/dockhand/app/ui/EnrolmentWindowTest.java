package dev.dockhand.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Text;
import dev.dockhand.app.machine.EnrolmentForm;
import dev.dockhand.app.machine.NotEnrolledException;
import dev.dockhand.app.ui.enrolment.EnrolmentViewModel;
import dev.dockhand.app.ui.enrolment.EnrolmentViewModel.Field;
import dev.dockhand.app.ui.enrolment.EnrolmentWindow;
import dev.dockhand.app.ui.parts.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

/** A machine that is no station asks for what it needs, by touch, keyboard and scanner. */
@ExtendWith(OnScreen.class)
class EnrolmentWindowTest {

    private final List<EnrolmentForm> asked = new ArrayList<>();
    private final AtomicBoolean done = new AtomicBoolean();
    private @Nullable NotEnrolledException answer;

    private EnrolmentViewModel model(EnrolmentForm preset, @Nullable NotEnrolledException before) {
        return new EnrolmentViewModel(preset, before, this::enrol, Runnable::run, Runnable::run, () -> done.set(true));
    }

    private void enrol(EnrolmentForm form) throws NotEnrolledException {
        asked.add(form);
        NotEnrolledException wrong = answer;
        if (wrong != null) {
            throw wrong;
        }
    }

    private static NotEnrolledException unreachable() {
        return new NotEnrolledException(Text.of("enrol.unreachable", "http://server:8420"), true, null);
    }

    private EnrolmentViewModel opened() {
        return OnScreen.get(() -> {
            EnrolmentViewModel model = model(EnrolmentForm.EMPTY, null);
            new EnrolmentWindow(model).open(new Stage());
            return model;
        });
    }

    @Test
    void aScannerFillsTheFieldsOneAfterTheOther() {
        opened();
        FxRobot robot = new FxRobot();
        for (String code : List.of("server:8420", "abcd-efgh", "S04")) {
            robot.write(code, 0).type(KeyCode.ENTER);
        }
        assertThat(asked).containsExactly(new EnrolmentForm("server:8420", "ABCD-EFGH", "S04"));
        assertThat(done).isTrue();
    }

    @Test
    void touchAloneDoesToo() {
        EnrolmentViewModel model = opened();
        FxRobot robot = new FxRobot();
        robot.clickOn("#enrol-CODE").clickOn("#pad-7").clickOn("#pad-Q");
        robot.clickOn("#enrol-STATION")
                .clickOn("#pad-s")
                .clickOn("#pad-4")
                .clickOn("#pad-4")
                .clickOn("#pad-erase");
        robot.clickOn("#enrol-go");
        assertThat(asked).isEmpty();
        assertThat(model.view().get().current()).isEqualTo(Field.SERVER);
        robot.clickOn("#pad-1").clickOn("#pad-0").clickOn("#enrol-go");
        assertThat(asked).containsExactly(new EnrolmentForm("10", "7Q", "s4"));
    }

    @Test
    void whatIsWrongIsSaidInPlainWordsAtTheFieldThatIsMeant() {
        answer = new NotEnrolledException(Text.of("enrol.code-refused"), false, null);
        EnrolmentViewModel model = model(new EnrolmentForm("server", "OLD", "S04"), null);
        model.enter();
        assertThat(model.view().get().current()).isEqualTo(Field.CODE);
        assertThat(model.view().get().level()).isEqualTo(Level.BAD);
        assertThat(model.view().get().words()).contains("관리자에게 새 코드");
        model.nextLanguage();
        assertThat(model.view().get().words()).contains("Ask a supervisor for another one");
        assertThat(done).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "enrol.code-for-other-name, STATION, 다른 스테이션 이름",
        "enrol.name-taken, CODE, 교체용 코드",
        "enrol.too-many-tries, CODE, 15분 뒤"
    })
    void aNameThatTheCodeIsNotForIsSaidWithTheWayOut(String refusal, Field field, String words) {
        answer = new NotEnrolledException(Text.of(refusal), false, null);
        EnrolmentViewModel model = model(new EnrolmentForm("server", "ABCD", "S04"), null);
        model.enter();
        assertThat(model.view().get().current()).isEqualTo(field);
        assertThat(model.view().get().words()).contains(words);
    }

    @Test
    void whatWasPresetIsTriedAgainUntilTheServerAnswers() {
        answer = unreachable();
        EnrolmentViewModel model = model(new EnrolmentForm("server", "ABCD", "S04"), unreachable());
        assertThat(model.view().get().words()).contains("10초마다");
        model.tick();
        model.tick();
        assertThat(asked).hasSize(2);
        answer = null;
        model.tick();
        assertThat(done).isTrue();
    }

    @Test
    void nothingIsTriedOverTheHeadOfWhoeverTypes() {
        answer = unreachable();
        EnrolmentViewModel model = model(new EnrolmentForm("server", "ABCD", "S04"), unreachable());
        model.typed('x');
        model.tick();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "1280, 800", "1920, 1080"})
    void allOfItIsOnTheScreenInBothLanguages(int width, int height) {
        List<String> wrong = OnScreen.get(() -> {
            List<String> found = new ArrayList<>();
            for (String failure : List.of(
                    "enrol.unreachable",
                    "enrol.address",
                    "enrol.other-station",
                    "enrol.code-for-other-name",
                    "enrol.name-taken")) {
                for (Field field : Field.values()) {
                    EnrolmentViewModel model = model(
                            new EnrolmentForm(
                                    "https://dockhand.warehouse-two.example.com:8420", "WXYZ-WXYZ", "S".repeat(40)),
                            new NotEnrolledException(
                                    Text.of(failure, "http://dockhand.warehouse-two:8420"), true, null));
                    EnrolmentWindow window = new EnrolmentWindow(model);
                    model.choose(field);
                    look(window, width, height, found);
                    model.nextLanguage();
                    look(window, width, height, found);
                }
            }
            return found;
        });
        assertThat(wrong).isEmpty();
    }

    private static void look(EnrolmentWindow window, int width, int height, List<String> found) {
        window.size(width, height);
        Parent root = window.scene().getRoot();
        root.applyCss();
        root.layout();
        look(root, width, height, found);
    }

    private static void look(Node node, int width, int height, List<String> found) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        if (place.getMaxX() > width + 1 || place.getMaxY() > height + 1 || place.getMinX() < -1) {
            found.add("%dx%d: %s leaves the screen: %s".formatted(width, height, node, place));
        }
        if (node instanceof Button button && Math.min(button.getWidth(), button.getHeight()) < 20 / 25.4 * 96 - 1) {
            found.add(
                    "%dx%d: %s is %.0f x %.0f".formatted(width, height, button, button.getWidth(), button.getHeight()));
        }
        if (node instanceof Labeled label
                && label.lookup(".text") instanceof javafx.scene.text.Text drawn
                && !label.getText().isEmpty()
                && !drawn.getText().equals(label.getText())) {
            found.add("%dx%d: '%s' is cut to '%s'".formatted(width, height, label.getText(), drawn.getText()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, width, height, found));
        }
    }
}
