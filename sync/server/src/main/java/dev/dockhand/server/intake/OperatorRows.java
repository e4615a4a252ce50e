package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.server.access.Operators;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.List;

/** Reads operators. */
record OperatorRows(Operators operators) implements Loader<Operators.Told> {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_BADGE = 64;

    @Override
    public Operators.Told read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        Operator.Role role = row.choice("role", Operator.Role.class);
        String pin = row.optionalCode("pin", LONGEST_BADGE);
        if (!pin.isEmpty() && !PinHash.isPin(pin, role)) {
            throw row.bad(
                    "pin",
                    "BAD_VALUE",
                    "a PIN has %d to %d digits, that of a supervisor %d or more"
                            .formatted(
                                    Operator.Role.PICKER.leastDigits(),
                                    PinHash.LONGEST,
                                    Operator.Role.SUPERVISOR.leastDigits()));
        }
        return new Operators.Told(
                row.id("operator", OperatorId::new),
                row.text("name", LONGEST_NAME),
                row.code("badge", LONGEST_BADGE),
                pin,
                role,
                row.yes("active"),
                null);
    }

    @Override
    public String key(Operators.Told told) {
        return told.id().value();
    }

    @Override
    public List<Operators.Told> prepared(Site site, List<Operators.Told> things) {
        return operators.hashed(site, things);
    }

    @Override
    public List<Admission> put(Tx tx, List<Operators.Told> things) {
        return Operators.put(tx, things);
    }
}
