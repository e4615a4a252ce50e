package dev.dockhand.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrintReasonTest {

    @ParameterizedTest
    @EnumSource(PrintReason.class)
    void everyReasonHasWordsInBothLanguages(PrintReason reason) {
        assertThat(reason.words(Locale.ENGLISH)).isNotBlank().endsWith(".");
        assertThat(reason.words(Locale.KOREAN)).isNotBlank().containsPattern("[가-힣]");
        assertThat(reason.words(Locale.FRENCH)).isEqualTo(reason.words(Locale.ENGLISH));
    }
}
