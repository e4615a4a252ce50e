package dev.dockhand.model.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Article numbers in all their forms. */
class GtinTest {

    @ParameterizedTest
    @CsvSource({
        "06541238, 00065400000128",
        "04252614, 00042100005264",
        "01234565, 00000001234565",
        "12345670, 00000012345670",
        "065400000128, 00065400000128",
        "8809091000010, 08809091000010"
    })
    void everyFormOfANumberIsOneGtin(String scanned, String gtin) {
        assertThat(Gtin.read(scanned).map(Gtin::digits)).contains(gtin);
    }

    @ParameterizedTest
    @CsvSource({"06541239", "26541238", "0654123", "8809091000011", "6.54E10", "A6541238"})
    void aWrongCheckDigitOrLengthIsNoGtin(String scanned) {
        assertThat(Gtin.read(scanned)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"65400000128, 00065400000128", "1234565, 00000001234565"})
    void aNumberThatLostItsZerosIsReadWhereItsCheckDigitIsRight(String left, String gtin) {
        assertThat(Gtin.withZerosBack(left).map(Gtin::digits)).contains(gtin);
    }

    @ParameterizedTest
    @CsvSource({"65400000129", "0065400000128", "065400000128", "81234567", "654000"})
    void otherDigitsAreNoNumberThatLostZeros(String left) {
        assertThat(Gtin.withZerosBack(left)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2012345001238, true", "0212345001231, true", "2912345000008, true", "8809091000010, false"})
    void numbersOfOneShopAreTold(String digits, boolean inStore) {
        String right = digits.substring(0, 12) + CheckDigit.of(digits.substring(0, 12));
        assertThat(Gtin.read(right).orElseThrow().isInStore()).isEqualTo(inStore);
    }
}
