package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.scan.LayoutCheck.Advice;
import dev.dockhand.rules.Drawn;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A set-up code of known content tells what a keyboard layout does to scans. */
class LayoutCheckTest {

    private static final String CODE = LayoutCheck.SET_UP_CODE;

    private static LayoutCheck.Result judge(String arrived) {
        return LayoutCheck.judge(CODE, arrived);
    }

    private static String damage(LayoutCheck.Result result) {
        StringBuilder text = new StringBuilder();
        result.damages()
                .forEach(damage ->
                        text.append(damage.printed()).append(damage.arrived()).append(' '));
        return text.toString().strip();
    }

    @Test
    void aCodeThatArrivesWholeIsGood() {
        assertThat(judge(CODE).isGood()).isTrue();
    }

    @Test
    void theKoreanInputIsNamedWithTheLettersThatLoseTheirCase() {
        LayoutCheck.Result result = judge(TwoSetKeyboard.type(CODE));
        assertThat(result.advice()).containsExactly(Advice.KOREAN_INPUT);
        assertThat(damage(result)).isEqualTo("Aa Zz Mm Yy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "azqwmyAZ-_/.:@\"'#+\u001d013579 CAPS_LOCK",
                "QWAZ?Yqw)°!:M2%ù£+\u001d013579 FRENCH_LAYOUT",
                "AYQWMZay-_/.:@\"'#+\u001d013579 GERMAN_LAYOUT",
                "AZQWMYaz-_/.:\"@'#+\u001d013579 BRITISH_LAYOUT",
                "AZQWMYaz'?-.:@\"'#+\u001d013579 OTHER_LAYOUT",
                "WMYaz-_/.:@\"'#+\u001d013579 BEGINNING_LOST",
                "AZQWMYaz-_/.: END_LOST",
                "AZQWYaz-_.:@\"'#+\u001d013579 CHARACTERS_LOST",
                "8801234567893 ANOTHER_CODE"
            })
    void whatToSetIsNamed(String arrived, Advice advice) {
        assertThat(judge(arrived).advice()).containsExactly(advice);
        assertThat(judge(arrived).damages()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<GS>", "{GS}", "\\x1d", "\\u001D", "^]", "[GS]", "|", "~"})
    void aSeparatorThatArrivesAsOtherCharactersIsNamed(String written) {
        LayoutCheck.Result result = judge(CODE.replace("\u001d", written));
        assertThat(result.advice()).containsExactly(Advice.GS_WRITTEN);
        assertThat(result.damages()).containsExactly(new LayoutCheck.Damage(18, '\u001d', written));
        assertThat(result.damages().getFirst().shown()).isEqualTo("<GS>");
    }

    @Test
    void aSeparatorThatIsDroppedIsNamed() {
        LayoutCheck.Result result = judge(CODE.replace("\u001d", ""));
        assertThat(result.advice()).containsExactly(Advice.GS_LOST);
        assertThat(result.isGood()).isFalse();
    }

    @Test
    void everyDamagedCharacterIsNamed() {
        assertThat(damage(judge("AYQWMZay-_/.:@\"'#+\u001d013579"))).isEqualTo("ZY YZ zy");
        assertThat(judge("AZQWYaz-_.:@\"'#+\u001d013579").damages())
                .containsExactly(new LayoutCheck.Damage(4, 'M', ""), new LayoutCheck.Damage(10, '/', ""));
    }

    @Test
    void whateverArrivesIsAnswered() {
        Drawn.each(
                300, drawn -> assertThat(judge(drawn.text(0, 700)).damages()).hasSizeLessThanOrEqualTo(CODE.length()));
    }

    @ParameterizedTest
    @EnumSource(Advice.class)
    void adviceIsGivenInBothLanguages(Advice advice) {
        assertThat(advice.words(Locale.KOREAN))
                .isNotEqualTo(advice.words(Locale.ENGLISH))
                .isNotBlank();
    }
}
