package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.server.catalogue.Locations;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Tx;
import java.util.List;

/** Reads locations. */
record LocationRows(Locations locations) implements Loader<Location> {

    private static final int LONGEST_ZONE = 20;
    private static final int FARTHEST = 10_000_000;

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
    public List<Admission> put(Tx tx, List<Location> things) {
        return locations.put(tx, things);
    }
}
