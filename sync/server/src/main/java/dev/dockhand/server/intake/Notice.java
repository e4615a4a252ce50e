package dev.dockhand.server.intake;

import dev.dockhand.model.file.FileText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Something of a file that was read otherwise than it stands there, because it has one reading only.
 *
 * @param line line of the file on which the row begins, from 1; in JSON the number of the object; 0 for the whole file
 * @param field column; empty for the whole file
 * @param code stable name of what was done
 * @param message what stood there and how it was read, in plain English
 */
public record Notice(long line, String field, String code, String message) {

    /** Says how a file was read where that was not as UTF-8. */
    static List<Notice> of(FileText file) {
        return file.charset().equals(StandardCharsets.UTF_8.name())
                ? List.of()
                : List.of(new Notice(0, "", "READ_AS", "the file was read as " + file.charset()));
    }
}
