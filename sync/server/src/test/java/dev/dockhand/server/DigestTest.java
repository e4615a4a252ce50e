package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.server.picture.TestPictures;
import dev.dockhand.server.snapshot.Snapshot;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import dev.dockhand.station.Health;
import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.link.LinkSettings;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationSettings;
import dev.dockhand.station.replica.ReplicaSettings;
import java.awt.Color;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real station that follows a real server holds the rows that the server's tables do. */
class DigestTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final StationId NAME = new StationId("ST-1");
    private static final String ITEMS =
            "sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note,picture\n";

    @TempDir
    private Path folder;

    private TestServer shop;
    private String key;
    private @Nullable Station station;

    @BeforeEach
    void aShop() throws Exception {
        shop = TestServer.on(DATABASE, folder.resolve("server"));
        shop.brand("own");
        loaded("locations", "code,zone,kind,walk\nA-01,A,STORAGE,1\nA-02,,STORAGE,2\nP-01,P,DAMAGED,9\n");
        loaded("items", ITEMS + """
            S-1,b,이름,name,8803840000023|B-1,false,false,100.50,흰 뚜껑,red.png
            S-2,b,크림,,,true,true,,,
            """);
        loaded("stock", "location,sku,lot,expiry,quantity\nA-01,S-1,,,9\nA-02,S-2,L1,2031-12-01,4\n");
        loaded("waybills", "carrier,number\nCJ,632912345600\nCJ,632912345611\nCJ,632912345622\n");
    }

    @AfterEach
    void close() {
        if (station != null) {
            station.close();
        }
        shop.close();
    }

    private void loaded(String kind, String csv) throws Exception {
        TestServer.Answer answer = shop.load(kind, csv);
        assertThat(answer.body().path("rejected")).as(answer.text()).isEmpty();
    }

    private Station open(Duration compareEvery) throws Exception {
        String code = shop.post("/v1/admin/enrolment-codes", "{\"station\":\"ST-1\",\"replace\":true}")
                .body()
                .path("code")
                .asText();
        Path at = folder.resolve("station");
        Station.enrol(at, URI.create(shop.server.url()), code, NAME, HttpExchange::new);
        LinkSettings link =
                new LinkSettings(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(1), compareEvery);
        Station opened = Station.open(
                at,
                Station.Parts.real(
                        new StationSettings(
                                new JournalSettings(256 << 10, 0, 0, Duration.ofDays(14)),
                                ReplicaSettings.USUAL,
                                link,
                                1L << 20),
                        InstantSource.system(),
                        new SecureRandom()));
        station = opened;
        key = NAME + "." + opened.identity().secret();
        await().atMost(PATIENCE).until(() -> opened.view().items(null, 10).size() == 2);
        return opened;
    }

    private void order(String number, int units) throws Exception {
        shop.post("/v1/admin/imports/orders?brand=b", """
            {"order":"%s","carrier":"CJ","service":"standard","cut_off":"2031-11-23T16:00:00+09:00",
             "sender":{"name":"글로우랩","phone":"02-555-0100","postcode":"10881","address":"경기도 파주시"},
             "recipient":{"name":"조예준","phone":"010-9022-3877","postcode":"06236","address":"서울특별시"},
             "lines":[{"line":1,"sku":"S-1","quantity":%d}]}\
            """.formatted(number, units));
    }

    /** Read beside the server, since it answers one such question a station at a time. */
    private static Digest theirs(Station opened) {
        return new Snapshot(DATABASE.database(), InstantSource.system()).digest(site(opened), NAME, () -> {});
    }

    private static long tasks(Station opened) {
        return theirs(opened).rows().get(Digest.Kind.TASK).count();
    }

    private static Site site(Station opened) {
        return Site.of(
                opened.identity().company().value(),
                opened.identity().warehouse().id().value());
    }

    /** Waits until a station is where the server is, and says what each has. */
    private static void assertTheSameRows(Station opened, Digest.Kind... kinds) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Digest theirs = theirs(opened);
            Digest ours = opened.digest(theirs.since());
            assertThat(ours.isOfTheSameMomentAs(theirs))
                    .as("%s and %s", ours, theirs)
                    .isTrue();
            assertThat(ours).isEqualTo(theirs);
            assertThat(theirs.rows().keySet()).containsAll(List.of(kinds));
        });
    }

    @Test
    void whoFollowedTheFeedHasTheRowsOfTheServer() throws Exception {
        Station opened = open(Duration.ofDays(1));
        assertTheSameRows(opened, Digest.Kind.ITEM, Digest.Kind.BARCODE, Digest.Kind.LOCATION, Digest.Kind.STOCK);
        loaded(
                "items",
                ITEMS + "S-1,b,이름,name,8803840000023,false,false,100.25,,red.png\nS-3,own,새,new,,false,false,7,,\n");
        loaded("locations", "code,zone,kind,walk\nA-02,B,STORAGE,5\n");
        loaded(
                "operators",
                "operator,name,badge,pin,role,active\nop-1,김,B-1,246810,PICKER,true\nop-2,이,B-2,135799,PICKER,false\n");
        loaded("asns", """
            asn,supplier,expected_on,line,sku,lot,expiry,quantity
            ASN-1,공급,2031-11-24,2,S-2,L2,2032-01-31,5
            ASN-1,공급,2031-11-24,1,S-1,,,50
            """);
        assertThat(shop.send(shop.request("/v1/admin/pictures/red.png", "admin." + shop.server.adminKey())
                                .PUT(BodyPublishers.ofByteArray(TestPictures.png(8, 8, Color.RED))))
                        .status())
                .isEqualTo(200);
        order("O-1", 3);
        order("O-2", 2);
        order("O-3", 500);
        order("O-4", 1);
        await().atMost(PATIENCE).until(() -> tasks(opened) == 3);
        shop.post("/v1/admin/orders/b/O-4/cancel", "{}");
        opened.wantWork(Leases.Request.any(2, null));
        await().atMost(PATIENCE).until(() -> opened.view().tasks().size() == 2);
        opened.record(List.of(
                FloorDrafts.receipt("P-1", 6), FloorDrafts.receipt("P-2", 5), FloorDrafts.putAway("P-2", 5, "A-01")));
        opened.record(FloorDrafts.packed(opened.view().tasks().getFirst()));
        opened.record(List.of(FloorDrafts.shorted(opened.view().tasks().getLast())));
        assertTheSameRows(
                opened, EnumSet.complementOf(EnumSet.of(Digest.Kind.UNKNOWN)).toArray(Digest.Kind[]::new));
        assertThat(tasks(opened)).as("the open ones and those that just ended").isEqualTo(3);
        assertThat(opened.health().notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STOCK    | UPDATE balance SET quantity = 77 WHERE place = 'LOCATION:A-01'",
                "ITEM     | UPDATE item SET note = 'by hand' WHERE item = 'b/S-2'",
                "LOCATION | DELETE FROM location WHERE location = 'P-01'",
            })
    void aRowThatSomebodyChangedInTheDatabaseIsFound(String kind, String sql) throws Exception {
        Station opened = open(Duration.ofMillis(100));
        assertTheSameRows(opened);
        Site site = site(opened);
        DATABASE.database()
                .useTransaction(
                        site,
                        tx -> tx.update(sql + " AND company = :company AND warehouse = :warehouse")
                                .execute());
        await().atMost(PATIENCE)
                .until(() -> opened.health().notices().stream()
                        .anyMatch(notice -> notice.kind() == Health.Kind.ROWS_DIFFERED
                                && notice.detail().startsWith("[" + kind + "]")));
        assertTheSameRows(opened);
    }

    @Test
    void onlyStationsAreToldAndTheFeedEndsWhereTheyAskItTo() throws Exception {
        Station opened = open(Duration.ofDays(1));
        assertTheSameRows(opened);
        assertThat(shop.send(shop.request("/v1/digest", "").GET()).status()).isEqualTo(401);
        assertThat(shop.get("/v1/digest").status()).isEqualTo(403);
        TestServer.Answer some =
                shop.send(shop.request("/v1/feed?cursor=0&to=1&wait=25", key).GET());
        assertThat(some.body().path("cursor").asLong()).isEqualTo(1);
        assertThat(some.body().path("more").asBoolean()).isFalse();
        assertThat(shop.send(shop.request("/v1/feed?cursor=1&to=1&wait=25", key).GET())
                        .body()
                        .path("changes"))
                .as("without waiting for more")
                .isEmpty();
        assertThat(shop.send(shop.request("/v1/feed?cursor=1&to=-1", key).GET()).code())
                .isEqualTo("BAD_PARAMETER");
    }
}
