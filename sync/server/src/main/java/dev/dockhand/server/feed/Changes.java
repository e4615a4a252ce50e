package dev.dockhand.server.feed;

import dev.dockhand.model.protocol.Feed;
import java.util.ArrayList;
import java.util.List;

/** What a transaction has to tell the stations; written to the feed as its last statement. Used by one thread. */
public final class Changes {

    private final List<Feed.Change> changes = new ArrayList<>();

    /** Notes a new state. */
    public void add(Feed.Change change) {
        changes.add(change);
    }

    /** Notes new states, in order. */
    public void addAll(List<? extends Feed.Change> more) {
        changes.addAll(more);
    }

    /** Everything noted, in order. */
    public List<Feed.Change> all() {
        return List.copyOf(changes);
    }
}
