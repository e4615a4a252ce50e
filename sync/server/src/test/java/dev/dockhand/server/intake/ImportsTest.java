package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.server.TestIntake;
import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Large files wait in the database until they are taken in, whoever dies meanwhile. */
class ImportsTest {

    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);

    /** The process ends at a statement. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase(new SqlLogger() {
        @Override
        public void logBeforeExecution(StatementContext context) {
            if (LEFT.decrementAndGet() == 0) {
                throw new Died();
            }
        }
    });

    private static final int ORDERS = 520;
    private static final String HEADER =
            "order,brand,carrier,service,cut_off,sender_name,sender_phone,sender_postcode,sender_address,recipient_name,recipient_phone,recipient_postcode,recipient_address,message,line,sku,quantity\n";

    private final Site site = DATABASE.freshSite();
    private final TestIntake shop = new TestIntake(DATABASE.database(), site).item("S-1");
    private final Imports imports = shop.intake.imports();
    private final ImportViews views = shop.intake.views();
    private final List<Scope> all = List.of(Scope.of(site));

    @AfterEach
    void nobodyDies() {
        LEFT.set(Integer.MAX_VALUE);
    }

    private static String order(int number, String sku) {
        return "O-%d,b,CJ,standard,2030-01-01T16:00:00+09:00,글로우랩,02-555-0100,10881,파주시,조예준,010-9022-3877,06236,서울,,1,%s,1\n"
                .formatted(number, sku);
    }

    private String told(String more) {
        String file = HEADER
                + IntStream.rangeClosed(1, ORDERS)
                        .mapToObj(n -> order(n, "S-1"))
                        .collect(Collectors.joining())
                + more;
        ImportFile csv = ImportFile.of(ImportFile.Format.CSV, file.getBytes(StandardCharsets.UTF_8));
        return ((Intake.Taken.Stored) shop.intake.take(List.of(site), ImportKind.ORDERS, csv, null)).id();
    }

    private ImportViews.View view(String id) {
        return views.find(all, id).orElseThrow();
    }

    private long count(String table) {
        return shop.number("SELECT count(*) FROM " + table + " WHERE company = :company AND warehouse = :warehouse");
    }

    private void isWhole(String id) {
        assertThat(view(id)).satisfies(view -> {
            assertThat(view.endedAt()).isNotNull();
            assertThat(view.waiting()).isZero();
            assertThat(view.loaded()).isEqualTo(ORDERS);
            assertThat(view.unchanged()).as("taken in twice").isZero();
        });
        assertThat(count("orders")).isEqualTo(ORDERS);
        assertThat(count("import_chunk")).as("recipients that wait no more").isZero();
    }

    @Test
    void aLargeFileWaitsThenLoadsAndEachRefusedRowIsListed() {
        String id = told(order(9001, "NO-1") + order(9002, "NO-2") + "O-9003,b,CJ\n" + order(9004, "NO-4"));
        assertThat(view(id)).satisfies(view -> {
            assertThat(view.kind()).isEqualTo("orders");
            assertThat(view.endedAt()).isNull();
            assertThat(view.waiting()).isEqualTo(ORDERS + 3);
            assertThat(view.refused()).as("known as it was read").isEqualTo(1);
        });
        assertThat(count("orders")).isZero();
        imports.round(List.of(site));
        isWhole(id);
        assertThat(view(id).refused()).isEqualTo(4);
        List<ImportRow> first = views.rows(all, id, ImportRow.Key.START, 2);
        List<ImportRow> rest = views.rows(all, id, ImportRow.Key.of(first.getLast()), 10);
        assertThat(first).extracting(ImportRow::line).containsExactly(522L, 523L);
        assertThat(rest).extracting(ImportRow::line).containsExactly(524L, 525L);
        assertThat(rest).extracting(ImportRow::code).containsExactly("WRONG_COLUMNS", "UNKNOWN_SKU");
    }

    @Test
    void whoeverDiesAtWhateverStatementNothingIsLostOrDoubled() {
        String id = told("");
        int deaths = 0;
        for (int statements = 1; view(id).endedAt() == null; statements++) {
            LEFT.set(statements);
            try {
                imports.round(List.of(site));
            } catch (Died e) {
                deaths++;
            } finally {
                LEFT.set(Integer.MAX_VALUE);
            }
        }
        assertThat(deaths).isGreaterThan(20);
        isWhole(id);
    }

    @Test
    void twoProcessesAtOnceTakeEachChunkOnce() throws Exception {
        String id = told("");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(threads.submit(() -> imports.round(List.of(site))));
            }
            for (Future<?> each : both) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        isWhole(id);
    }

    @Test
    void aChunkThatFailsAgainIsRefusedAndTheOthersLoad() {
        Owner.use(
                DATABASE.database(),
                handle ->
                        handle.execute("ALTER TABLE orders ADD CONSTRAINT odd CHECK (order_id <> 'b/O-30') NOT VALID"));
        try {
            String id = told("");
            assertThatThrownBy(() -> imports.round(List.of(site))).hasMessageContaining("odd");
            imports.round(List.of(site));
            assertThat(view(id).loaded()).isEqualTo(ORDERS - 25);
            assertThat(view(id).refused()).isEqualTo(25);
            assertThat(view(id).endedAt()).isNotNull();
            assertThat(views.rows(all, id, ImportRow.Key.START, 100))
                    .hasSize(25)
                    .allMatch(row -> row.code().equals("FAILED") && row.line() >= 27 && row.line() <= 51);
        } finally {
            Owner.use(DATABASE.database(), handle -> handle.execute("ALTER TABLE orders DROP CONSTRAINT odd"));
        }
    }

    private void diesAt(int statement) {
        LEFT.set(statement);
        assertThatThrownBy(() -> imports.round(List.of(site))).isInstanceOf(Died.class);
        LEFT.set(Integer.MAX_VALUE);
    }

    @Test
    void aNewFileComesBeforeTheRestOfAnOldOne() {
        String old = told("");
        diesAt(400);
        int waiting = view(old).waiting();
        assertThat(waiting).isBetween(1, ORDERS - 1);
        String fresh = told("");
        diesAt(40);
        assertThat(view(old).waiting()).isEqualTo(waiting);
        assertThat(view(fresh).waiting()).isLessThan(ORDERS);
    }

    @Test
    void whoStopsBeginsNoChunk() {
        told("");
        imports.close();
        imports.round(List.of(site));
        assertThat(count("orders")).isZero();
    }

    @Test
    void anImportIsItsBrandsAloneAndForgottenAWeekAfterItsEnd() {
        BrandId brand = new BrandId("b");
        String file = HEADER
                + IntStream.rangeClosed(1, ORDERS).mapToObj(n -> order(n, "NO")).collect(Collectors.joining());
        ImportFile csv = ImportFile.of(ImportFile.Format.CSV, file.getBytes(StandardCharsets.UTF_8));
        String id = ((Intake.Taken.Stored) shop.intake.take(List.of(site), ImportKind.ORDERS, csv, brand)).id();
        imports.round(List.of(site));
        List<Scope> own = List.of(Scope.of(site, brand));
        List<Scope> other = List.of(Scope.of(site, new BrandId("mori")));
        assertThat(views.list(own, "", 10)).hasSize(1);
        assertThat(views.rows(own, id, ImportRow.Key.START, 10)).hasSize(10);
        assertThat(views.list(other, "", 10)).isEmpty();
        assertThat(views.rows(other, id, ImportRow.Key.START, 10)).isEmpty();
        views.forget(site, Duration.ofDays(7));
        assertThat(views.list(all, "", 10)).hasSize(1);
        views.forget(site, Duration.ofDays(-1));
        assertThat(views.list(all, "", 10)).isEmpty();
        assertThat(count("import_row")).isZero();
    }
}
