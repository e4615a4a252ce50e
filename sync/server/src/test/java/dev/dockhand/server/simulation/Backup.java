package dev.dockhand.server.simulation;

import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.List;

/** A backup of one warehouse's rows, in tables beside the others. */
final class Backup {

    /** Tables that others refer to, in the order in which they can be filled. */
    private static final List<String> REFERRED_TO = List.of("item", "asn", "orders", "picture", "shipment");

    private static final String TABLES = """
        SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND c.column_name = 'warehouse' AND t.table_type = 'BASE TABLE'
        ORDER BY 1\
        """;

    /** Those that PostgreSQL does not make of others. */
    private static final String COLUMNS = """
        SELECT string_agg(column_name, ', ') FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = :table AND is_generated = 'NEVER'\
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
        List<String> tables = new ArrayList<>(Owner.read(
                database,
                handle -> handle.createQuery(TABLES).mapTo(String.class).list()));
        tables.removeAll(REFERRED_TO);
        tables.addAll(0, REFERRED_TO);
        Backup backup = new Backup(warehouse, tables);
        makeTables(database, tables);
        database.useTransaction(warehouse.site, tx -> {
            for (String table : tables) {
                backup.run(tx, "DELETE FROM backup." + table + HERE);
                backup.run(tx, "INSERT INTO backup.%s SELECT * FROM %s".formatted(table, table) + HERE);
            }
        });
        return backup;
    }

    /** One at a time: PostgreSQL does not ask and make in one step. */
    private static synchronized void makeTables(Database database, List<String> tables) {
        Owner.use(database, handle -> {
            handle.execute("CREATE SCHEMA IF NOT EXISTS backup");
            for (String table : tables) {
                handle.execute("CREATE UNLOGGED TABLE IF NOT EXISTS backup.%s (LIKE %s)".formatted(table, table));
            }
            handle.execute("GRANT USAGE ON SCHEMA backup TO dockhand_server");
            handle.execute("GRANT ALL ON ALL TABLES IN SCHEMA backup TO dockhand_server");
        });
    }

    /** The data is lost, and what was backed up takes its place. */
    void restore() {
        warehouse.database.useTransaction(warehouse.site, tx -> {
            tables.reversed().forEach(table -> run(tx, "DELETE FROM " + table + HERE));
            for (String table : tables) {
                String columns = tx.query(COLUMNS)
                        .bind("table", table)
                        .mapTo(String.class)
                        .one();
                run(tx, "INSERT INTO %s (%s) SELECT %2$s FROM backup.%1$s".formatted(table, columns) + HERE);
            }
        });
    }

    private void run(Tx tx, String sql) {
        tx.update(sql).execute();
    }
}
