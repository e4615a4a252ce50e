package dev.dockhand.server.feed;

import dev.dockhand.model.protocol.Feed;
import java.io.IOException;
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
                changes.stream().map(RawPage::told).toList());
    }

    private static Feed.Told told(String json) {
        try {
            return Feed.Told.read(json);
        } catch (IOException e) {
            throw new IllegalStateException("the feed holds a change that cannot be read", e);
        }
    }
}
