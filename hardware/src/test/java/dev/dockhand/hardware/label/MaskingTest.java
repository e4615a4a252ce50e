package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Masking.Rule USUAL =
            new Masking.Rule(LocalDate.of(2021, 1, 1), "*", Masking.Name.MIDDLE, Masking.Phone.LAST_FOUR);

    @ParameterizedTest
    @CsvSource({"김민준,김*준", "김민,김*", "남궁민수,남**수", "김,*", "John Smith,J*** ****h", "'',''"})
    void theMiddleOfANameIsHidden(String name, String masked) {
        assertThat(USUAL.maskName(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"010-1234-5678,010-1234-****", "01012345678,0101234****", "+82 10 1234 5678,+82 10 1234 ****", "123,***"
    })
    void theLastFourDigitsOfAPhoneAreHidden(String phone, String masked) {
        assertThat(USUAL.maskPhone(phone)).isEqualTo(masked);
    }

    @Test
    void aCarriersOwnRuleHoldsFromItsDay() {
        var own = new Masking.Rule(LocalDate.of(2026, 11, 23), "LOGEN", Masking.Name.LAST, Masking.Phone.MIDDLE_FOUR);
        Masking masking = new Masking(List.of(USUAL, own));
        assertThat(masking.on(DAY, "LOGEN").maskPhone("010-1234-5678")).isEqualTo("010-****-5678");
        assertThat(masking.on(DAY, "LOGEN").maskName("김민준")).isEqualTo("김민*");
        assertThat(masking.on(DAY.minusDays(1), "LOGEN")).isEqualTo(USUAL);
        assertThat(masking.on(DAY, "CJ")).isEqualTo(USUAL);
        assertThat(masking.on(LocalDate.of(2000, 1, 1), "CJ")).isEqualTo(USUAL);
    }
}
