package dev.dockhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What work costs beside its own statements, counted on the wire. */
class RoundTripsTest {

    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(WatchedSockets.watched(TestPostgres.freshDatabase()), new SecureRandom());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aTransactionCostsItsStatementsAndACommit() {
        Site site = Site.of("test", "T");
        List<Runnable> kinds = List.of(
                () -> database.useTransaction(site, RoundTripsTest::ask),
                () -> database.read(site, RoundTripsTest::ask),
                () -> database.readLarge(site, RoundTripsTest::ask));
        for (Runnable one : kinds) {
            // A connection says something of its own at its first use.
            one.run();
            WatchedSockets.Said said = WatchedSockets.during(one);
            assertThat(said.statements()).containsExactly("BEGIN", "SELECT 1 WHERE $1 || $2 IS NOT NULL", "COMMIT");
            assertThat(said.roundTrips()).as("the driver sends BEGIN along").isEqualTo(2);
        }
    }

    @Test
    void whoReadsSeesOneMomentAndWhoWritesSeesWhatWasCommitted() {
        Site site = Site.of("test", "V");
        assertThat(database.<String>read(site, RoundTripsTest::isolation)).isEqualTo("repeatable read");
        assertThat(database.<String>readLarge(site, RoundTripsTest::isolation)).isEqualTo("repeatable read");
        assertThat(database.<String>inTransaction(site, RoundTripsTest::isolation))
                .isEqualTo("read committed");
    }

    private static String isolation(Tx tx) {
        return tx.query("SELECT current_setting('transaction_isolation') WHERE :company || :warehouse IS NOT NULL")
                .mapTo(String.class)
                .one();
    }

    private static int ask(Tx tx) {
        return tx.query("SELECT 1 WHERE :company || :warehouse IS NOT NULL")
                .mapTo(Integer.class)
                .one();
    }

    @Test
    void aPushSaysNothingBesideItsWork() {
        TestWarehouse warehouse = new TestWarehouse(database, Site.of("test", "P"));
        TestStation station = warehouse.station("S1");
        station.act(null, new Act.SignedOut());
        station.push();
        station.act(null, new Act.SignedOut());
        WatchedSockets.Said push = WatchedSockets.during(station::push);
        assertThat(push.statements())
                .startsWith("BEGIN")
                .endsWith("COMMIT")
                .noneMatch(text -> text.startsWith("SHOW") || text.startsWith("SET "))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(push.roundTrips()).isLessThan(push.statements().size());
    }
}
