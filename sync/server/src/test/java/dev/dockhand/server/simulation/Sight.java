package dev.dockhand.server.simulation;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.release.PutBacks;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.memory.Station;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What everybody in a warehouse sees alike.
 *
 * @param stock what lies in the racks, as {@code place item lot expiry units}
 * @param exceptions exceptions that are open
 * @param received units of the notice that came
 * @param shipments the orders' parcels and how far they are
 * @param racks where the racks stand on the walk
 * @param putBacks what lies in totes that no open order wants, as {@code tote goods units}
 */
record Sight(
        TreeSet<String> stock,
        TreeSet<String> exceptions,
        List<Integer> received,
        TreeSet<String> shipments,
        TreeSet<String> racks,
        TreeSet<String> putBacks) {

    private static final String STOCK = """
        SELECT place || ' ' || item || ' ' || lot || ' ' || expiry || ' ' || quantity FROM balance
        WHERE company = :company AND warehouse = :warehouse AND place LIKE 'LOCATION:%' AND quantity <> 0\
        """;

    private static final String EXCEPTIONS = """
        SELECT exception_id FROM exception WHERE company = :company AND warehouse = :warehouse AND settled_at IS NULL\
        """;

    private static final String RECEIVED = """
        SELECT received FROM asn_line WHERE company = :company AND warehouse = :warehouse ORDER BY line\
        """;

    private static final String SHIPMENTS = """
        SELECT order_id || ' ' || task || ' ' || stage || ' ' || COALESCE(holder, '-') FROM shipment
        WHERE company = :company AND warehouse = :warehouse\
        """;

    private static final String RACKS = """
        SELECT location || ' ' || walk FROM location WHERE company = :company AND warehouse = :warehouse\
        """;

    /** What the server's tables say. */
    static Sight of(TestWarehouse warehouse) {
        return new Sight(
                new TreeSet<>(warehouse.rows(STOCK, String.class)),
                new TreeSet<>(warehouse.rows(EXCEPTIONS, String.class)),
                warehouse.rows(RECEIVED, Integer.class),
                new TreeSet<>(warehouse.rows(SHIPMENTS, String.class)),
                new TreeSet<>(warehouse.rows(RACKS, String.class)),
                putBacks(warehouse.database.read(warehouse.site, tx -> PutBacks.list(tx, "", 1000))));
    }

    private static TreeSet<String> putBacks(List<PutBack> totes) {
        TreeSet<String> lying = new TreeSet<>();
        totes.forEach(tote -> tote.lines()
                .forEach(line -> lying.add("%s %s %s".formatted(tote.tote(), line.goods(), line.quantity()))));
        return lying;
    }

    private static final String TASKS = """
        SELECT task FROM shipment WHERE company = :company AND warehouse = :warehouse\
        """;

    /** What a station shows of so many orders; but for parcels that it closed itself and whose work a backup does not have. */
    static Sight of(Station station, TestWarehouse warehouse, int orders) {
        ReadModel view = station.view();
        Set<String> known = new HashSet<>(warehouse.rows(TASKS, String.class));
        TreeSet<String> stock = new TreeSet<>();
        for (String rack : Stock.RACKS) {
            view.contents(Place.of(new LocationCode(rack)))
                    .forEach(balance -> stock.add("%s %s %s %s %d"
                            .formatted(
                                    balance.place(),
                                    balance.item(),
                                    balance.goods().lot() == null
                                            ? ""
                                            : balance.goods().lot(),
                                    balance.goods().expiry() == null
                                            ? ""
                                            : balance.goods().expiry(),
                                    balance.balance())));
        }
        TreeSet<String> exceptions = new TreeSet<>();
        for (ExceptionRecord exception : view.openExceptions()) {
            exceptions.add(exception.id().value());
        }
        List<Integer> received = view.openAsns().stream()
                .map(Asn::lines)
                .flatMap(List::stream)
                .map(line -> line.received().units())
                .toList();
        TreeSet<String> shipments = new TreeSet<>();
        for (int order = 1; order <= orders; order++) {
            view.shipments("O-" + order).stream()
                    .filter(shipment -> known.contains(shipment.task().value())
                            || shipment.stage() != TaskStage.PACKED
                            || !station.identity().station().equals(shipment.holder()))
                    .forEach(shipment -> shipments.add("%s %s %s %s"
                            .formatted(
                                    shipment.order(),
                                    shipment.task(),
                                    shipment.stage(),
                                    shipment.holder() == null ? "-" : shipment.holder())));
        }
        TreeSet<String> racks = new TreeSet<>();
        view.locations().forEach(location -> racks.add(location.code() + " " + location.walk()));
        return new Sight(stock, exceptions, received, shipments, racks, putBacks(view.putBacks()));
    }
}
