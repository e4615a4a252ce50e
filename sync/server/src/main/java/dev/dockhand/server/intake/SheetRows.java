package dev.dockhand.server.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads a sheet of a workbook: the one that is named, else the first that can be seen. */
final class SheetRows {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);
    private static final long MOST_UNPACKED = 256L << 20;
    private static final int MOST_PARTS = 2000;
    private static final int LONGEST_MARK = 8;
    private static final int STEP = 64 * 1024;

    private SheetRows() {}

    /** Whether a file is a workbook, whatever it is called; also one that is too old to be read. */
    static boolean isWorkbook(byte[] file) {
        return file.length >= LONGEST_MARK && (ReadableWorkbook.isOOXMLZipHeader(file) || isOld(file));
    }

    private static boolean isOld(byte[] file) {
        return file.length >= LONGEST_MARK && ReadableWorkbook.isOLE2Header(file);
    }

    static Reading read(ImportKind kind, byte[] file, @Nullable String sheet) {
        if (isOld(file)) {
            throw bad("is an old Excel file or has a password; save it as .xlsx without one");
        }
        refuseBomb(file);
        try (ReadableWorkbook book = open(file)) {
            Sheet chosen = chosen(book, sheet);
            List<Notice> notices = sheet == null && seen(book).size() > 1
                    ? List.of(new Notice(0, "", "SHEET", "the sheet \"%s\" was read".formatted(chosen.getName())))
                    : List.of();
            try (Stream<org.dhatim.fastexcel.reader.Row> rows = chosen.openStream()) {
                return table(kind, rows.iterator()).reading(notices);
            }
        } catch (ImportRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw bad("cannot be read as an Excel workbook (%s)"
                    .formatted(e.getClass().getSimpleName()));
        }
    }

    /** A workbook without a part of formats has plain numbers. */
    private static ReadableWorkbook open(byte[] file) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(new ByteArrayInputStream(file), WITHOUT_FORMATS);
        }
    }

    private static ImportRefusedException bad(String what) {
        return new ImportRefusedException("BAD_WORKBOOK", "the file " + what + ". Nothing was loaded");
    }

    private static List<Sheet> seen(ReadableWorkbook book) {
        return book.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }

    private static Sheet chosen(ReadableWorkbook book, @Nullable String name) {
        Optional<Sheet> found = name == null ? seen(book).stream().findFirst() : book.findSheet(name);
        return found.orElseThrow(() -> bad("has no such sheet; it has "
                + seen(book).stream().map(Sheet::getName).limit(20).collect(Collectors.joining(", "))));
    }

    private static Table table(ImportKind kind, Iterator<org.dhatim.fastexcel.reader.Row> rows) {
        Table table = null;
        while (rows.hasNext()) {
            var row = rows.next();
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
                values.add(row.getOptionalCell(i).map(SheetCell::text).orElse(""));
            }
            if (table != null) {
                table.add(row.getRowNum(), padded(values, kind.columns().size()));
            } else if (!Table.isBlank(values)) {
                table = new Table(kind, values);
            }
        }
        return table == null ? new Table(kind, List.of()) : table;
    }

    /** A sheet has no cell where nothing stands. */
    private static List<String> padded(List<String> values, int columns) {
        List<String> padded = new ArrayList<>(values);
        while (padded.size() < columns) {
            padded.add("");
        }
        return padded;
    }

    /** Counts what the file unpacks to before anything of it is read: a bomb is small only while it is packed. */
    private static void refuseBomb(byte[] file) {
        byte[] step = new byte[STEP];
        long unpacked = 0;
        int parts = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts++;
                try (InputStream content = zip.getInputStream(part)) {
                    for (int got = content.read(step); got >= 0; got = content.read(step)) {
                        unpacked += got;
                        if (unpacked > MOST_UNPACKED || parts > MOST_PARTS) {
                            throw bad("unpacks to more than a workbook of 50 MB may hold");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw bad("is not a complete Excel workbook");
        }
    }
}
