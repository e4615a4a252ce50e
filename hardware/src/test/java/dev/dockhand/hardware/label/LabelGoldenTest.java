package dev.dockhand.hardware.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every label, byte for byte. After a wanted change set DOCKHAND_WRITE_GOLDEN=1, run this test, and look at the labels
 * ({@code .ci/check-labels} draws them) before the new files are kept.
 */
class LabelGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"waybill", "license-plate", "location", "badge", "command", "sheet"})
    void aLabelIsTheBytesThatWereSeenAndApproved(String id) throws IOException, LabelException {
        Path file = Path.of(System.getProperty("dockhand.module.dir", "."), "src/test/resources/labels/" + id + ".zpl");
        byte[] zpl = LabelSamples.zpl(id);
        if (System.getenv("DOCKHAND_WRITE_GOLDEN") != null) {
            Files.write(file, zpl);
        }
        assertThat(new String(zpl, StandardCharsets.US_ASCII)).isEqualTo(Files.readString(file));
    }
}
