package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.server.command.ServerMain;
import dev.dockhand.server.store.ServerDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What day it is, the warehouse says, wherever the server's machine thinks it stands. */
class ZoneTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    /** In Seoul it is 01:22 on the 30th. */
    private static final InstantSource NIGHT = InstantSource.fixed(Instant.parse("2026-11-29T16:22:00Z"));

    private static final String ITEMS = """
        sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note
        R-EXP,b,크림,Cream,,true,true,75,
        """;
    private static final String STOCK = "location,sku,lot,expiry,quantity\n";
    private static final String ORDER = """
        order,carrier,service,cut_off,sender_name,sender_phone,sender_postcode,sender_address,recipient_name,\
        recipient_phone,recipient_postcode,recipient_address,message,line,sku,quantity
        O-1,CJ,standard,2026-12-01T16:00:00+09:00,글로우랩,02-555-0100,10881,경기도 파주시,홍길동,010-0000-0000,06236,\
        서울특별시,,1,R-EXP,1
        """;

    private final TimeZone before = TimeZone.getDefault();

    @TempDir
    private Path folder;

    private TestServer shop;

    @BeforeEach
    void aServerWhoseMachineStandsElsewhere() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        shop = TestServer.on(DATABASE, folder, NIGHT);
        shop.load("items", ITEMS);
        shop.load("locations", "code,zone,kind,walk\nA-01,A,STORAGE,1\n");
    }

    @AfterEach
    void stop() {
        shop.close();
        TimeZone.setDefault(before);
    }

    private int promised() throws Exception {
        return shop.get("/v1/admin/orders/b/O-1")
                .body()
                .path("lines")
                .path(0)
                .path("promised")
                .asInt();
    }

    @Test
    void nothingIsPromisedFromALotThatIsPastInTheWarehouse() throws Exception {
        shop.load("stock", STOCK + "A-01,R-EXP,L1,2026-11-29,1\nA-01,R-EXP,L2,2026-11-28,1\n");
        assertThat(shop.load("orders", ORDER).body().path("loaded").asInt()).isEqualTo(1);
        assertThat(promised()).isZero();
        assertThat(shop.get("/v1/admin/orders/b/O-1").body().path("state").asText())
                .isEqualTo("WAITING");
        assertThat(shop.get("/v1/availability/b/R-EXP").body().path("sellable").asInt())
                .isZero();
    }

    @Test
    void aLotIsGoodOnTheWarehousesOwnDayOfItsExpiry() throws Exception {
        shop.load("stock", STOCK + "A-01,R-EXP,L3,2026-11-30,1\n");
        shop.load("orders", ORDER);
        assertThat(promised()).isEqualTo(1);
    }

    @Test
    void theServerSaysItsZoneAndDayAndTellsThemToStations() throws Exception {
        var status = shop.get("/v1/admin/status").body();
        assertThat(status.path("zone").asText()).isEqualTo("Asia/Seoul");
        assertThat(status.path("today").asText()).isEqualTo("2026-11-30");
        String code = shop.post("/v1/admin/enrolment-codes", "{\"station\":\"S1\"}")
                .body()
                .path("code")
                .asText();
        var enrolled = shop.send(shop.request("/v1/enrol", "")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"station\":\"S1\",\"usedEpoch\":0}".formatted(code))));
        assertThat(enrolled.body().path("warehouse").path("zone").asText()).isEqualTo("Asia/Seoul");
    }

    @Test
    void sampleDataIsDatedByTheServersDay() throws Exception {
        Path file = Files.writeString(
                folder.resolve("stock.csv"), STOCK + "A-01,R-EXP,L4,{today},1\nA-01,R-EXP,L5,{today+1},1\n");
        StringWriter out = new StringWriter();
        int code = ServerMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(shop.command("import", "stock", file.toString(), "--sample", "--brand", "b"));
        assertThat(code).as(out.toString()).isZero();
        assertThat(shop.get("/v1/admin/stock?item=b/R-EXP").body().path("stock").findValuesAsText("expiry"))
                .containsExactlyInAnyOrder("2026-11-30", "2026-12-01");
    }
}
