package dev.dockhand.hardware.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.CheckDigit;
import dev.dockhand.rules.Drawn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Gs1PropertiesTest {

    private static final ApplicationIdentifiers TABLE = ApplicationIdentifiers.load();
    private static final Map<String, String> COLUMNS = RandomGs1.columns();
    private final Gs1Reader reader = new Gs1Reader(TABLE, InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

    @Test
    void validStringsComeBackAsTheyWere() {
        Drawn.each(10_000, drawn -> {
            Map<String, String> chosen = RandomGs1.fields(drawn.random().nextLong(), drawn.between(1, 6));
            Gs1 wanted = new Gs1(
                    chosen.entrySet().stream()
                            .map(entry -> new Gs1.Element(entry.getKey(), entry.getValue()))
                            .toList(),
                    2026);
            assertThat(reader.read("]C1", wanted.elementString(TABLE))).contains(wanted);
        });
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

    @Test
    void whateverComesInNothingIsThrown() {
        Drawn.each(5_000, drawn -> {
            String text = drawn.text(0, 80);
            for (String aim : List.of("", "]C1", "]E0", "]E4", "]E3", "]Q1", "]I1")) {
                assertThat(reader.read(aim, text)).isNotNull();
            }
            assertThat(reader.read("", "https://a/01/" + text)).isNotNull();
        });
    }

    @Test
    void almostRightDataIsAnsweredToo() {
        String digits = Drawn.from('0', '9');
        String letters = Drawn.from('A', 'Z') + Drawn.from('a', 'z');
        Drawn.each(5_000, drawn -> {
            String tail = drawn.text(0, 60, drawn.yes() ? digits + letters + '\u001d' : digits + '\u001d');
            Gs1Result result = reader.read("]C1", "0109521234543213" + tail).orElseThrow();
            if (result instanceof Gs1 gs1) {
                assertThat(gs1.gtin()).isPresent();
            } else {
                assertThat(((Gs1Failure) result).message()).isNotBlank();
            }
        });
    }

    @Test
    void oneWrongDigitIsAlwaysSeen() {
        Drawn.each(2_000, drawn -> {
            String body = drawn.text(17, 17, "0123456789");
            StringBuilder sscc = new StringBuilder(body + CheckDigit.of(body));
            assertThat(Sscc.read(sscc.toString())).isPresent();
            int at = drawn.between(0, 17);
            sscc.setCharAt(at, (char) ('0' + (sscc.charAt(at) - '0' + drawn.between(1, 9)) % 10));
            assertThat(Sscc.read(sscc.toString())).isEmpty();
        });
    }
}
