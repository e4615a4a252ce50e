package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.access.Peppers;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Loads operators. Only hashes of PINs are kept; they are made before the transaction, because they are slow on purpose. */
final class Operators implements Loader<Operators.Told> {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_BADGE = 64;

    private static final String PUT = """
        INSERT INTO operator (company, warehouse, operator_id, name, badge, pin_hash, role, active)
        VALUES (:company, :warehouse, :id, :name, :badge, :hash, :role, :active)
        ON CONFLICT (company, warehouse, operator_id) DO UPDATE SET name = excluded.name, badge = excluded.badge,
            pin_hash = excluded.pin_hash, role = excluded.role, active = excluded.active\
        """;

    private static final String BADGES = """
        SELECT badge, operator_id FROM operator
        WHERE company = :company AND warehouse = :warehouse AND badge = ANY(:badges)\
        """;

    private final Database database;
    private final Peppers peppers;
    private final RandomGenerator random;

    Operators(Database database, Peppers peppers, RandomGenerator random) {
        this.database = database;
        this.peppers = peppers;
        this.random = random;
    }

    /**
     * An operator as told.
     *
     * @param id key
     * @param name name
     * @param badge text of the badge
     * @param pin the PIN; empty to keep the one that is known
     * @param role role
     * @param active whether the person may sign in
     * @param wanted the operator with the hash of the PIN; absent before it was made, and where a PIN is needed and missing
     */
    record Told(
            OperatorId id,
            String name,
            String badge,
            String pin,
            Operator.Role role,
            boolean active,
            @Nullable Operator wanted) {

        /** Leaves the PIN out. */
        @Override
        public String toString() {
            return "Told[" + id + "]";
        }

        Operator with(String hash) {
            return new Operator(id, name, badge, hash, role, active);
        }

        Told wanting(@Nullable Operator operator) {
            return new Told(id, name, badge, pin, role, active, operator);
        }
    }

    @Override
    public Told read(List<Fields> rows) throws BadFieldException {
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
        return new Told(
                row.id("operator", OperatorId::new),
                row.text("name", LONGEST_NAME),
                row.code("badge", LONGEST_BADGE),
                pin,
                role,
                row.yes("active"),
                null);
    }

    @Override
    public String key(Told told) {
        return told.id().value();
    }

    @Override
    public List<Entry<Told>> prepared(Site site, List<Entry<Told>> entries) {
        List<OperatorId> ids = entries.stream().map(entry -> entry.value().id()).toList();
        Map<OperatorId, Operator> known = database.read(site, tx -> Catalogue.operators(tx, ids));
        PinPepper pepper = peppers.pepper(site);
        return entries.stream()
                .map(entry -> {
                    Told told = entry.value();
                    return entry.with(told.wanting(hashed(told, known.get(told.id()), pepper)));
                })
                .toList();
    }

    private @Nullable Operator hashed(Told told, @Nullable Operator known, PinPepper pepper) {
        if (known == null) {
            return told.pin().isEmpty() ? null : told.with(PinHash.of(told.pin(), pepper, random));
        }
        if (!told.pin().isEmpty()) {
            boolean same = PinHash.check(known.pinHash(), told.pin(), pepper) == PinHash.Check.RIGHT;
            return told.with(same ? known.pinHash() : PinHash.of(told.pin(), pepper, random));
        }
        // How many digits the known PIN has, nobody knows: too few, perhaps, for whoever becomes a supervisor.
        return told.role().leastDigits() > known.role().leastDigits() ? null : told.with(known.pinHash());
    }

    @Override
    public Tally load(Tx tx, List<Entry<Told>> entries) {
        Tally tally = new Tally();
        Map<OperatorId, Operator> known = Catalogue.operators(
                tx, entries.stream().map(entry -> entry.value().id()).toList());
        Map<String, String> badges = badges(tx, entries);
        List<Operator> changed = new ArrayList<>();
        for (Entry<Told> entry : entries) {
            Operator operator = entry.value().wanted();
            if (operator == null) {
                tally.reject(entry.rejected(
                        "pin", "MISSING", "a new operator needs a PIN, and so does whoever becomes a supervisor"));
            } else if (operator.equals(known.get(operator.id()))) {
                tally.unchanged();
            } else if (!badges.getOrDefault(operator.badge(), operator.id().value())
                    .equals(operator.id().value())) {
                tally.reject(entry.rejected("badge", "BADGE_TAKEN", "the badge belongs to another operator"));
            } else {
                badges.put(operator.badge(), operator.id().value());
                changed.add(operator);
                tally.loaded();
            }
        }
        changed.forEach(operator -> write(tx, operator));
        changed.forEach(operator -> tx.tell(new Feed.OperatorChanged(operator.forStations())));
        return tally;
    }

    private Map<String, String> badges(Tx tx, List<Entry<Told>> entries) {
        Map<String, String> badges = new HashMap<>();
        tx.query(BADGES)
                .bindArray(
                        "badges",
                        String.class,
                        entries.stream().map(entry -> entry.value().badge()).toList())
                .map((row, context) -> Map.entry(row.getString("badge"), row.getString("operator_id")))
                .forEach(taken -> badges.put(taken.getKey(), taken.getValue()));
        return badges;
    }

    private void write(Tx tx, Operator operator) {
        tx.update(PUT)
                .bind("id", operator.id().value())
                .bind("name", operator.name())
                .bind("badge", operator.badge())
                .bind("hash", operator.pinHash())
                .bind("role", operator.role().name())
                .bind("active", operator.active())
                .execute();
    }
}
