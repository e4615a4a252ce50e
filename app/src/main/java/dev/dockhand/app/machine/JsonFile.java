package dev.dockhand.app.machine;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One small settings file that a person may also write. It is replaced all or nothing.
 *
 * @param <T> what it holds
 */
public final class JsonFile<T> {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final long MOST_BYTES = 256 * 1024;

    private final Path file;
    private final TypeReference<T> type;
    private final T usual;

    /**
     * A settings file.
     *
     * @param file where it is, or will be
     * @param type what it holds
     * @param usual what holds while there is no file
     */
    public JsonFile(Path file, TypeReference<T> type, T usual) {
        this.file = file;
        this.type = type;
        this.usual = usual;
    }

    /**
     * What the file holds.
     *
     * @throws IOException when the file is there and cannot be read; it is left as it is
     */
    public T read() throws IOException {
        if (!Files.exists(file)) {
            return usual;
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is too large for a settings file");
        }
        try {
            T content = MAPPER.readValue(file.toFile(), type);
            if (content == null) {
                throw new IOException(file + " holds nothing");
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new IOException("%s cannot be read%s".formatted(file, place(e)), e);
        }
    }

    /** The parser's own words name classes; a person who mends the file needs the line. */
    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : ", line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return e.getCause() instanceof IllegalArgumentException why ? where + ": " + why.getMessage() : where;
    }

    /**
     * Replaces what the file holds.
     *
     * @throws IOException when it cannot be written; the old content is kept
     */
    public void write(T content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
