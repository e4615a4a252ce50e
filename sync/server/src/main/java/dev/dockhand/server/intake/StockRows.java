package dev.dockhand.server.intake;

import dev.dockhand.model.id.LocationCode;
import dev.dockhand.server.inbound.OpeningStock;
import dev.dockhand.server.order.OrderDesk;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.List;

/** Reads opening stock. */
record StockRows(OpeningStock stock, OrderDesk desk) implements Loader<OpeningStock.Told> {

    @Override
    public OpeningStock.Told read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        return new OpeningStock.Told(
                row.id("location", LocationCode::new), row.goods(row.brand()), row.quantity("quantity", 0));
    }

    @Override
    public String key(OpeningStock.Told told) {
        return OpeningStock.key(told);
    }

    @Override
    public List<Admission> put(Tx tx, List<OpeningStock.Told> things) {
        return stock.put(tx, things);
    }

    @Override
    public void loaded(Site site) {
        desk.goodsCame(site);
    }
}
