package dev.dockhand.server.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as spreadsheets save it: double quotes (RFC 4180), any line ends, columns in any order. The separator is what
 * Excel's own line {@code sep=;} says, else the one with which the header reads.
 */
final class CsvRows {

    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("^\"?sep=([,;|:\t ])\"?(?:,|;|\t)*(?:\r\n|\r|\n|$)", Pattern.CASE_INSENSITIVE);
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final ImportKind kind;
    private final String text;
    private final char separator;
    private final long linesBefore;
    private @Nullable Table table;

    private CsvRows(ImportKind kind, String text, char separator, long linesBefore) {
        this.kind = kind;
        this.text = text;
        this.separator = separator;
        this.linesBefore = linesBefore;
    }

    static Reading read(ImportKind kind, FileText file) {
        Matcher own = SEPARATOR_LINE.matcher(file.text());
        if (own.lookingAt()) {
            return new CsvRows(
                            kind, file.text().substring(own.end()), own.group(1).charAt(0), 1)
                    .read(file.notices());
        }
        return new CsvRows(kind, file.text(), separator(kind, file.text()), 0).read(file.notices());
    }

    /** The first separator by which the header reads; a comma when it reads by none. */
    private static char separator(ImportKind kind, String text) {
        for (char separator : SEPARATORS) {
            try (CSVParser parser = parser(text, separator)) {
                for (CSVRecord first : parser) {
                    List<String> values = first.toList();
                    if (!Table.isBlank(values)) {
                        if (Table.isHeader(kind, values)) {
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

    private static CSVParser parser(String text, char separator) throws IOException {
        return CSVParser.parse(
                new StringReader(text),
                CSVFormat.RFC4180.builder().setDelimiter(separator).get());
    }

    private Reading read(List<Notice> notices) {
        try (CSVParser parser = parser(text, separator)) {
            Iterator<CSVRecord> records = parser.iterator();
            for (long line = next(parser); hasNext(records, line); line = next(parser)) {
                take(records.next().toList(), line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (table == null ? new Table(kind, List.of()) : table).reading(notices);
    }

    private long next(CSVParser parser) {
        return linesBefore + parser.getCurrentLineNumber() + 1;
    }

    /** A quote that is never closed ends the reading: nobody can tell where the next row begins. */
    private boolean hasNext(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (table != null) {
                table.reject(
                        line,
                        "BAD_QUOTES",
                        "a quote is not closed or stands in the wrong place; rows from here on were not read");
            }
            return false;
        }
    }

    private void take(List<String> values, long line) {
        if (table != null) {
            table.add(line, values);
        } else if (!Table.isBlank(values)) {
            table = new Table(kind, values);
        }
    }
}
