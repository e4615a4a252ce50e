package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParseTest {

    private static Ran parse(String typed) {
        return Ran.typing(typed, "parse", "--json");
    }

    @Test
    void whatAScannerAddsIsTakenOff() {
        assertThat(parse("8809091000010\t\n 8809091000010 \n\t8809091000010")
                        .out()
                        .lines())
                .hasSize(3)
                .allMatch(line -> line.contains("08809091000010"));
        assertThat(parse("GL-1004\u00a0\n").fields("text")).containsExactly("GL-1004");
    }

    @Test
    void aUpcEIsAnArticleNumber() {
        assertThat(parse("06541238\n").out()).contains("00065400000128");
    }

    @Test
    void aNumberOfOneShopIsToldAsSuch() {
        Ran own = parse("2112345678900\n");
        assertThat(own.fields("text")).containsExactly("2112345678900");
        assertThat(own.fields("note").getFirst()).contains("no GTIN");
    }

    @Test
    void anUnknownCharsetIsMisuse() {
        assertThat(Ran.typing("A\n", "parse", "--charset", "KLINGON").code()).isEqualTo(2);
        assertThat(Ran.typing("A\n", "parse", "--charset", "CP949").code()).isZero();
    }
}
