package dev.dockhand.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.server.TestIntake;
import dev.dockhand.server.store.Owner;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What PostgreSQL reads for a large import grows with its rows, not with their square. */
class LargeImportTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final int ROWS = 6_000;
    private static final int LOOKS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestIntake shop = new TestIntake(DATABASE.database(), DATABASE.freshSite());

    @Test
    void noImportLooksThroughAWholeTableForEachOfItsRows() {
        load(
                ImportKind.ITEMS,
                "sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note",
                n -> "S-%d,b,이름 %d,name %d,B-%d,false,false,10,".formatted(n, n, n, n));
        load(ImportKind.LOCATIONS, "code,zone,kind,walk", n -> "A-%d,A,STORAGE,%d".formatted(n, n));
        load(ImportKind.WAYBILLS, "carrier,number", n -> "CJ,6329%08d".formatted(n));
        load(
                ImportKind.ASNS,
                "asn,supplier,expected_on,line,sku,lot,expiry,quantity",
                n -> "ASN-%d,maker,2026-12-01,1,S-%d,,,5".formatted(n, n));
        load(ImportKind.STOCK, "location,sku,lot,expiry,quantity", n -> "A-%d,S-%d,,,5".formatted(n, n));
        load(
                ImportKind.ORDERS,
                "order,carrier,service,cut_off,sender_name,sender_phone,sender_postcode,sender_address,recipient_name,"
                        + "recipient_phone,recipient_postcode,recipient_address,message,line,sku,quantity",
                n ->
                        "O-%d,CJ,standard,2030-01-01T16:00:00+09:00,글로우랩,02-555-0100,10881,파주시,조예준,010-9022-3877,06236,서울,,1,S-%d,1"
                                .formatted(n, n));
        await().atMost(PATIENCE).until(() -> count("n_tup_ins", "orders") >= ROWS);
        Map<String, Long> read = Owner.read(
                DATABASE.database(),
                handle -> handle
                        .createQuery("SELECT relname, seq_tup_read FROM pg_stat_user_tables WHERE seq_tup_read > 0")
                        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        // A few pages, of which it is quickest to read all; of more chunks each is found by its key.
        read.remove("import_chunk");
        assertThat(read).allSatisfy((table, rows) -> assertThat(rows).as(table).isLessThan((long) LOOKS * ROWS));
    }

    private void load(ImportKind kind, String header, IntFunction<String> row) {
        String file = header + "\n"
                + IntStream.rangeClosed(1, ROWS).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
        ImportResult result = shop.load(
                kind,
                ImportFile.of(ImportFile.Format.CSV, file.getBytes(StandardCharsets.UTF_8))
                        .of(new BrandId("b")));
        assertThat(result.loaded()).as(kind.text()).isEqualTo(ROWS);
    }

    private static long count(String column, String table) {
        return Owner.read(
                DATABASE.database(),
                handle -> handle.createQuery("SELECT " + column + " FROM pg_stat_user_tables WHERE relname = :table")
                        .bind("table", table)
                        .mapTo(Long.class)
                        .one());
    }
}
