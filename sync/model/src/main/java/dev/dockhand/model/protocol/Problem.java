package dev.dockhand.model.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.model.json.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Body of every answer that is not a success, as RFC 9457 has it.
 *
 * @param type the kind of error as a URN
 * @param title the kind of error in words
 * @param status HTTP status
 * @param detail what happened, in plain English
 * @param instance path that was asked, percent-encoded; absent where nobody can say
 * @param code stable name of the kind, for instance {@code PROTOCOL_UNSUPPORTED}; clients translate it
 * @param support finds the error in the server's log; absent where the answer says it all
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        @Nullable String support) {

    /** Content-Type of such a body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:dockhand:problem:";
    private static final ObjectMapper MAPPER = Json.mapper();

    /** Something went wrong that its caller can understand. */
    public static Problem of(int status, String code, String detail) {
        String title = code.substring(0, 1)
                + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Problem(TYPE + code, title, status, detail, null, code, null);
    }

    /** Why nothing of a push was taken; says as much as the refusal. */
    public static ObjectNode of(Push.Refusal refusal) {
        String detail = switch (refusal.code()) {
            case GAP -> "events before these are missing; the next one is number " + refusal.expected();
            case EPOCH_CONFLICT -> "another event has this number: two machines are this station, or one was restored";
            case UNKNOWN -> "nothing of it was taken";
        };
        ObjectNode body = MAPPER.valueToTree(of(409, refusal.code().name(), detail));
        return body.setAll(MAPPER.<ObjectNode>valueToTree(refusal));
    }

    /** Whether a server of ours wrote it; an answer from outside may lack everything. */
    public boolean comesFromUs() {
        return (TYPE + code).equals(type) && detail != null;
    }

    /** The same, of a request. */
    public Problem at(String path) {
        return new Problem(type, title, status, detail, path, code, support);
    }

    /** The same, with a code that finds it in the log. */
    public Problem under(String supportCode) {
        return new Problem(type, title, status, detail, instance, code, supportCode);
    }
}
