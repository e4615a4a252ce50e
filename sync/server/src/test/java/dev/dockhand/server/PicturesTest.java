package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.command.ServerMain;
import dev.dockhand.server.picture.TestPictures;
import dev.dockhand.server.store.ServerDatabase;
import java.awt.Color;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of items: named by an import, fetched or uploaded, and handed to the stations. */
class PicturesTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String ITEMS =
            "sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note,picture\n";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final byte[] red;
    private final byte[] blue;
    private @Nullable TestServer server;
    private @Nullable TestWeb web;

    PicturesTest() throws IOException {
        red = TestPictures.png(40, 30, Color.RED);
        blue = TestPictures.jpeg(30, 40, Color.BLUE);
    }

    @BeforeEach
    void openTheWeb() throws IOException {
        web = new TestWeb(red);
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        Objects.requireNonNull(web).close();
    }

    private TestServer shop(boolean privateToo) throws IOException {
        server = TestServer.on(DATABASE, folder, settings -> settings.withPrivatePictures(privateToo));
        return server;
    }

    private String at(String path) {
        return Objects.requireNonNull(web).at(path);
    }

    private static String item(String sku, String picture) {
        return "%s,b,크림,Cream,,false,false,75,,%s\n".formatted(sku, picture);
    }

    private static TestServer.Answer upload(TestServer shop, String name, byte[] bytes) throws Exception {
        return shop.send(shop.request("/v1/admin/pictures/" + name, "admin." + shop.server.adminKey())
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    private static JsonNode missing(TestServer shop) throws Exception {
        return shop.get("/v1/admin/pictures").body().path("missing");
    }

    private static String failure(TestServer shop, String sku) throws Exception {
        for (JsonNode each : missing(shop)) {
            if (each.path("items").path(0).asText().equals("b/" + sku)) {
                return each.path("failure").asText();
            }
        }
        return "";
    }

    /** The picture that the feed last told of an item; empty for none. */
    private static String told(TestServer shop, String key, String sku) throws Exception {
        String picture = "";
        JsonNode page = shop.send(shop.request("/v1/feed?cursor=0", key).GET()).body();
        for (JsonNode change : page.path("changes")) {
            if (change.path("item").path("id").asText().equals("b/" + sku)) {
                picture = change.path("item").path("picture").asText();
            }
        }
        return picture;
    }

    private static String sha(byte[] bytes) {
        return PictureId.of(bytes).value();
    }

    @Test
    void aPictureIsFetchedBehindTheImportAndStationsGetIt() throws Exception {
        TestServer shop = shop(true);
        String key = shop.enrol("S01");
        TestServer.Answer loaded =
                shop.load("items", ITEMS + item("A-1", at("red.png")) + item("A-2", at("away.png?token=geheim")));
        assertThat(loaded.body().path("loaded").asInt()).as(loaded.text()).isEqualTo(2);
        await().atMost(PATIENCE).until(() -> told(shop, key, "A-1").equals(sha(red)));
        await().atMost(PATIENCE).until(() -> told(shop, key, "A-2").equals(sha(red)));
        TestServer.Answer picture =
                shop.send(shop.request("/v1/pictures/" + sha(red), key).GET());
        assertThat(picture.raw().body()).isEqualTo(red);
        assertThat(picture.raw().headers().firstValue("Content-Type")).contains("image/png");
        assertThat(shop.send(shop.request("/v1/snapshot", key).GET()).text()).contains("\"picture\":\"" + sha(red));
        assertThat(missing(shop)).isEmpty();
        assertThat(shop.load("items", ITEMS + item("A-1", at("red.png")))
                        .body()
                        .path("unchanged")
                        .asInt())
                .as("what is told again changes nothing")
                .isEqualTo(1);
        assertThat(shop.load("items", ITEMS + item("A-1", ""))
                        .body()
                        .path("unchanged")
                        .asInt())
                .as("an empty field keeps the picture")
                .isEqualTo(1);
        shop.load("items", ITEMS + item("A-1", "-"));
        assertThat(told(shop, key, "A-1")).isEmpty();
    }

    @Test
    void whatAnAddressGivesInsteadIsToldByItemAndReason() throws Exception {
        TestServer shop = shop(true);
        String key = shop.enrol("S01");
        TestServer.Answer loaded = shop.load(
                "items",
                ITEMS
                        + item("B-LYING", at("lying.png"))
                        + item("B-CUT", at("cut.png"))
                        + item("B-HUGE", at("huge.png"))
                        + item("B-SLOW", at("slow.png"))
                        + item("B-ROUND", at("round.png"))
                        + item("B-FILE", at("inside.png"))
                        + item("B-GONE", at("none.png?key=geheim"))
                        + item("B-GOOD", at("red.png")));
        assertThat(loaded.body().path("loaded").asInt()).as(loaded.text()).isEqualTo(8);
        Map<String, String> reasons = Map.of(
                "B-LYING", "PICTURE_KIND",
                "B-CUT", "PICTURE_DAMAGED",
                "B-HUGE", "PICTURE_TOO_LARGE",
                "B-SLOW", "PICTURE_NO_ANSWER",
                "B-ROUND", "PICTURE_NOT_THERE",
                "B-FILE", "PICTURE_ADDRESS",
                "B-GONE", "PICTURE_NOT_THERE");
        reasons.forEach((sku, reason) ->
                await(sku).atMost(PATIENCE).until(() -> failure(shop, sku).equals(reason)));
        await().atMost(PATIENCE).until(() -> told(shop, key, "B-GOOD").equals(sha(red)));
        assertThat(shop.get("/v1/admin/pictures").text()).contains("none.png?…").doesNotContain("geheim");
    }

    @Test
    void noMachineOfTheHouseIsAskedUnlessItIsAllowed() throws Exception {
        TestServer shop = shop(false);
        shop.load(
                "items",
                ITEMS + item("C-1", at("red.png")) + item("C-2", at("red.png").replace("127.0.0.1", "localhost")));
        await().atMost(PATIENCE).until(() -> failure(shop, "C-1").equals("PICTURE_ADDRESS"));
        await().atMost(PATIENCE).until(() -> failure(shop, "C-2").equals("PICTURE_ADDRESS"));
        assertThat(Objects.requireNonNull(web).asked())
                .as("nothing was sent there")
                .isEmpty();
    }

    @Test
    void anUploadedFileIsShownByTheItemsThatNameItWhicheverComesFirst() throws Exception {
        TestServer shop = shop(false);
        String key = shop.enrol("S01");
        assertThat(upload(shop, "Cream.PNG", red).body().path("items").asInt()).isZero();
        TestServer.Answer loaded = shop.load("items", ITEMS + item("D-1", "cream.png") + item("D-2", "later.jpg"));
        assertThat(loaded.body().path("loaded").asInt()).isEqualTo(2);
        assertThat(loaded.body().path("notices")).hasSize(1);
        assertThat(loaded.body().path("notices").path(0).path("code").asText()).isEqualTo("PICTURE_NOT_UPLOADED");
        assertThat(told(shop, key, "D-1")).isEqualTo(sha(red));
        assertThat(upload(shop, "later.jpg", blue).body().path("items").asInt()).isEqualTo(1);
        assertThat(told(shop, key, "D-2")).isEqualTo(sha(blue));
        upload(shop, "cream.png", blue);
        assertThat(told(shop, key, "D-1")).as("a new picture replaces the old").isEqualTo(sha(blue));
    }

    @Test
    void aBadFileIsRefusedByNameAndABadFieldByLine() throws Exception {
        TestServer shop = shop(false);
        assertThat(upload(shop, "a.png", new byte[] {1, 2, 3}).code()).isEqualTo("PICTURE_KIND");
        assertThat(upload(shop, "a.png", Arrays.copyOf(red, red.length - 1)).code())
                .isEqualTo("PICTURE_DAMAGED");
        assertThat(upload(shop, "a.png", new byte[2 * 1024 * 1024]).status()).isEqualTo(413);
        assertThat(upload(shop, "http%3A%2F%2Fa%2Fb.png", red).status()).isEqualTo(400);
        TestServer.Answer loaded = shop.load(
                "items",
                ITEMS + item("E-1", "ftp://shop.example/a.png") + item("E-2", "https://me:geheim@shop.example/a.png"));
        assertThat(loaded.body().path("refused").asInt()).isEqualTo(2);
        assertThat(loaded.body().path("rejected").path(0).path("code").asText()).isEqualTo("BAD_PICTURE");
        assertThat(loaded.text()).doesNotContain("geheim");
    }

    @Test
    void aFileWithoutTheColumnLoadsAndKeepsPictures() throws Exception {
        TestServer shop = shop(false);
        String key = shop.enrol("S01");
        upload(shop, "a.png", red);
        shop.load("items", ITEMS + item("F-1", "a.png"));
        shop.load("items", ITEMS.replace(",picture", "") + "F-1,b,크림,Other cream,,false,false,75,\n");
        assertThat(told(shop, key, "F-1")).isEqualTo(sha(red));
    }

    @Test
    void theCommandUploadsAFolderAndTellsWhatIsMissing() throws Exception {
        TestServer shop = shop(false);
        shop.load("items", ITEMS + item("G-1", "a.png") + item("G-2", "none.png"));
        Path pictures = Files.createDirectories(folder.resolve("my pictures"));
        Files.write(pictures.resolve("a.png"), red);
        Files.write(pictures.resolve("수분 크림.png"), red);
        Files.writeString(pictures.resolve("notes.txt"), "no picture");
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.KOREAN);
        try {
            int code = ServerMain.commandLine()
                    .setOut(writer)
                    .setErr(writer)
                    .execute(shop.command("pictures", pictures.toString()));
            assertThat(code).isEqualTo(2);
            assertThat(out.toString())
                    .contains("notes.txt: PNG나 JPEG 사진이 아닙니다", "사진: 2장 등록, 1장 거부")
                    .contains("G-2: none.png: 아직 올리지 않은 사진입니다")
                    .doesNotContain("G-1");
        } finally {
            Locale.setDefault(before);
        }
    }
}
