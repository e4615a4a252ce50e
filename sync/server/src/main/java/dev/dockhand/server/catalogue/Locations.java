package dev.dockhand.server.catalogue;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Keyed;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The places of a warehouse. What lies at one that changes its kind is counted again. */
public final class Locations {

    private static final String PUT = """
        INSERT INTO location (company, warehouse, location, zone, kind, walk)
        SELECT :company, :warehouse, d.* FROM unnest(:locations, :zones, :kinds, :walks) AS d
        ON CONFLICT (company, warehouse, location) DO UPDATE SET zone = excluded.zone, kind = excluded.kind,
            walk = excluded.walk\
        """;

    private static final Keyed<LocationCode, Location> FIND = new Keyed<>("""
        SELECT location, zone, kind, walk FROM location
        WHERE company = :company AND warehouse = :warehouse AND location = ANY(:keys) ORDER BY location\
        """, Locations::read, Location::code);

    private final Availability availability;

    /** Works with what counts what may be sold. */
    public Locations(Availability availability) {
        this.availability = availability;
    }

    /** Locations by key; those that are not known are left out. */
    public static Map<LocationCode, Location> find(Tx tx, Collection<LocationCode> codes) {
        return FIND.in(tx, codes);
    }

    /** Stores locations and tells the stations of those that changed. */
    public List<Admission> put(Tx tx, List<Location> locations) {
        Map<LocationCode, Location> known =
                find(tx, locations.stream().map(Location::code).toList());
        List<Location> changed = new ArrayList<>();
        List<Admission> admitted = new ArrayList<>();
        for (Location location : locations) {
            boolean same = location.equals(known.get(location.code()));
            admitted.add(same ? Admission.UNCHANGED : Admission.LOADED);
            if (!same) {
                changed.add(location);
            }
        }
        write(tx, changed);
        changed.forEach(location -> tx.tell(new Feed.LocationChanged(location)));
        return admitted;
    }

    private void write(Tx tx, List<Location> locations) {
        if (locations.isEmpty()) {
            return;
        }
        Columns.of(locations)
                .text("locations", Location::code)
                .text("zones", Location::zone)
                .text("kinds", Location::kind)
                .ints("walks", Location::walk)
                .in(tx.update(PUT))
                .execute();
        availability.recount(tx, locations.stream().map(Location::code).toList());
    }

    /** Reads a location. */
    public static Location read(ResultSet row) throws SQLException {
        return new Location(
                new LocationCode(row.getString("location")),
                row.getString("zone"),
                Location.Kind.valueOf(row.getString("kind")),
                row.getInt("walk"));
    }
}
