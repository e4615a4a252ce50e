package dev.dockhand.server.simulation;

import dev.dockhand.server.TestWarehouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** What lies in the warehouse at the beginning: little of each, so that orders want more. */
final class Stock {

    static final List<String> SKUS = List.of("A", "B", "C");
    static final List<String> RACKS = List.of("R1", "R2", "R3");

    private Stock() {}

    static void fill(TestWarehouse warehouse, Random chance) {
        SKUS.forEach(warehouse::item);
        RACKS.forEach(rack -> warehouse.location(rack, "STORAGE", RACKS.indexOf(rack)));
        warehouse.asn("ASN-1", "A", 100).waybills(40);
        for (String rack : RACKS) {
            SKUS.forEach(sku -> warehouse.stock(rack, sku, 3 + chance.nextInt(5)));
        }
        LocalDate today = LocalDate.ofInstant(warehouse.time.instant(), ZoneOffset.UTC);
        for (int day = -1; day <= 2; day++) {
            warehouse.stock("R1", "A", "L" + day, today.plusDays(day), 4);
        }
    }
}
