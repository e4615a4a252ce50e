package dev.dockhand.hardware.scan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scanners that are known, from {@code scanners.json}.
 *
 * @param all in the order of the file; the first is for every scanner that sends codes with marks
 */
public record ScannerProfiles(List<ScannerProfile> all) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Keeps its own copy. */
    public ScannerProfiles {
        all = List.copyOf(all);
    }

    /** Reads the ones that come with Dockhand. */
    public static ScannerProfiles load() {
        return new ScannerProfiles(List.of(read("scanners.json", ScannerProfile[].class)));
    }

    static <T> T read(String file, Class<T> type) {
        try (InputStream in = ScannerProfiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in this installation");
            }
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profile with this id. */
    public Optional<ScannerProfile> byId(String id) {
        return all.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** The one for every scanner that sends codes with marks at their ends. */
    public ScannerProfile usual() {
        return all.getFirst();
    }

    /**
     * The profile of a USB device; nothing when the model is not known.
     *
     * @param number maker and product, as in {@code 1EAB:8303}
     */
    public Optional<ScannerProfile> byUsb(String number) {
        String upper = number.toUpperCase(Locale.ROOT);
        return all.stream()
                .filter(profile -> profile.usb().stream().anyMatch(upper::startsWith))
                .findFirst();
    }
}
