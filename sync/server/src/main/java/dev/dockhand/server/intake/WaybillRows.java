package dev.dockhand.server.intake;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.dispatch.NewWaybills;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Tx;
import java.util.List;

/** Reads waybill numbers. */
record WaybillRows(NewWaybills waybills) implements Loader<NewWaybills.Told> {

    static final int HIGHEST_MARK = 10_000_000;

    @Override
    public NewWaybills.Told read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        return new NewWaybills.Told(
                row.id("carrier", CarrierCode::new),
                row.id("number", WaybillNumber::new),
                row.optionalNumber("mark", 0, HIGHEST_MARK));
    }

    @Override
    public String key(NewWaybills.Told told) {
        return told.number().value();
    }

    @Override
    public List<Admission> put(Tx tx, List<NewWaybills.Told> things) {
        return waybills.put(tx, things);
    }
}
