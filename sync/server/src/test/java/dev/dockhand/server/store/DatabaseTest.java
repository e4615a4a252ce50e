package dev.dockhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Set<String> BEYOND_WAREHOUSES = Set.of(
            "company",
            "warehouse",
            "brand",
            "brand_warehouse",
            "access_key",
            "order_warehouse",
            "heartbeat",
            "scheduled_tasks",
            "enrolment_try",
            "enrolment_gate");

    private final Database database = DATABASE.database();
    private final Site site = DATABASE.freshSite();

    @Test
    void commitsAreForcedToDisk() {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
    }

    @Test
    void onlyThisMachineReachesTheEmbeddedDatabase() {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        DatabaseAddress wrong =
                new DatabaseAddress(DATABASE.address().url(), DATABASE.address().user(), "wrong");
        assertThatThrownBy(() -> Database.open(wrong, new SecureRandom())).hasStackTraceContaining("password");
    }

    @Test
    void theServerWorksAsARoleThatOwnsItsDatabaseAndHasNoRightsElse() {
        assertThat(database.<Boolean>read(
                        site, tx -> tx.query("""
                            SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls
                                OR pg_has_role(current_user, 'pg_read_server_files', 'MEMBER')
                                OR pg_has_role(current_user, 'pg_execute_server_program', 'MEMBER')
                            FROM pg_roles WHERE rolname = current_user AND :company || :warehouse IS NOT NULL\
                            """).mapTo(Boolean.class).one()))
                .isFalse();
        assertThatThrownBy(() -> Owner.use(database, handle -> handle.execute("COPY item FROM PROGRAM 'id'")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatIsLargeIsReadOnConnectionsOfItsOwn() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        List<Future<?>> readers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                readers.add(threads.submit(() -> database.readLarge(site, tx -> {
                    try {
                        return read.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })));
            }
            for (int i = 0; i < 20; i++) {
                stock("L" + i, 1);
                assertThat(sellable("L" + i)).isEqualTo(1);
            }
            read.countDown();
            for (Future<?> reader : readers) {
                reader.get(60, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void everyKeyStartsWithCompanyAndWarehouse() {
        List<String> firstColumns = Owner.read(
                database, handle -> handle.createQuery("""
                    SELECT t.relname || ': ' || a.attname || ',' || COALESCE(b.attname, '')
                    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                    JOIN pg_namespace n ON n.oid = t.relnamespace
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                    LEFT JOIN pg_attribute b ON b.attrelid = t.oid AND b.attnum = i.indkey[1]
                    WHERE n.nspname = 'public' AND t.relname <> 'flyway_schema_history'\
                    """).mapTo(String.class).list());
        assertThat(firstColumns)
                .filteredOn(text -> !BEYOND_WAREHOUSES.contains(text.substring(0, text.indexOf(':'))))
                .hasSizeGreaterThan(25)
                .allMatch(text ->
                        text.endsWith(": company,warehouse") || text.endsWith("_hash,") || text.endsWith("key_hash,"));
    }

    @Test
    void everyTableThatNamesSomebodyHasAWallOfItsOwn() {
        List<String> open = Owner.read(
                database, handle -> handle.createQuery("""
                    SELECT relname FROM pg_class t WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                        AND NOT (relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid))\
                    """).mapTo(String.class).list());
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "flyway_schema_history", "heartbeat", "enrolment_try", "enrolment_gate", "scheduled_tasks");
    }

    @Test
    void aDeadlockIsSettledByTryingAgain() throws Exception {
        stock("A", 100);
        stock("B", 100);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> one = threads.submit(() -> takeBoth("A", "B", bothHoldOne, runs));
            Future<?> two = threads.submit(() -> takeBoth("B", "A", bothHoldOne, runs));
            one.get(60, TimeUnit.SECONDS);
            two.get(60, TimeUnit.SECONDS);
        }
        assertThat(sellable("A")).isEqualTo(98);
        assertThat(sellable("B")).isEqualTo(98);
        assertThat(runs.get()).as("one of them was tried again").isGreaterThan(2);
    }

    private void takeBoth(String first, String second, CyclicBarrier barrier, AtomicInteger runs) {
        AtomicInteger mine = new AtomicInteger();
        database.useTransaction(site, tx -> {
            runs.incrementAndGet();
            take(tx, first);
            if (mine.incrementAndGet() == 1) {
                await(barrier);
            }
            take(tx, second);
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void workThatFailsLeavesNothing() {
        assertThatThrownBy(() -> database.useTransaction(site, tx -> {
                    insert(tx, "C", 5);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(Owner.<Integer>read(
                        database,
                        handle -> handle.createQuery("SELECT count(*) FROM availability WHERE item = 'C'")
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
    }

    @Test
    void atMostThreeTransactionsOfOneWarehouseRunAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                all.add(threads.submit(() -> database.useTransaction(site, tx -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    tx.query("SELECT pg_sleep(0.02)::text WHERE :company || :warehouse IS NOT NULL")
                            .mapTo(String.class)
                            .one();
                    inside.decrementAndGet();
                })));
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(most.get()).isBetween(2, 3);
    }

    @Test
    void aReaderCannotWrite() {
        assertThatThrownBy(() -> database.read(site, tx -> {
                    insert(tx, "D", 1);
                    return 1;
                }))
                .hasMessageContaining("read-only");
    }

    @Test
    void whatFailsSaysNothingOfItsValues() {
        assertThatThrownBy(() -> database.useTransaction(
                        site,
                        tx -> tx.update("""
                            INSERT INTO order_party (company, warehouse, order_id, body)
                            VALUES (:company, :warehouse, 'nobody', :body)\
                            """).bind("body", "secret recipient").execute()))
                .satisfies(error -> {
                    StringWriter text = new StringWriter();
                    error.printStackTrace(new PrintWriter(text));
                    assertThat(text.toString()).contains("foreign key").doesNotContain("secret recipient", "nobody");
                });
    }

    @Test
    void aDatabaseOfANewerVersionIsLeftAlone() {
        DatabaseAddress address = TestPostgres.freshDatabase();
        try (Database newer = Database.open(address, new SecureRandom())) {
            Owner.use(newer, handle -> handle.execute("""
                INSERT INTO flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, true)\
                """));
        }
        assertThatThrownBy(() -> Database.open(address, new SecureRandom())).hasMessageContaining("999");
    }

    @Test
    void anEmptyDatabaseGetsItsTables() {
        try (Database fresh = Database.open(TestPostgres.emptyDatabase(), new SecureRandom())) {
            assertThat(Owner.<Integer>read(
                            fresh,
                            handle -> handle.createQuery("SELECT count(*) FROM item")
                                    .mapTo(Integer.class)
                                    .one()))
                    .isZero();
            assertThat(fresh.isAlive()).isTrue();
        }
    }

    private String show(String setting) {
        return Owner.read(
                database,
                handle -> handle.createQuery("SHOW " + setting)
                        .mapTo(String.class)
                        .one());
    }

    private void stock(String sku, int units) {
        database.useTransaction(site, tx -> insert(tx, sku, units));
    }

    private void insert(Tx tx, String sku, int units) {
        tx.update("INSERT INTO availability VALUES (:company, :warehouse, :item, :units, 0)")
                .bind("item", sku)
                .bind("units", units)
                .execute();
    }

    private void take(Tx tx, String sku) {
        tx.update("""
            UPDATE availability SET sellable = sellable - 1
            WHERE company = :company AND warehouse = :warehouse AND item = :item\
            """).bind("item", sku).execute();
    }

    private int sellable(String sku) {
        return database.read(
                site, tx -> tx.query("""
                    SELECT sellable FROM availability
                    WHERE company = :company AND warehouse = :warehouse AND item = :item\
                    """).bind("item", sku).mapTo(Integer.class).one());
    }
}
