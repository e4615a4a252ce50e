package dev.dockhand.hardware.gs1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Random GS1 fields with right values, from the table of identifiers. */
final class RandomGs1 {

    private static final Map<String, String> COLUMNS = columns();
    private static final List<String> CODES = List.copyOf(COLUMNS.keySet());

    private RandomGs1() {}

    /** Some fields in random order. */
    static Map<String, String> fields(long seed, int most) {
        return fields(seed, most, CODES);
    }

    /** Some fields of the given identifiers in random order. */
    static Map<String, String> fields(long seed, int most, List<String> codes) {
        Random random = new Random(seed);
        ValidValues values = new ValidValues(random);
        Map<String, String> chosen = new LinkedHashMap<>();
        for (int i = 0; i < most; i++) {
            String code = codes.get(random.nextInt(codes.size()));
            chosen.put(code, values.value(COLUMNS.get(code)));
        }
        return chosen;
    }

    /** A right value for one identifier. */
    static String value(String code, Random random) {
        return new ValidValues(random).value(Objects.requireNonNull(COLUMNS.get(code)));
    }

    /** The form of the value of each identifier, as the table has it. */
    static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String line : table()) {
            String[] cells = line.split(" +");
            String[] ends = cells[0].split("-");
            for (int code = Integer.parseInt(ends[0]); code <= Integer.parseInt(ends[ends.length - 1]); code++) {
                String text = Integer.toString(code);
                columns.put("0".repeat(ends[0].length() - text.length()) + text, cells[2]);
            }
        }
        return columns;
    }

    private static List<String> table() {
        try (InputStream in =
                Objects.requireNonNull(Gs1Parser.class.getResourceAsStream("application-identifiers.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
