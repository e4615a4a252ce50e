package dev.dockhand.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that look alike are one identifier, at every door. */
class NormalTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GL-1004\u00a0",
                "\u00a0GL-1004",
                "\ufeffGL-1004",
                "GL\u200b-1004",
                "GL-\u00ad1004",
                "\u202aGL-1004\u202c",
                "GL-1004\u2069",
                "GL\u20111004",
                "GL\u20131004",
                "GL\u22121004",
                "\uff27\uff2c\uff0d\uff11\uff10\uff10\uff14",
                "\u3000GL-1004\t",
                "GL-1004\r\n",
                "GL-1004\ufe0f",
                "GL-10\u206004",
                "\u3164GL-1004",
            })
    void twinsThatLookAlikeAreOneIdentifier(String twin) {
        assertThat(new ItemId("b/" + twin)).isEqualTo(new ItemId("b/GL-1004"));
    }

    @Test
    void placesAndCarriersHaveCapitalsHoweverTheyAreTyped() {
        assertThat(new LocationCode("a-01")).isEqualTo(new LocationCode("A-01"));
        assertThat(new CarrierCode("cj")).isEqualTo(new CarrierCode("CJ"));
    }

    @ParameterizedTest
    @CsvSource({
        "A\u00a0B, A B",
        "A  B, A B",
        "50\u3396, 50ml",
        "\u2161-3, II-3",
        "\ufb01x, fix",
        "\uff71, \u30a2",
        "\u30ab\u3099, \u30ac",
        "\uffa1\uffc2, \uac00",
        "\uf90a, \u91d1",
        "O\u2019Neill, O'Neill",
        "e\u0301, \u00e9"
    })
    void whatIsWrittenOtherwiseHasOneForm(String written, String normal) {
        assertThat(NormalText.identifier(written)).isEqualTo(normal);
    }

    @Test
    void decomposedHangulIsComposed() {
        assertThat(new Lot(Normalizer.normalize("크림-1", Form.NFD)).value()).isEqualTo("크림-1");
    }

    @ParameterizedTest
    @CsvSource({
        "GL\u0410, U+0410",
        "GL\u0391, U+0391",
        "GL\u2460, U+2460",
        "GL\ufffd, U+FFFD",
        "GL\ue000, U+E000",
        "GL\u0661, U+0661",
        "4\u0331, U+0331",
        "GL\ud83d\ude00, U+1F600",
        "GL\u0e01, U+0E01",
        "GL\ud800, U+D800",
        "GL\\1, U+005C",
        "GL\u001d1, U+001D",
        "GL\u1100, U+1100"
    })
    void whatCannotBeReadOrLabelledIsRefusedByItsName(String text, String named) {
        assertThatThrownBy(() -> new ItemId("b/" + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SKU")
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\ufeff \u3000", "\t"})
    void whatNobodyCanSeeIsNoIdentifier(String text) {
        assertThatThrownBy(() -> new ItemId("b/" + text)).hasMessageContaining("is empty");
    }

    @ParameterizedTest
    @CsvSource({"GL-1004\u00a0, U+00A0 NO-BREAK SPACE", "GL\u200b, U+200B ZERO WIDTH SPACE"})
    void aDoorCanTellWhatWasRepaired(String text, String named) {
        assertThat(NormalText.stranger(text)).contains(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GL-1004", "크림-1", "漢字", "a/b_c+d.e", "박스-30×20"})
    void whatIsNormalStaysAsItIs(String text) {
        assertThat(NormalText.identifier(text)).isEqualTo(text);
        assertThat(NormalText.stranger(text)).isEmpty();
    }

    @Test
    void aLineOfTextHasNoBreaksAndNothingInvisible() {
        assertThat(NormalText.line(" 서울시\r\n강남구\t1\ufeff ")).isEqualTo("서울시 강남구 1");
        assertThat(NormalText.line(Normalizer.normalize("크림", Form.NFD))).isEqualTo("크림");
        assertThat(NormalText.line("①번 창고")).isEqualTo("①번 창고");
    }

    @Test
    void theNormalFormOfANormalFormIsItself() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("A");
            for (int j = 0; j < 8; j++) {
                text.append((char) random.nextInt(0x20, 0x10000));
            }
            String normal;
            try {
                normal = NormalText.identifier(text.toString());
            } catch (IllegalArgumentException refused) {
                continue;
            }
            assertThat(NormalText.identifier(normal))
                    .as("seed 7, %d: %s", i, text)
                    .isEqualTo(normal);
        }
    }
}
