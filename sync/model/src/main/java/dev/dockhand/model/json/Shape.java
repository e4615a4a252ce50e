package dev.dockhand.model.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the JSON of a type can say: its kinds, its fields, its values. Two versions in which that is the same read the same JSON
 * alike; where it differs, one of them may not know what the other tells.
 */
public final class Shape {

    private static final int DIGITS = 16;

    private Shape() {}

    /** The shape of these types together, as {@value #DIGITS} hex digits. */
    public static String of(Class<?>... types) {
        String text = Arrays.stream(types).map(Shape::text).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Every record, enum and sealed type that a type is made of, and itself. */
    public static Set<Class<?>> types(Class<?>... roots) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Arrays.stream(roots).forEach(root -> collect(root, found));
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> collect(part, found));
        } else if (type instanceof Class<?> known && isOurs(known) && found.add(known)) {
            parts(known).forEach(part -> collect(part, found));
        }
    }

    private static boolean isOurs(Class<?> type) {
        return !type.getName().startsWith("java.") && (type.isRecord() || type.isEnum() || type.isSealed());
    }

    private static Stream<Type> parts(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType);
        }
        return type.isEnum() ? Stream.of() : Arrays.stream(type.getPermittedSubclasses());
    }

    /** Names of classes say nothing of their JSON, so they are left out. */
    private static String text(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .map(Shape::text)
                    .collect(Collectors.joining(",", text(generic.getRawType()) + "<", ">"));
        }
        if (!(type instanceof Class<?> known) || !isOurs(known)) {
            return type.getTypeName();
        }
        if (known.isRecord()) {
            return Arrays.stream(known.getRecordComponents())
                    .map(part -> part.getName() + ":" + text(part.getGenericType()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return known.isEnum()
                ? Arrays.stream(known.getEnumConstants())
                        .map(value -> ((Enum<?>) value).name())
                        .toList()
                        .toString()
                : kinds(known)
                        .map(kind -> word(known, kind) + text(kind))
                        .sorted()
                        .collect(Collectors.joining("|", "(", ")"));
    }

    /** The records of a family and of the families in it. */
    private static Stream<Class<?>> kinds(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
    }

    /** What a kind is called in JSON. */
    private static String word(Class<?> family, Class<?> kind) {
        JsonSubTypes words = family.getAnnotation(JsonSubTypes.class);
        return words == null
                ? ""
                : Arrays.stream(words.value())
                        .filter(each -> each.value() == kind)
                        .map(JsonSubTypes.Type::name)
                        .collect(Collectors.joining());
    }
}
