package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Leaves labels in {@code target/labels}, with a list of what a scanner reads of them, for {@code .ci/check-labels}: it
 * draws and reads them with programs that share no code with this module.
 */
class LabelFilesTest {
    private static final int WAYBILLS = 40;

    private final List<String> expected = new ArrayList<>();
    private final Path folder = Path.of(System.getProperty("dockhand.module.dir", "."), "target/labels");

    @Test
    void everyLabelIsReadAsWhatItIs() throws IOException, LabelException, NotFoundException {
        Files.createDirectories(folder);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
        for (int i = 0; i < WAYBILLS; i++) {
            waybill(random, i);
        }
        for (Dpi dpi : Dpi.values()) {
            file("waybill", LabelSamples.data("waybill"), dpi, "CODE-128:632912345678 QR-Code:632912345678");
            file("license-plate", LabelSamples.data("license-plate"), dpi, "CODE-128:00388012345678901230");
            file("location", LabelSamples.data("location"), dpi, "CODE-128:A-01-02-3 QR-Code:A-01-02-3");
            file("badge", LabelSamples.data("badge"), dpi, "CODE-128:OP-0004");
            file("command", LabelSamples.data("command"), dpi, "CODE-128:CMD-FINISH");
            office("waybill", dpi, "CODE-128:632912345678 QR-Code:632912345678");
            office("license-plate", dpi, "CODE-128:00388012345678901230");
        }
        Files.write(folder.resolve("expected.tsv"), expected);
    }

    /** The same labels as an office printer gets them. */
    private void office(String id, Dpi dpi, String codes) throws IOException, LabelException {
        for (LabelLanguage language : List.of(new PngLanguage(), new PdfLanguage())) {
            String file = "%s-office-%s.%s".formatted(id, dpi.name().substring(4), language.id());
            Files.write(folder.resolve(file), new LabelWriter(language).write(LabelSamples.label(id, language), dpi));
            expected.add(file + "\t" + codes);
        }
    }

    private void waybill(RandomGenerator random, int number) throws IOException, LabelException, NotFoundException {
        String waybill = String.valueOf(600_000_000_000L + random.nextLong(99_999_999_999L));
        ObjectNode data = LabelSamples.data("waybill").put("waybill", waybill);
        data.put("message", hangul(random, random.nextInt(80)));
        ((ObjectNode) data.get("recipient"))
                .put("name", hangul(random, 2 + random.nextInt(4)))
                .put("address", hangul(random, 5 + random.nextInt(70)));
        var items = data.putArray("items");
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            items.addObject()
                    .put("name", hangul(random, 3 + random.nextInt(60)))
                    .put("quantity", 1 + random.nextInt(99));
        }
        Dpi dpi = Dpi.values()[number % Dpi.values().length];
        byte[] zpl =
                file("waybill-" + number, "waybill", data, dpi, "CODE-128:%s QR-Code:%s".formatted(waybill, waybill));
        var image = LabelSamples.PREVIEW.draw(zpl).image();
        assertThat(LabelSamples.read(image, BarcodeFormat.CODE_128)).isEqualTo(waybill);
    }

    private static String hangul(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(5) == 0 ? ' ' : (char) ('\uac00' + random.nextInt(11_172)));
        }
        return "가" + text;
    }

    private void file(String id, ObjectNode data, Dpi dpi, String codes) throws IOException, LabelException {
        file(id, id, data, dpi, codes);
    }

    private byte[] file(String name, String id, ObjectNode data, Dpi dpi, String codes)
            throws IOException, LabelException {
        byte[] zpl = LabelSamples.ZPL.write(LabelSamples.TEMPLATES.fill(id, data), dpi);
        String file = "%s-%s.zpl".formatted(name, dpi.name().substring(4));
        Files.write(folder.resolve(file), zpl);
        expected.add(file + "\t" + codes);
        return zpl;
    }
}
