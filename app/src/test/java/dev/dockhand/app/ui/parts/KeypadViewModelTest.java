package dev.dockhand.app.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Screen.Keypad.Kind;
import dev.dockhand.rules.Drawn;
import org.junit.jupiter.api.Test;

class KeypadViewModelTest {

    private static KeypadViewModel typed(Kind kind, String characters) {
        KeypadViewModel keypad = new KeypadViewModel();
        keypad.show(kind);
        characters.chars().forEach(c -> keypad.type((char) c));
        return keypad;
    }

    @Test
    void aBadgeNumberHasLettersAndIsNeverShown() {
        KeypadViewModel keypad = typed(Kind.BADGE, "op-10");
        assertThat(keypad.entry("").typed()).isEqualTo("●●●●●");
        assertThat(keypad.take()).isEqualTo("OP-10");
    }

    @Test
    void aPinIsShownAsDotsAndHandedOverAsTyped() {
        KeypadViewModel keypad = typed(Kind.PIN, "4711");
        assertThat(keypad.entry("").typed()).isEqualTo("●●●●");
        assertThat(keypad.take()).isEqualTo("4711");
        assertThat(keypad.entry("").isEmpty()).isTrue();
    }

    @Test
    void aDateShowsItsGapsAndIsCompleteWithSixDigits() {
        assertThat(typed(Kind.DATE, "2805").entry("").typed()).isEqualTo("2028-05-__");
        assertThat(typed(Kind.DATE, "2805").isComplete()).isFalse();
        assertThat(typed(Kind.DATE, "280531").isComplete()).isTrue();
    }

    @Test
    void aCodeIsUpperCaseAndTakesTheSignsOfCodes() {
        assertThat(typed(Kind.CODE, "loc-a1.b/2 ^~ㅁ").take()).isEqualTo("LOC-A1.B/2");
    }

    @Test
    void whateverIsTypedANumberIsAtMostSixDigits() {
        Drawn.each(
                1_000,
                drawn -> assertThat(typed(Kind.NUMBER, drawn.text(0, 255)).take())
                        .matches("[0-9]{0,6}"));
    }

    @Test
    void whateverIsTypedACodeIsBounded() {
        Drawn.each(
                1_000,
                drawn -> assertThat(
                                typed(Kind.CODE, drawn.text(0, 255).repeat(3)).take())
                        .matches("[A-Z0-9./-]{0,64}"));
    }
}
