package dev.dockhand.server.simulation;

import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A backup of one warehouse's rows, in tables beside the others. */
final class Backup {

    /** Tables that others refer to, in the order in which they can be filled. */
    private static final List<String> REFERRED_TO = List.of("item", "asn", "orders", "picture", "shipment");

    private static final String TABLES = """
        SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND c.column_name = 'warehouse' AND t.table_type = 'BASE TABLE'
        ORDER BY 1\
        """;

    private static final String HERE = " WHERE company = :company AND warehouse = :warehouse";

    private final TestWarehouse warehouse;
    private final List<String> tables;

    private Backup(TestWarehouse warehouse, List<String> tables) {
        this.warehouse = warehouse;
        this.tables = tables;
    }

    /** Backs everything up that there is now. */
    static Backup of(TestWarehouse warehouse) {
        Database database = warehouse.database;
        List<String> tables = new ArrayList<>(database.read(
                handle -> handle.createQuery(TABLES).mapTo(String.class).list()));
        tables.removeAll(REFERRED_TO);
        tables.addAll(0, REFERRED_TO);
        Backup backup = new Backup(warehouse, tables);
        makeTables(database, tables);
        database.useTransaction(warehouse.site, handle -> {
            for (String table : tables) {
                backup.run(handle, "DELETE FROM backup." + table + HERE);
                backup.run(handle, "INSERT INTO backup.%s SELECT * FROM %s".formatted(table, table) + HERE);
            }
        });
        return backup;
    }

    /** One at a time: PostgreSQL does not ask and make in one step. */
    private static synchronized void makeTables(Database database, List<String> tables) {
        database.useTransaction(Site.of("backup", "backup"), handle -> {
            handle.execute("CREATE SCHEMA IF NOT EXISTS backup");
            for (String table : tables) {
                handle.execute("CREATE UNLOGGED TABLE IF NOT EXISTS backup.%s (LIKE %s)".formatted(table, table));
            }
        });
    }

    /** The data is lost, and what was backed up takes its place. */
    void restore() {
        warehouse.database.useTransaction(warehouse.site, handle -> {
            tables.reversed().forEach(table -> run(handle, "DELETE FROM " + table + HERE));
            tables.forEach(
                    table -> run(handle, "INSERT INTO %s SELECT * FROM backup.%s".formatted(table, table) + HERE));
        });
    }

    private void run(Handle handle, String sql) {
        warehouse.site.bindTo(handle.createUpdate(sql)).execute();
    }
}
