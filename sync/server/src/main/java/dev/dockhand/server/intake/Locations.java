package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Loads locations. What lies at one that changes its kind is counted again. */
final class Locations implements Loader<Location> {

    private static final int LONGEST_ZONE = 20;
    private static final int FARTHEST = 10_000_000;

    private static final String PUT = """
        INSERT INTO location (company, warehouse, location, zone, kind, walk)
        VALUES (:company, :warehouse, :location, :zone, :kind, :walk)
        ON CONFLICT (company, warehouse, location) DO UPDATE SET zone = excluded.zone, kind = excluded.kind,
            walk = excluded.walk\
        """;

    private final FeedWriter feed;
    private final Availability availability;
    private final Site site;

    Locations(FeedWriter feed, Availability availability, Site site) {
        this.feed = feed;
        this.availability = availability;
        this.site = site;
    }

    @Override
    public Location read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        return new Location(
                row.id("code", LocationCode::new),
                row.optionalText("zone", LONGEST_ZONE),
                row.choice("kind", Location.Kind.class),
                row.number("walk", 0, FARTHEST));
    }

    @Override
    public String key(Location location) {
        return location.code().value();
    }

    @Override
    public Tally load(List<Entry<Location>> entries) {
        return feed.inTransaction(site, (handle, changes) -> load(handle, changes, entries));
    }

    private Tally load(Handle handle, Changes changes, List<Entry<Location>> entries) {
        Meta.lock(handle, site);
        Tally tally = new Tally();
        Map<LocationCode, Location> known = Catalogue.locations(
                handle,
                site,
                entries.stream().map(entry -> entry.value().code()).toList());
        List<Location> changed = new ArrayList<>();
        for (Entry<Location> entry : entries) {
            if (entry.value().equals(known.get(entry.value().code()))) {
                tally.unchanged();
            } else {
                changed.add(entry.value());
                tally.loaded();
            }
        }
        write(handle, changes, changed);
        changed.forEach(location -> changes.add(new Feed.LocationChanged(location)));
        return tally;
    }

    private void write(Handle handle, Changes changes, List<Location> locations) {
        if (locations.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(PUT);
        for (Location location : locations) {
            site.bindTo(batch)
                    .bind("location", location.code().value())
                    .bind("zone", location.zone())
                    .bind("kind", location.kind().name())
                    .bind("walk", location.walk())
                    .add();
        }
        batch.execute();
        availability.recount(
                handle, site, changes, locations.stream().map(Location::code).toList());
    }
}
