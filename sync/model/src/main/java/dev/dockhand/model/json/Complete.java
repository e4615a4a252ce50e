package dev.dockhand.model.json;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a record needs and was not told: JSON leaves absent what it does not say. */
final class Complete {

    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            List<RecordComponent> found = Arrays.stream(type.getRecordComponents())
                    .filter(part -> !part.getType().isPrimitive())
                    .toList();
            found.forEach(part -> part.getAccessor().setAccessible(true));
            return found;
        }
    };

    private Complete() {}

    /** The first field that is empty and may not be, nothing where all is there. */
    static @Nullable String missing(Object value) {
        return switch (value) {
            case Record record -> ofRecord(record);
            case Collection<?> all -> first(all.stream());
            case Map<?, ?> map -> first(map.values().stream());
            default -> null;
        };
    }

    private static @Nullable String first(Stream<?> values) {
        return values.map(Complete::missing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ofRecord(Record record) {
        for (RecordComponent part : COMPONENTS.get(record.getClass())) {
            Object value = value(record, part);
            String missing = value != null
                    ? missing(value)
                    : part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                            ? null
                            : UnknownWords.name(record.getClass()) + "." + part.getName();
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private static @Nullable Object value(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's own accessor fails", e);
        }
    }
}
