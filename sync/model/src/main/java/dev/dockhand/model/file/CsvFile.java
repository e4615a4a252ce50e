package dev.dockhand.model.file;

import dev.dockhand.model.id.NormalText;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a CSV file as spreadsheets save it: double quotes (RFC 4180), any line ends. The separator is what Excel's own
 * line {@code sep=;} says, else the one with which the header reads.
 */
public final class CsvFile {

    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("^\"?sep=([,;|:\t ])\"?(?:,|;|\t)*(?:\r\n|\r|\n|$)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINE = 256 * 1024;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final String text;
    private final char separator;
    private final long linesBefore;

    private CsvFile(String text, char separator, long linesBefore) {
        this.text = text;
        this.separator = separator;
        this.linesBefore = linesBefore;
    }

    /**
     * A line of values; it may go over several lines of the file.
     *
     * @param number where it begins, from 1
     * @param values its values
     */
    public record Line(long number, List<String> values) {

        /** Copies the values. */
        public Line {
            values = List.copyOf(values);
        }

        /** Whether it holds nothing. */
        public boolean isBlank() {
            return values.stream().allMatch(value -> NormalText.line(value).isEmpty());
        }
    }

    /**
     * A file.
     *
     * @param text what it holds
     * @param isHeader whether a line names the columns
     */
    public static CsvFile of(String text, Predicate<List<String>> isHeader) {
        Matcher own = SEPARATOR_LINE.matcher(text);
        return own.lookingAt()
                ? new CsvFile(text.substring(own.end()), own.group(1).charAt(0), 1)
                : new CsvFile(text, separator(text, isHeader), 0);
    }

    /** The first separator by which the header reads; a comma when it reads by none. */
    private static char separator(String text, Predicate<List<String>> isHeader) {
        for (char separator : SEPARATORS) {
            try (CSVParser parser = parser(new Lines(text), separator)) {
                for (CSVRecord first : parser) {
                    Line line = new Line(1, first.toList());
                    if (!line.isBlank()) {
                        if (isHeader.test(line.values())) {
                            return separator;
                        }
                        break;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UncheckedIOException e) {
                continue;
            }
        }
        return ',';
    }

    private static CSVParser parser(Reader text, char separator) throws IOException {
        return CSVParser.parse(
                text, CSVFormat.RFC4180.builder().setDelimiter(separator).get());
    }

    /** Fails where a line does not come to its end, so that no file of separators or behind one quote fills the memory. */
    private static final class Lines extends FilterReader {
        private long pending;

        private Lines(String text) {
            super(new StringReader(text));
        }

        private void lineEnded() {
            pending = 0;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            pending += Math.max(0, got);
            if (pending > LONGEST_LINE) {
                throw new IOException("a line has more than %,d characters".formatted(LONGEST_LINE));
            }
            return got;
        }
    }

    /**
     * Hands over every line, the header too.
     *
     * @return the line from which on nothing was read, since a quote is not closed or a line does not end, and nobody can tell
     *     where the next row begins; empty when all was read
     */
    public OptionalLong read(Consumer<Line> each) {
        Lines lines = new Lines(text);
        try (CSVParser parser = parser(lines, separator)) {
            Iterator<CSVRecord> records = parser.iterator();
            for (long line = next(parser); ; line = next(parser)) {
                try {
                    if (!records.hasNext()) {
                        return OptionalLong.empty();
                    }
                } catch (UncheckedIOException e) {
                    return OptionalLong.of(line);
                }
                each.accept(new Line(line, records.next().toList()));
                lines.lineEnded();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long next(CSVParser parser) {
        return linesBefore + parser.getCurrentLineNumber() + 1;
    }
}
