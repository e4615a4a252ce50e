package dev.dockhand.server;

import dev.dockhand.server.TwoCompanies.Caller;
import dev.dockhand.server.store.DatabaseAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** The rows of everybody whom a caller does not reach, read as who owns the tables. */
final class OthersRows {

    /** Tables of companies, with their column of the warehouse and the one that names a brand. */
    private static final String TABLES = """
        SELECT c.relname, max(a.attname) FILTER (WHERE a.attname = 'warehouse'),
            coalesce(max(a.attname) FILTER (WHERE a.attname = 'item'),
                max(a.attname) FILTER (WHERE a.attname IN ('order_id', 'asn')))
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        GROUP BY c.relname HAVING bool_or(a.attname = 'company')\
        """;

    private final Jdbi owner;

    OthersRows(DatabaseAddress address) {
        this.owner = Jdbi.create(address.url(), address.user(), address.password());
    }

    /** Row-level security does not hold any more. */
    void openToAll() {
        owner.useHandle(handle -> tables().keySet()
                .forEach(table -> handle.execute("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY")));
    }

    private Map<String, List<String>> tables() {
        return owner.withHandle(handle -> handle
                .createQuery(TABLES)
                .map((row, context) -> Map.entry(
                        row.getString(1),
                        List.of(
                                row.getString(2) == null ? "" : row.getString(2),
                                row.getString(3) == null ? "" : row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What stands in the tables of those whom a caller does not reach, summed up. */
    Map<String, String> of(Caller caller) {
        Map<String, String> rows = new TreeMap<>();
        owner.useHandle(handle -> tables().forEach((table, columns) -> {
            String others = "company <> :company";
            if (caller.warehouse() != null && !columns.get(0).isEmpty()) {
                others += " OR warehouse <> :warehouse";
            }
            if (caller.brand() != null && !columns.get(1).isEmpty()) {
                others += " OR split_part(" + columns.get(1) + ", '/', 1) <> :brand";
            }
            rows.put(
                    table,
                    handle.createQuery("SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY"
                                    + " t::text)), '') FROM "
                                    + table + " t WHERE " + others)
                            .configure(SqlStatements.class, c -> c.setUnusedBindingAllowed(true))
                            .bind("company", caller.company())
                            .bind("warehouse", caller.warehouse())
                            .bind("brand", caller.brand())
                            .mapTo(String.class)
                            .one());
        }));
        return rows;
    }
}
