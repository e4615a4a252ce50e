package dev.dockhand.app.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dockhand.app.flow.BenchRules;
import dev.dockhand.app.machine.JsonFile;
import java.nio.file.Path;

/**
 * What IT or a supervisor chose for a bench.
 *
 * @param rules how strict it is
 * @param companyPrefix GS1 company prefix of its license plates, seven digits
 * @param labelDpi resolution of its label printer: 203, 300 or 600
 */
public record BenchChoices(BenchRules rules, String companyPrefix, int labelDpi) {

    /** What suits most benches. */
    public static final BenchChoices USUAL = new BenchChoices(BenchRules.USUAL, PlateNumbers.IN_HOUSE_PREFIX, 203);

    /** {@code bench.json} in a station's folder. */
    public static JsonFile<BenchChoices> file(Path folder) {
        return new JsonFile<>(folder.resolve("bench.json"), new TypeReference<>() {}, USUAL);
    }
}
