package dev.dockhand.hardware.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.CheckDigit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class Gs1PropertiesTest {

    private static final ApplicationIdentifiers TABLE = ApplicationIdentifiers.load();
    private static final Map<String, String> COLUMNS = RandomGs1.columns();
    private final Gs1Reader reader = new Gs1Reader(TABLE, InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

    @Property(tries = 10_000)
    void validStringsComeBackAsTheyWere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int fields) {
        Map<String, String> chosen = RandomGs1.fields(seed, fields);
        Gs1 wanted = new Gs1(
                chosen.entrySet().stream()
                        .map(entry -> new Gs1.Element(entry.getKey(), entry.getValue()))
                        .toList(),
                2026);
        assertThat(reader.read("]C1", wanted.elementString(TABLE))).contains(wanted);
    }

    @Test
    void everyIdentifierOfTheTableAcceptsARightValue() {
        ValidValues values = new ValidValues(new Random(1));
        COLUMNS.forEach((code, column) -> {
            for (int i = 0; i < 20; i++) {
                String value = values.value(column);
                assertThat(reader.read("]C1", code + value).orElseThrow())
                        .as("(%s)%s", code, value)
                        .isInstanceOf(Gs1.class);
            }
        });
        assertThat(TABLE.all()).hasSize(COLUMNS.size()).hasSizeGreaterThan(500);
    }

    @Property(tries = 5_000)
    void whateverComesInNothingIsThrown(@ForAll @StringLength(max = 80) String text) {
        for (String aim : List.of("", "]C1", "]E0", "]E4", "]E3", "]Q1", "]I1")) {
            assertThat(reader.read(aim, text)).isNotNull();
        }
        assertThat(reader.read("", "https://a/01/" + text)).isNotNull();
    }

    @Property(tries = 5_000)
    void almostRightDataIsAnsweredToo(
            @ForAll @NumericChars @AlphaChars @CharRange(from = '\u001d', to = '\u001d') @StringLength(max = 60)
                    String tail) {
        Gs1Result result = reader.read("]C1", "0109521234543213" + tail).orElseThrow();
        if (result instanceof Gs1 gs1) {
            assertThat(gs1.gtin()).isPresent();
        } else {
            assertThat(((Gs1Failure) result).message()).isNotBlank();
        }
    }

    @Property(tries = 2_000)
    void oneWrongDigitIsAlwaysSeen(
            @ForAll long seed, @ForAll @IntRange(max = 17) int at, @ForAll @IntRange(min = 1, max = 9) int off) {
        String body = Long.toString(100_000_000_000_000_000L + (seed & Long.MAX_VALUE) % 900_000_000_000_000_000L)
                .substring(0, 17);
        StringBuilder sscc = new StringBuilder(body + CheckDigit.of(body));
        assertThat(Sscc.read(sscc.toString())).isPresent();
        sscc.setCharAt(at, (char) ('0' + (sscc.charAt(at) - '0' + off) % 10));
        assertThat(Sscc.read(sscc.toString())).isEmpty();
    }
}
