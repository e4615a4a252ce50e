package dev.dockhand.server.intake;

import dev.dockhand.model.file.CsvFile;
import dev.dockhand.model.file.FileText;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads CSV with a header, columns in any order. */
final class CsvRows {

    /** Blank ones too; a sheet of Excel has not quite so many. */
    private static final int MOST_LINES = 1_100_000;

    private final ImportKind kind;
    private int lines;
    private @Nullable Table table;

    private CsvRows(ImportKind kind) {
        this.kind = kind;
    }

    static Reading read(ImportKind kind, FileText file) {
        return new CsvRows(kind).read(file);
    }

    private Reading read(FileText file) {
        OptionalLong broken =
                CsvFile.of(file.text(), values -> Table.isHeader(kind, values)).read(this::take);
        Table read = table == null ? new Table(kind, List.of()) : table;
        broken.ifPresent(line -> read.reject(
                line,
                "BAD_QUOTES",
                "a quote is not closed or stands in the wrong place, or the line does not end; rows from here on were"
                        + " not read"));
        return read.reading(Notice.of(file));
    }

    private void take(CsvFile.Line line) {
        lines++;
        if (lines > MOST_LINES) {
            throw new ImportRefusedException(
                    "TOO_LARGE", "the file has more than %,d lines. Nothing was loaded".formatted(MOST_LINES));
        }
        if (table != null) {
            table.add(line.number(), line.values());
        } else if (!line.isBlank()) {
            table = new Table(kind, line.values());
        }
    }
}
