package dev.dockhand.rules;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Palantir's Java format is the house's format; nobody discusses white space. */
public final class Format {

    private Format() {}

    static List<String> unformatted(Path module) {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.endingWith(module, ".java")) {
            String source = Sources.read(file);
            if (!source.equals(format(file, source))) {
                found.add(module.relativize(file).toString());
            }
        }
        return found;
    }

    /**
     * Formats the sources of the given modules in place; what {@code mvn -Pformat process-classes -pl packaging/rules} runs.
     *
     * @param modules module folders
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] modules) throws IOException {
        for (String module : modules) {
            for (Path file : Sources.endingWith(Path.of(module), ".java")) {
                String source = Sources.read(file);
                String formatted = format(file, source);
                if (!source.equals(formatted)) {
                    Files.writeString(file, formatted);
                }
            }
        }
    }

    private static String format(Path file, String source) {
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        try {
            return formatter.formatSourceAndFixImports(source);
        } catch (FormatterException e) {
            throw new IllegalStateException("cannot parse " + file, e);
        }
    }
}
