package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final Availability availability;

    Locations(Availability availability) {
        this.availability = availability;
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
    public Tally load(Tx tx, List<Entry<Location>> entries) {
        Tally tally = new Tally();
        Map<LocationCode, Location> known = Catalogue.locations(
                tx, entries.stream().map(entry -> entry.value().code()).toList());
        List<Location> changed = new ArrayList<>();
        for (Entry<Location> entry : entries) {
            if (entry.value().equals(known.get(entry.value().code()))) {
                tally.unchanged();
            } else {
                changed.add(entry.value());
                tally.loaded();
            }
        }
        write(tx, changed);
        changed.forEach(location -> tx.tell(new Feed.LocationChanged(location)));
        return tally;
    }

    private void write(Tx tx, List<Location> locations) {
        if (locations.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch(PUT);
        for (Location location : locations) {
            tx.bindTo(batch)
                    .bind("location", location.code().value())
                    .bind("zone", location.zone())
                    .bind("kind", location.kind().name())
                    .bind("walk", location.walk())
                    .add();
        }
        batch.execute();
        availability.recount(tx, locations.stream().map(Location::code).toList());
    }
}
