package dev.dockhand.server.intake;

import dev.dockhand.server.dispatch.NewWaybills;
import java.util.EnumMap;
import java.util.Map;

/**
 * What loads each kind of thing.
 *
 * @param all by kind
 */
record Loaders(Map<ImportKind, Together<?>> all) {

    static Loaders with(Intake.Parts parts) {
        Map<ImportKind, Loader<?>> loaders = Map.of(
                ImportKind.ITEMS,
                new ItemRows(parts.items()),
                ImportKind.LOCATIONS,
                new LocationRows(parts.locations()),
                ImportKind.OPERATORS,
                new OperatorRows(parts.operators()),
                ImportKind.ASNS,
                new AsnRows(),
                ImportKind.ORDERS,
                new OrderRows(parts.orders(), parts.desk()),
                ImportKind.WAYBILLS,
                new WaybillRows(new NewWaybills(parts.waybills().marks())),
                ImportKind.RANGES,
                new RangeRows(parts.waybills()),
                ImportKind.ROUTES,
                new RouteRows(parts.exceptions()),
                ImportKind.STOCK,
                new StockRows(parts.stock(), parts.desk()));
        Map<ImportKind, Together<?>> all = new EnumMap<>(ImportKind.class);
        loaders.forEach((kind, loader) -> all.put(kind, new Together<>(loader, parts.feed())));
        return new Loaders(all);
    }

    Together<?> of(ImportKind kind) {
        Together<?> loader = all.get(kind);
        if (loader == null) {
            throw new IllegalStateException("nothing loads " + kind);
        }
        return loader;
    }
}
