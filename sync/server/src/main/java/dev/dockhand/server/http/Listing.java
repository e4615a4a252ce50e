package dev.dockhand.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Lists come in parts. Where there is more, the answer has {@code next}, which goes back as {@code cursor}: the sort key of
 * the last row, so that a part takes as long as any other and nothing is told twice or left out when rows come and go.
 */
final class Listing {

    private static final int MOST = 1000;
    private static final int LONGEST_CURSOR = 2000;

    /** Control characters, and times that a database does not know. */
    private static final Pattern NEVER_OURS = Pattern.compile("\\\\u|\"[+-]\\d+-\\d\\d-\\d\\dT");

    private static final ObjectMapper MAPPER = Json.mapper();

    private Listing() {}

    /**
     * Answers with a part of a list.
     *
     * @param name its name in the answer
     * @param start a key before that of every row
     * @param rows the rows behind a key in the order of their keys, at most so many
     * @param key the key of a row, which JSON can say
     */
    static <T, K> Reply part(
            Call call, String name, K start, BiFunction<K, Integer, List<T>> rows, Function<T, K> key) {
        int limit = Math.toIntExact(call.number("limit", MOST, 1, MOST));
        @SuppressWarnings("unchecked")
        Class<K> type = (Class<K>) start.getClass();
        K after = call.query("cursor", text -> read(text, type)).orElse(start);
        List<T> found = rows.apply(after, limit + 1);
        Map<String, Object> answer = new TreeMap<>();
        answer.put(name, found.subList(0, Math.min(limit, found.size())));
        if (found.size() > limit) {
            answer.put("next", text(key.apply(found.get(limit - 1))));
        }
        return Reply.json(answer);
    }

    /**
     * Answers with a part of a list that is there as a whole.
     *
     * @param all all rows, in the order of their keys
     * @param key the key of a row
     */
    static <T> Reply of(Call call, String name, List<T> all, Function<T, String> key) {
        return part(
                call,
                name,
                "",
                (after, limit) -> all.stream()
                        .filter(row -> key.apply(row).compareTo(after) > 0)
                        .limit(limit)
                        .toList(),
                key);
    }

    private static String text(Object key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Reply.bytes(key));
    }

    private static <K> K read(String text, Class<K> type) {
        String json = text.length() > LONGEST_CURSOR
                ? ""
                : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        try {
            K key = NEVER_OURS.matcher(json).find() ? null : MAPPER.readValue(json, type);
            // Also that of another list is none of ours.
            if (key != null && text(key).equals(text)) {
                return key;
            }
        } catch (JsonProcessingException e) {
            // As any other that is not ours.
        }
        throw new IllegalArgumentException("is none that this list gave out");
    }
}
