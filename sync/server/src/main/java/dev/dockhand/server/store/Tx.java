package dev.dockhand.server.store;

import dev.dockhand.model.protocol.Feed;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A transaction in the rows of one warehouse, and what it has to tell the stations there. Every statement is bound to
 * {@code :company} and {@code :warehouse}.
 */
public final class Tx extends Rows {

    private final Site site;
    private final List<Feed.Change> changes = new ArrayList<>();

    Tx(Handle handle, Site site) {
        super(handle, site.company());
        this.site = site;
    }

    /** The warehouse whose rows these are. */
    public Site site() {
        return site;
    }

    @Override
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        return super.bindTo(statement).bind("warehouse", site.warehouse().value());
    }

    /** Tells the stations a new state, once this is committed. Only in transactions of a feed's writer. */
    public void tell(Feed.Change change) {
        changes.add(change);
    }

    /** As {@link #tell}, for several in order. */
    public void tellAll(List<? extends Feed.Change> more) {
        changes.addAll(more);
    }

    /** What was told so far, in order. */
    public List<Feed.Change> told() {
        return List.copyOf(changes);
    }
}
