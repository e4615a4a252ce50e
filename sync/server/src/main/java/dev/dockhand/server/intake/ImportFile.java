package dev.dockhand.server.intake;

import dev.dockhand.model.file.FileText;
import dev.dockhand.model.file.UnreadableFileException;
import dev.dockhand.model.id.BrandId;
import org.jspecify.annotations.Nullable;

/**
 * A file as it came.
 *
 * @param format how it is written
 * @param bytes what it holds
 * @param charset name of its charset where that was told; else it is found out
 * @param sheet name of the sheet of a workbook where that was told; else the first one
 * @param brand whose things the rows are about that name no brand; absent where every row names one
 */
public record ImportFile(
        Format format,
        byte[] bytes,
        @Nullable String charset,
        @Nullable String sheet,
        @Nullable BrandId brand) {

    /** How a file is written. */
    public enum Format {
        /** Values separated by commas, semicolons or tabs, with a header. */
        CSV,
        /** An object or an array of objects. */
        JSON,
        /** A workbook of Excel, Office Open XML. */
        XLSX
    }

    /**
     * Its text.
     *
     * @throws ImportRefusedException when it is in no charset that is known
     */
    FileText text() {
        try {
            return FileText.of(bytes, charset);
        } catch (UnreadableFileException e) {
            throw new ImportRefusedException(e.code(), e.getMessage() + ". Nothing was loaded");
        }
    }

    /** A file of which nothing else was told. */
    public static ImportFile of(Format format, byte[] bytes) {
        return new ImportFile(format, bytes, null, null, null);
    }

    /** The same file, of a brand. */
    public ImportFile of(BrandId owner) {
        return new ImportFile(format, bytes, charset, sheet, owner);
    }
}
