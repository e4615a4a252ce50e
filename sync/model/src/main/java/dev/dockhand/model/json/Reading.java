package dev.dockhand.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON that a later version may have written, read as far as this version knows its words.
 *
 * @param value what it says; absent where that cannot be read
 * @param unknown what this version does not know of it: fields as {@code Item.season}, values as {@code TaskStage HELD}, kinds
 *     as {@code Feed.Change wave}; at most {@value #MOST}, made of letters and digits however hostile the JSON is
 */
public record Reading<T>(@Nullable T value, List<String> unknown) {

    private static final int MOST = 20;
    private static final ObjectReader READER =
            Json.mapper().addHandler(new UnknownWords()).reader();

    /** Copies the list. */
    public Reading {
        unknown = List.copyOf(unknown);
    }

    private interface Parsing<T> {
        @Nullable
        T with(ObjectReader reader) throws IOException;
    }

    /** Reads what the other side tells. A value that is not known becomes the constant UNKNOWN where its type has one. */
    public static <T> Reading<T> tolerant(String json, Class<T> type) {
        return read(type, true, reader -> reader.readValue(json));
    }

    /** As the other. */
    public static <T> Reading<T> tolerant(byte[] json, Class<T> type) {
        return read(type, true, reader -> reader.readValue(json));
    }

    /** Reads what counts: a value that is not known is not guessed, nothing of it is read then. Unknown fields are left out. */
    public static <T> Reading<T> exact(byte[] json, Class<T> type) {
        return read(type, false, reader -> reader.readValue(json));
    }

    private static <T> Reading<T> read(Class<T> type, boolean tolerant, Parsing<T> parsing) {
        Set<String> unknown = new LinkedHashSet<>();
        ObjectReader reader = READER.forType(type)
                .withAttribute(UnknownWords.FOUND, unknown)
                .withAttribute(UnknownWords.TOLERANT, tolerant);
        try {
            T value = parsing.with(reader);
            String missing = value == null ? "nothing" : tolerant ? Complete.missing(value) : null;
            if (missing == null) {
                return new Reading<>(value, some(unknown));
            }
            unknown.add(missing + " missing");
        } catch (IOException | RuntimeException e) {
            if (unknown.isEmpty()) {
                unknown.add(UnknownWords.name(type) + " " + why(e));
            }
        }
        return new Reading<>(null, some(unknown));
    }

    private static List<String> some(Set<String> words) {
        return words.stream().limit(MOST).toList();
    }

    private static String why(Exception e) {
        String path =
                e instanceof JsonMappingException failure && !failure.getPath().isEmpty()
                        ? " at "
                                + UnknownWords.safe(String.valueOf(
                                        failure.getPath().getLast().getFieldName()))
                        : "";
        return (e instanceof JsonProcessingException
                        ? "unreadable"
                        : e.getClass().getSimpleName())
                + path;
    }
}
