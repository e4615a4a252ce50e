package dev.dockhand.app.ui;

import static dev.dockhand.app.ui.Walk.on;
import static dev.dockhand.app.ui.Walk.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.hardware.scan.Scan;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work by keyboard alone, by touch alone, by scanner alone, on the real window. */
@ExtendWith(OnScreen.class)
class WalkTest {

    @Test
    void everyKeyOfTheRowWorksByTouchAndByItsShortcut() {
        on("packing-scan-item", window -> {
            window.touch("key-DH-PROBLEM");
            window.press(KeyCode.F4);
            window.press(KeyCode.F3);
            window.touch("key-DH-UNDO");
            assertThat(window.bench.inputs)
                    .containsExactly(
                            new Input.Pressed(Command.PROBLEM),
                            new Input.Pressed(Command.PROBLEM),
                            new Input.Pressed(Command.QUANTITY),
                            new Input.Pressed(Command.UNDO));
        });
    }

    @Test
    void aFigureIsEnteredByTouchAlone() {
        on("receiving-quantity", window -> {
            List.of("pad-1", "pad-2", "pad-7", "pad-erase", "pad-0", "pad-enter")
                    .forEach(window::touch);
            assertThat(window.bench.inputs).containsExactly(new Input.Entered("120"));
        });
    }

    @Test
    void aFigureIsEnteredByKeyboardAlone() {
        on("receiving-quantity", window -> {
            window.type("125");
            window.press(KeyCode.BACK_SPACE);
            window.press(KeyCode.ENTER);
            assertThat(window.bench.inputs).containsExactly(new Input.Entered("12"));
        });
    }

    @Test
    void aFigureIsEnteredByScannerAlone() {
        on("receiving-ask-expiry", window -> {
            for (char digit : "280531".toCharArray()) {
                window.window.model().windowKey(new WindowKey.Digit(digit - '0'));
            }
            window.window.model().windowKey(new WindowKey.Enter());
            assertThat(window.bench.inputs).containsExactly(new Input.Entered("280531"));
        });
    }

    @Test
    void aChoiceBesideAKeypadIsMadeByTouchAndByItsKey() {
        on("receiving-ask-expiry", window -> {
            window.touch("choice-1");
            window.alt(KeyCode.DIGIT1);
            window.alt(KeyCode.NUMPAD1);
            Input announced = new Input.Chosen("2028-05-31");
            assertThat(window.bench.inputs).containsExactly(announced, announced, announced);
        });
    }

    @Test
    void aHalfDateIsNotHandedOver() {
        on("receiving-ask-expiry", window -> {
            window.type("2805");
            window.press(KeyCode.ENTER);
            assertThat(window.bench.inputs).isEmpty();
        });
    }

    @Test
    void optionsOfALaterPageAreChosenByTouchKeyAndBarcode() {
        on("receiving-choose-notice", window -> {
            window.type("2");
            window.touch("choice-0");
            window.touch("choice-1");
            window.window.model().windowKey(new WindowKey.Digit(5));
            assertThat(window.bench.inputs)
                    .containsExactly(
                            new Input.Chosen("cosmo/ASN-2611-0013"),
                            new Input.Chosen("cosmo/ASN-2611-0021"),
                            new Input.Chosen("cosmo/ASN-2611-0025"));
        });
    }

    @Test
    void aDamagedCodeIsTypedByKeyboardOrByTouch() {
        on("packing-scan-item", window -> {
            window.type("880");
            assertThat(page(window)).isEqualTo(PageId.CODE);
            window.press(KeyCode.ENTER);
            window.touch("key-DH-CODE");
            List.of("pad-A", "pad--", "pad-1", "pad-enter").forEach(window::touch);
            assertThat(window.bench.typed).containsExactly("880", "A-1");
            assertThat(page(window)).isEqualTo(PageId.WORK);
        });
    }

