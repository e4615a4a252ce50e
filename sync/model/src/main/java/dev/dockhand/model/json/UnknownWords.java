package dev.dockhand.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes every field, value and kind that this version does not know, and goes on where it may. */
final class UnknownWords extends DeserializationProblemHandler {

    /** Attribute with the set of what was found. */
    static final Object FOUND = "found";

    /** Attribute that says whether unknown values are read as UNKNOWN. */
    static final Object TOLERANT = "tolerant";

    private static final int LONGEST = 40;

    @SuppressWarnings("unchecked")
    private static void note(DeserializationContext context, String word) {
        ((Set<String>) context.getAttribute(FOUND)).add(word);
    }

    /** A type as people of the house call it. */
    static String name(Class<?> type) {
        return type.getTypeName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** A word from outside, fit for every log and screen. */
    static String safe(String word) {
        String plain = word.replaceAll("[^A-Za-z0-9_.-]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String property)
            throws IOException {
        Class<?> owner = beanOrClass instanceof Class<?> type ? type : beanOrClass.getClass();
        note(context, name(owner) + "." + safe(property));
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String failure) {
        return constant(context, type, value);
    }

    @Override
    public Object handleWeirdKey(DeserializationContext context, Class<?> type, String value, String failure) {
        return constant(context, type, value);
    }

    private static Object constant(DeserializationContext context, Class<?> type, String value) {
        if (!type.isEnum()) {
            return NOT_HANDLED;
        }
        note(context, name(type) + " " + safe(value));
        Object unknown = Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals("UNKNOWN"))
                .map(Object.class::cast)
                .findFirst()
                .orElse(NOT_HANDLED);
        return Boolean.TRUE.equals(context.getAttribute(TOLERANT)) ? unknown : NOT_HANDLED;
    }

    @Override
    public @Nullable JavaType handleUnknownTypeId(
            DeserializationContext context, JavaType base, String id, TypeIdResolver resolver, String failure) {
        note(context, name(base.getRawClass()) + " " + safe(id));
        return null;
    }
}
