package dev.dockhand.hardware.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.datamatrix.decoder.Decoder;
import dev.dockhand.rules.Drawn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.OkapiInputException;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * Okapi Barcode makes a GS1 DataMatrix of random fields, ZXing reads the symbol, and the parser finds the fields that Okapi
 * was given. Neither is ours, and both know the separator rule by tables of their own.
 */
class IndependentEncoderTest {

    private static final List<String> UNKNOWN = RandomGs1.columns().keySet().stream()
            .filter(IndependentEncoderTest::isUnknown)
            .toList();
    private static final List<String> KNOWN = RandomGs1.columns().keySet().stream()
            .filter(code -> !UNKNOWN.contains(code))
            .toList();

    private final Gs1Reader reader =
            new Gs1Reader(ApplicationIdentifiers.load(), InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

    @Test
    void whatAnotherEncoderWasGivenIsFound() {
        Drawn.each(10_000, drawn -> isFound(RandomGs1.fields(drawn.random().nextLong(), drawn.between(1, 6), KNOWN)));
    }

    private void isFound(Map<String, String> fields) throws Exception {
        String given = fields.entrySet().stream()
                .map(field -> "[" + field.getKey() + "]" + field.getValue())
                .collect(Collectors.joining());
        DecoderResult symbol = scanned(given);
        assertThat(symbol.getSymbologyModifier()).isEqualTo(2);
        // ZXing gives the leading FNC1 as a character too; scanners give it as the identifier only.
        Gs1Result result = reader.read("]d2", symbol.getText().substring(1)).orElseThrow();
        assertThat(result).as(given).isInstanceOf(Gs1.class);
        assertThat(((Gs1) result).elements())
                .extracting(element -> "[" + element.ai() + "]" + element.value())
                .as(given)
                .isEqualTo(fields.entrySet().stream()
                        .map(field -> "[" + field.getKey() + "]" + field.getValue())
                        .toList());
    }

    @Test
    void onlyNewIdentifiersAreUnknownToTheEncoder() {
        assertThat(UNKNOWN).containsExactly("717", "8040", "8041", "8042", "8043");
    }

    private static boolean isUnknown(String code) {
        try {
            symbol("[" + code + "]" + RandomGs1.value(code, new Random(1)));
            return false;
        } catch (OkapiInputException e) {
            return true;
        }
    }

    private static DataMatrix symbol(String given) {
        DataMatrix symbol = new DataMatrix();
        symbol.setDataType(Symbol.DataType.GS1);
        symbol.setContent(given);
        return symbol;
    }

    private static DecoderResult scanned(String given) throws FormatException, ChecksumException {
        DataMatrix symbol = symbol(given);
        BitMatrix matrix = new BitMatrix(symbol.getWidth(), symbol.getHeight());
        for (Rectangle dark : symbol.getRectangles()) {
            matrix.setRegion((int) dark.x, (int) dark.y, (int) dark.width, (int) dark.height);
        }
        return new Decoder().decode(matrix);
    }
}
