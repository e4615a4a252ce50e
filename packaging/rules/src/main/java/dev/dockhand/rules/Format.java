package dev.dockhand.rules;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
     * Formats the sources of the given modules in place; what {@code mvn -Pformat process-classes -pl packaging/rules}
     * runs. Files that did not change since the last time are left alone.
     *
     * @param arguments a file whose time tells when this ran last, then module folders
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path stamp = Path.of(arguments[0]);
        FileTime last = Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
        for (String module : List.of(arguments).subList(1, arguments.length)) {
            for (Path file : Sources.endingWith(Path.of(module), ".java")) {
                if (Files.getLastModifiedTime(file).compareTo(last) >= 0) {
                    formatInPlace(file);
                }
            }
        }
        Files.createDirectories(stamp.toAbsolutePath().getParent());
        Files.write(stamp, new byte[0]);
    }

    private static void formatInPlace(Path file) throws IOException {
        String source = Sources.read(file);
        String formatted = format(file, source);
        if (!source.equals(formatted)) {
            Files.writeString(file, formatted);
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
