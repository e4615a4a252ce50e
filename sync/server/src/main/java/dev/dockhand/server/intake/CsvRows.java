package dev.dockhand.server.intake;

import dev.dockhand.server.intake.ImportResult.Rejection;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV: comma, double quotes (RFC 4180), UTF-8 with or without a byte order mark, columns in any order. */
final class CsvRows {

    private static final int LONGEST_SHOWN = 500;

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    private CsvRows(List<String> columns) {
        this.columns = columns;
    }

    static Reading read(byte[] file, List<String> columns) {
        return new CsvRows(columns).read(text(file));
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ImportRefusedException(
                    "NOT_UTF8", "the file is not UTF-8; save it as \"CSV UTF-8\". Nothing was loaded");
        }
    }

    private Reading read(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = header(records);
            long line = parser.getCurrentLineNumber() + 1;
            while (hasNext(records, line)) {
                take(records.next(), header, line);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reading(rows, rejected);
    }

    private List<String> header(Iterator<CSVRecord> records) {
        List<String> header =
                hasNext(records, 1) ? records.next().stream().map(String::strip).toList() : List.of();
        if (header.size() != columns.size() || !new HashSet<>(header).equals(new HashSet<>(columns))) {
            String found = String.join(",", header);
            throw new ImportRefusedException(
                    "WRONG_HEADER",
                    "the first line must name the columns %s; found %s. Nothing was loaded"
                            .formatted(
                                    String.join(",", columns),
                                    found.isEmpty()
                                            ? "nothing"
                                            : found.substring(0, Math.min(found.length(), LONGEST_SHOWN))));
        }
        return header;
    }

    /** A quote that is never closed ends the reading: nobody can tell where the next row begins. */
    private boolean hasNext(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            rejected.add(new Rejection(
                    line,
                    "",
                    "BAD_QUOTES",
                    "a quote is not closed or stands in the wrong place; rows from here on were not read"));
            return false;
        }
    }

    private void take(CSVRecord values, List<String> header, long line) {
        if (values.size() == 1 && values.get(0).isBlank()) {
            return;
        }
        if (values.size() != header.size()) {
            rejected.add(new Rejection(
                    line, "", "WRONG_COLUMNS", "has %d columns, not %d".formatted(values.size(), header.size())));
            return;
        }
        if (values.stream().mapToLong(String::length).sum() > Reading.LONGEST_ROW) {
            rejected.add(
                    new Rejection(line, "", "TOO_LONG", "has more than %,d characters".formatted(Reading.LONGEST_ROW)));
            return;
        }
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byName.put(header.get(i), values.get(i));
        }
        rows.add(new Row(line, byName));
    }
}
