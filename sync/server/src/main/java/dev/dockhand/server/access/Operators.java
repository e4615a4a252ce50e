package dev.dockhand.server.access;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.catalogue.PinHash;
import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Keyed;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Who works at the stations. Only hashes of PINs are kept; they are made before the transaction, because they are slow on purpose. */
public final class Operators {

    private static final String PUT = """
        INSERT INTO operator (company, warehouse, operator_id, name, badge, pin_hash, role, active)
        SELECT :company, :warehouse, d.* FROM unnest(:ids, :names, :badges, :hashes, :roles, :active) AS d
        ON CONFLICT (company, warehouse, operator_id) DO UPDATE SET name = excluded.name, badge = excluded.badge,
            pin_hash = excluded.pin_hash, role = excluded.role, active = excluded.active\
        """;

    private static final Keyed<OperatorId, Operator> FIND = new Keyed<>("""
        SELECT operator_id, name, badge, pin_hash, role, active FROM operator
        WHERE company = :company AND warehouse = :warehouse AND operator_id = ANY(:keys) ORDER BY operator_id\
        """, Operators::read, Operator::id);

    private static final String BADGES = """
        SELECT badge, operator_id FROM operator
        WHERE company = :company AND warehouse = :warehouse AND badge = ANY(:badges)\
        """;

    private final Database database;
    private final Peppers peppers;
    private final RandomGenerator random;

    /** Works with these. */
    public Operators(Database database, Peppers peppers, RandomGenerator random) {
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
    public record Told(
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

    /** Operators by key; those that are not known are left out. */
    public static Map<OperatorId, Operator> find(Tx tx, Collection<OperatorId> ids) {
        return FIND.in(tx, ids);
    }

    /** The same operators with the hashes of their PINs, which {@link #put} needs. */
    public List<Told> hashed(Site site, List<Told> told) {
        List<OperatorId> ids = told.stream().map(Told::id).toList();
        Map<OperatorId, Operator> known = database.read(site, tx -> find(tx, ids));
        PinPepper pepper = peppers.pepper(site);
        return told.stream()
                .map(one -> one.wanting(hashed(one, known.get(one.id()), pepper)))
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

    /** Stores operators and tells the stations of those that changed. */
    public static List<Admission> put(Tx tx, List<Told> told) {
        Map<OperatorId, Operator> known = find(tx, told.stream().map(Told::id).toList());
        Map<String, String> badges = badges(tx, told);
        List<Operator> changed = new ArrayList<>();
        List<Admission> admitted = new ArrayList<>();
        for (Told one : told) {
            Operator operator = one.wanted();
            if (operator == null) {
                admitted.add(Admission.refused(
                        "pin", "MISSING", "a new operator needs a PIN, and so does whoever becomes a supervisor"));
            } else if (operator.equals(known.get(operator.id()))) {
                admitted.add(Admission.UNCHANGED);
            } else if (!badges.getOrDefault(operator.badge(), operator.id().value())
                    .equals(operator.id().value())) {
                admitted.add(Admission.refused("badge", "BADGE_TAKEN", "the badge belongs to another operator"));
            } else {
                badges.put(operator.badge(), operator.id().value());
                changed.add(operator);
                admitted.add(Admission.LOADED);
            }
        }
        write(tx, changed);
        changed.forEach(operator -> tx.tell(new Feed.OperatorChanged(operator.forStations())));
        return admitted;
    }

    private static Map<String, String> badges(Tx tx, List<Told> told) {
        Map<String, String> badges = new HashMap<>();
        Columns.of(told)
                .text("badges", Told::badge)
                .in(tx.query(BADGES))
                .map((row, context) -> Map.entry(row.getString("badge"), row.getString("operator_id")))
                .forEach(taken -> badges.put(taken.getKey(), taken.getValue()));
        return badges;
    }

    private static void write(Tx tx, List<Operator> operators) {
        Columns.of(operators)
                .text("ids", Operator::id)
                .text("names", Operator::name)
                .text("badges", Operator::badge)
                .text("hashes", Operator::pinHash)
                .text("roles", Operator::role)
                .flags("active", Operator::active)
                .in(tx.update(PUT))
                .execute();
    }

    /** Reads an operator with the hash of the PIN. */
    public static Operator read(ResultSet row) throws SQLException {
        return new Operator(
                new OperatorId(row.getString("operator_id")),
                row.getString("name"),
                row.getString("badge"),
                row.getString("pin_hash"),
                Operator.Role.valueOf(row.getString("role")),
                row.getBoolean("active"));
    }
}
