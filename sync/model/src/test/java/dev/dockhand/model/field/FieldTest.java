package dev.dockhand.model.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field takes, and in which form. */
class FieldTest {

    @ParameterizedTest
    @CsvSource({
        "WAYBILL, 6329-1234-5697, 632912345697",
        "WAYBILL, 6329 1234 5697, 632912345697",
        "WAYBILL, rr123456785kr, RR123456785KR",
        "WAYBILL, 1Z999AA10123456784, 1Z999AA10123456784",
        "WAYBILL, 9400111899223197428490, 9400111899223197428490",
        "WAYBILL, 9612804152389024030601234567891234, 9612804152389024030601234567891234",
        "WAYBILL, ６３２９‐１２３４‐５６９７, 632912345697",
        "PHONE, ０１０-0000-0000, 010-0000-0000",
        "PHONE, 010‑0000–0000, 010-0000-0000",
        "PHONE, +82 10-0000-0000, +82 10-0000-0000",
        "PHONE, ＋８２ (0)10 0000 0000, +82 (0)10 0000 0000",
        "PHONE, 02-555-0100 내선 12, 02-555-0100 내선 12",
        "PHONE, 1588-0000, 1588-0000",
        "POSTCODE, 06236, 06236",
        "POSTCODE, ０６２３６, 06236",
        "POSTCODE, 〒100-0005, 100-0005",
        "POSTCODE, 〒 １００－０００５, 100-0005",
        "POSTCODE, sw1a 1aa, SW1A 1AA",
        "POSTCODE, 94105-1420, 94105-1420",
        "SKU, 크림-1, 크림-1",
        "TOTE, tote-48, TOTE-48"
    })
    void takesAndBringsToOneForm(Field field, String text, String normal) {
        assertThat(field.normal(text)).isEqualTo(normal);
        assertThat(field.normal(normal)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "WAYBILL, 12345",
        "WAYBILL, 운송장12345",
        "WAYBILL, 6329/1234",
        "WAYBILL, 96128041523890240306012345678912345",
        "PHONE, 8.21012E+11",
        "PHONE, 전화없음",
        "PHONE, -",
        "PHONE, 010-0000-0000; 02-555-0100",
        "POSTCODE, 6236",
        "POSTCODE, 서울",
        "POSTCODE, 6.236E+03",
        "SKU, 크림🙏"
    })
    void refusesWithAReasonAndWithoutTheText(Field field, String text) {
        assertThatThrownBy(() -> field.normal(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(text);
    }
}