    @Test
    void aWedgeBurstIsAScanWhateverHasTheFocus() {
        on("receiving-quantity", window -> {
            for (Node node : window.visible()) {
                if (node instanceof Button button) {
                    button.setFocusTraversable(true);
                    button.requestFocus();
                    window.wedge("8801234567893");
                }
            }
            assertThat(window.bench.scans)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(event -> assertThat(event)
                            .isInstanceOfSatisfying(
                                    Scan.class, scan -> assertThat(scan.text()).isEqualTo("8801234567893")));
            assertThat(window.bench.inputs).isEmpty();
        });
    }

    @Test
    void aHundredBurstsInARowAreAHundredScansInOrder() {
        on("packing-scan-item", window -> {
            for (int i = 0; i < 100; i++) {
                window.wedge("ITEM-" + i);
            }
            assertThat(window.bench.scans.stream().map(event -> ((Scan) event).text()))
                    .hasSize(100)
                    .startsWith("ITEM-0", "ITEM-1")
                    .endsWith("ITEM-99");
        });
    }

    @Test
    void aBurstUnderTheKoreanLayoutIsTurnedBack() {
        on("packing-scan-item", window -> {
            window.wedge("ㅣㅐㅊ-ㅁ1");
            assertThat(window.bench.scans).singleElement().isInstanceOfSatisfying(Scan.class, scan -> {
                assertThat(scan.text()).isEqualTo("LOC-A1");
                assertThat(scan.repaired()).isTrue();
            });
        });
    }

    @Test
    void aRedVerdictIsNotClosedByEnterNorByAnyOtherKey() {
        on("packing-stop-wrong-item", window -> {
            List.of(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.SPACE, KeyCode.F6, KeyCode.F9, KeyCode.F2)
                    .forEach(window::press);
            window.type("1a");
            assertThat(window.bench.inputs).isEmpty();
            assertThat(page(window)).isEqualTo(PageId.WORK);
        });
    }

    @Test
    void aScanBehindARedVerdictStillReachesTheBenchWhichRefusesItAloud() {
        on("packing-stop-wrong-item", window -> {
            window.wedge("8801234567893");
            assertThat(window.bench.scans).hasSize(1);
            assertThat(window.bench.inputs).isEmpty();
        });
    }

    @Test
    void aRedVerdictIsAnsweredByItsKeyOrByF8() {
        on("packing-stop-wrong-item", window -> {
            window.touch("key-DH-ACKNOWLEDGE");
            window.press(KeyCode.F8);
            assertThat(window.bench.inputs)
                    .containsExactly(new Input.Pressed(Command.ACKNOWLEDGE), new Input.Pressed(Command.ACKNOWLEDGE));
        });
    }

    @Test
    void enterConfirmsAndEscapeGoesBackWhereTheJobOffersIt() {
        on("receiving-count", window -> {
            window.press(KeyCode.ENTER);
            window.press(KeyCode.ESCAPE);
            assertThat(window.bench.inputs)
                    .containsExactly(new Input.Pressed(Command.CONFIRM), new Input.Pressed(Command.BACK));
        });
    }

    @Test
    void aHeldKeyAnswersOneQuestionAndNotTheNext() {
        on("receiving-count", window -> {
            window.hold(KeyCode.ENTER, 5);
            window.hold(KeyCode.F3, 5);
            assertThat(window.bench.inputs)
                    .containsExactly(new Input.Pressed(Command.CONFIRM), new Input.Pressed(Command.QUANTITY));
        });
    }

    @Test
    void whatIsForGoodIsNotConfirmedByEnter() {
        on("receiving-close", window -> {
            window.press(KeyCode.ENTER);
            window.press(KeyCode.F6);
            assertThat(window.bench.inputs).isEmpty();
            window.press(KeyCode.F1);
            assertThat(window.bench.inputs).containsExactly(new Input.Pressed(Command.FINISH));
        });
    }
}
