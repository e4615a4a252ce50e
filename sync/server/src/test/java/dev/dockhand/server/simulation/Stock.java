package dev.dockhand.server.simulation;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.TestWarehouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** What lies in the warehouse at the beginning: little of each, so that orders want more. */
final class Stock {

    static final List<String> SKUS = List.of("A", "B", "C");
    static final OperatorId SUPERVISOR = new OperatorId("boss");
    static final List<String> RACKS = List.of("R1", "R2", "R3");

    private static final String MOVE = """
        UPDATE location SET walk = :walk WHERE company = :company AND warehouse = :warehouse AND location = :code\
        """;

    private Stock() {}

    static void fill(TestWarehouse warehouse, Random chance) {
        warehouse.supervisor(SUPERVISOR.value());
        SKUS.forEach(warehouse::item);
        RACKS.forEach(rack -> warehouse.location(rack, "STORAGE", RACKS.indexOf(rack)));
        warehouse.asn("ASN-1", "A", 100).waybills(200);
        for (String rack : RACKS) {
            SKUS.forEach(sku -> warehouse.stock(rack, sku, 3 + chance.nextInt(5)));
        }
        LocalDate today = LocalDate.ofInstant(warehouse.time.instant(), ZoneOffset.UTC);
        for (int day = -1; day <= 2; day++) {
            warehouse.stock("R1", "A", "L" + day, today.plusDays(day), 4);
        }
    }

    /** A rack stands elsewhere on the walk. */
    static void moveRack(TestWarehouse warehouse, Random chance) {
        Location moved = new Location(
                new LocationCode(RACKS.get(chance.nextInt(RACKS.size()))),
                "A",
                Location.Kind.STORAGE,
                chance.nextInt(100));
        warehouse.feed.useTransaction(warehouse.site, tx -> {
            tx.update(MOVE)
                    .bind("walk", moved.walk())
                    .bind("code", moved.code().value())
                    .execute();
            tx.tell(new Feed.LocationChanged(moved));
        });
    }
}
