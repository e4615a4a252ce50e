package dev.dockhand.server.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Feed;
import java.util.List;

/**
 * A page of the feed with its changes as they are stored, so that thousands of stations cost no parsing.
 *
 * @param serverEpoch life of the server's data
 * @param cursor where to go on
 * @param mark what tells the transaction at the cursor from any other, hex digits
 * @param more whether there is more to fetch at once
 * @param changes one JSON object each
 */
public record RawPage(long serverEpoch, long cursor, String mark, boolean more, List<String> changes) {

    private static final ObjectMapper MAPPER = Json.mapper();

    /** Copies the list. */
    public RawPage {
        changes = List.copyOf(changes);
    }

    /** The JSON of a {@link Feed.Page}. */
    public String json() {
        return "{\"serverEpoch\":%d,\"cursor\":%d,\"mark\":\"%s\",\"more\":%b,\"changes\":[%s]}"
                .formatted(serverEpoch, cursor, mark, more, String.join(",", changes));
    }

    /** The page with its changes read. */
    public Feed.Page page() {
        return new Feed.Page(
                serverEpoch,
                cursor,
                mark,
                more,
                changes.stream().map(RawPage::change).toList());
    }

    private static Feed.Change change(String json) {
        try {
            return MAPPER.readValue(json, Feed.Change.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the feed holds a change that cannot be read", e);
        }
    }
}
