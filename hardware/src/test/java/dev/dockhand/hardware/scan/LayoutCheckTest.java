package dev.dockhand.hardware.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.hardware.scan.LayoutCheck.Advice;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
                "azqwmyAZ-_/.:@\"'#+ CAPS_LOCK",
                "QWAZ?Yqw)°!:M2%ù£+ FRENCH_LAYOUT",
                "AYQWMZay-_/.:@\"'#+ GERMAN_LAYOUT",
                "AZQWMYaz-_/.:\"@'#+ BRITISH_LAYOUT",
                "AZQWMYaz'?-.:@\"'#+ OTHER_LAYOUT",
                "WMYaz-_/.:@\"'#+ BEGINNING_LOST",
                "AZQWMYaz-_/.: END_LOST",
                "AZQWYaz-_.:@\"'#+ CHARACTERS_LOST",
                "8801234567893 ANOTHER_CODE"
            })
    void whatToSetIsNamed(String arrived, Advice advice) {
        assertThat(judge(arrived).advice()).containsExactly(advice);
        assertThat(judge(arrived).damages()).isNotEmpty();
    }

    @Test
    void everyDamagedCharacterIsNamed() {
        assertThat(damage(judge("AYQWMZay-_/.:@\"'#+"))).isEqualTo("ZY YZ zy");
        assertThat(judge("AZQWYaz-_.:@\"'#+").damages())
                .containsExactly(new LayoutCheck.Damage(4, 'M', ""), new LayoutCheck.Damage(10, '/', ""));
    }

    @Property(tries = 300)
    void whateverArrivesIsAnswered(@ForAll @StringLength(max = 700) String arrived) {
        LayoutCheck.Result result = judge(arrived);
        assertThat(result.damages()).hasSizeLessThanOrEqualTo(CODE.length());
    }

    @ParameterizedTest
    @EnumSource(Advice.class)
    void adviceIsGivenInBothLanguages(Advice advice) {
        assertThat(advice.words(Locale.KOREAN))
                .isNotEqualTo(advice.words(Locale.ENGLISH))
                .isNotBlank();
    }
}
