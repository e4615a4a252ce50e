package dev.dockhand.hardware.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelLanguage;
import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.label.LabelSamples;
import dev.dockhand.hardware.label.LabelWriter;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data of a waybill to the bytes for a printer of 203 dpi: with the same sender and goods each time (warm: only the number is
 * new), and with a new recipient, address, goods and message in Korean each time.
 */
class LabelBench {
    private static final int LABELS = 1_000;

    static Stream<LabelLanguage> languages() {
        return LabelLanguages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void waybillToBytes(LabelLanguage language) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        LabelWriter writer = new LabelWriter(language);
        writer.warmUp();
        run(writer, random, false, new Timing("", LABELS));
        Timing warm = new Timing(language.id() + ", only the number is new", LABELS);
        run(writer, random, false, warm);
        warm.tell("labels.txt");
        Timing fresh = new Timing(language.id() + ", new Korean text everywhere", LABELS);
        run(writer, random, true, fresh);
        fresh.tell("labels.txt");
    }

    private static void run(LabelWriter writer, RandomGenerator random, boolean korean, Timing timing)
            throws Exception {
        for (int i = 0; i < LABELS; i++) {
            ObjectNode data = LabelSamples.data("waybill")
                    .put("waybill", String.valueOf(600_000_000_000L + random.nextLong(99_999_999_999L)));
            if (korean) {
                data.put("message", hangul(random, 30));
                ((ObjectNode) data.get("recipient"))
                        .put("name", hangul(random, 3))
                        .put("address", hangul(random, 40));
                data.putArray("items")
                        .addObject()
                        .put("name", hangul(random, 20))
                        .put("quantity", 1);
            }
            timing.time(() -> writer.write(
                    LabelSamples.TEMPLATES.fill(
                            "waybill", data, writer.language().widestMm()),
                    Dpi.DPI_203));
        }
    }

    private static String hangul(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('\uac00' + random.nextInt(11_172)));
        }
        return text.toString();
    }
}
