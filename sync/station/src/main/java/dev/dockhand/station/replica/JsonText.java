package dev.dockhand.station.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.sql.SQLException;

/** Values as text in a column. */
final class JsonText {

    static final ObjectMapper MAPPER = Json.mapper();

    private JsonText() {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    /** Reads the first column of a row. */
    static <T> Sql.Row<T> row(Class<T> type) {
        return row -> read(row.getString(1), type);
    }

    /** Reads a column; text that cannot be read means a damaged file. */
    static <T> T read(String text, Class<T> type) throws SQLException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new SQLException(type.getSimpleName() + " in the read model cannot be read", e);
        }
    }
}
