package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.server.command.ServerMain;
import dev.dockhand.server.store.ServerDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The two doors of imports, REST and the command line, take the same files and tell the same of them. */
class ImportDoorsTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final String ITEMS =
            "sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note\n";
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    private TestServer shop;

    @BeforeEach
    void start() throws Exception {
        Locale.setDefault(Locale.KOREAN);
        shop = TestServer.on(DATABASE, folder);
        shop.brand("glow");
    }

    @AfterEach
    void stop() {
        shop.close();
        Locale.setDefault(before);
    }

    private TestServer.Answer rest(String query, String type, byte[] file) throws Exception {
        return shop.send(shop.request("/v1/admin/imports/items" + query, "admin." + shop.server.adminKey())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    @Test
    void manyPackedFilesAtOnceThatWouldFillTheMemoryAreRefusedOneByOne() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] part = "{},".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            gzip.write('[');
            for (int i = 0; i < 15; i++) {
                gzip.write(part);
            }
            gzip.write("{}]".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(packed.size()).isLessThan(60_000);
        List<CompletableFuture<TestServer.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return shop.send(shop.request("/v1/admin/imports/items", "admin." + shop.server.adminKey())
                            .header("Content-Type", "application/json")
                            .header("Content-Encoding", "gzip")
                            .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (CompletableFuture<TestServer.Answer> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).code()).isIn("TOO_LARGE", "BUSY");
        }
    }

    private record Said(int code, String text) {}

    private Said command(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> words = new ArrayList<>(List.of("import", "items"));
        words.addAll(List.of(arguments));
        PrintWriter writer = new PrintWriter(out, true);
        int code = ServerMain.commandLine()
                .setOut(writer)
                .setErr(writer)
                .execute(shop.command(words.toArray(String[]::new)));
        return new Said(code, out.toString());
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            for (String name : new String[] {"하나", "둘 & 셋"}) {
                Worksheet sheet = book.newWorksheet(name);
                String[] header = ITEMS.strip().split(",");
                for (int i = 0; i < header.length; i++) {
                    sheet.value(0, i, header[i]);
                }
                sheet.value(1, 0, "X-" + name.charAt(0));
                sheet.value(1, 1, "glow");
                sheet.value(1, 2, "크림");
                sheet.value(1, 4, 8809091000430L);
                sheet.value(1, 5, false);
                sheet.value(1, 6, false);
                sheet.value(1, 7, 75.5);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aKoreanFileOfWindowsLoadsAndItsCharsetIsSaid() throws Exception {
        byte[] file = (ITEMS + "K-1,b,수분크림 튜브,,,false,false,75,\n").getBytes(CP949);
        TestServer.Answer answer = rest("", "text/csv", file);
        assertThat(answer.body().path("loaded").asInt()).isEqualTo(1);
        assertThat(answer.body().path("notices").path(0).path("message").asText())
                .contains("CP949");
        assertThat(rest("?charset=cp949", "text/csv", file)
                        .body()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        assertThat(rest("?charset=utf-8", "text/csv", file).code()).isEqualTo("BAD_CHARSET");
        Path onDisk = Files.write(folder.resolve("items.csv"), file);
        assertThat(command(onDisk.toString())).satisfies(said -> {
            assertThat(said.code()).isZero();
            assertThat(said.text()).contains("1건 변경 없음", "UTF-8이 아닌 파일입니다", "CP949");
        });
        assertThat(command(onDisk.toString(), "--charset", "UTF-8").code()).isEqualTo(1);
    }

    @Test
    void aWorkbookLoadsByItsFirstSheetOrTheNamedOne() throws Exception {
        byte[] file = workbook();
        TestServer.Answer first = rest("", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file);
        assertThat(first.body().path("loaded").asInt()).as(first.text()).isEqualTo(1);
        Path onDisk = Files.write(folder.resolve("items.xlsx"), file);
        Said second = command(onDisk.toString(), "--sheet", "둘 & 셋");
        assertThat(second.code()).as("its barcode is the other item's").isEqualTo(2);
        assertThat(second.text()).contains("2행, barcodes: 다른 상품의 바코드입니다");
        assertThat(rest("", "text/csv", file).body().path("unchanged").asInt())
                .as("whatever the file is called")
                .isEqualTo(1);
    }

    @Test
    void theCommandWaitsForAFileThatIsTakenInBehindItsRequest() throws Exception {
        StringBuilder items = new StringBuilder(ITEMS);
        for (int i = 1; i <= 600; i++) {
            items.append("L-%d,b,크림,Cream,LB-%d,false,false,75,\n".formatted(i, i));
        }
        items.append("L-601,b,크림,Cream,LB-1,false,false,75,\n");
        Path file = Files.writeString(folder.resolve("items.csv"), items);
        Said said = command(file.toString());
        assertThat(said.text()).contains("등록하고 있습니다", "600건 등록", "1건 거부", "602행, barcodes: 다른 상품의 바코드입니다");
        assertThat(said.code()).isEqualTo(2);
        var imports = shop.get("/v1/admin/imports").body().path("imports");
        assertThat(imports.size()).isEqualTo(1);
        assertThat(command(file.toString(), "--json").text())
                .contains("\"unchanged\":600", "\"code\":\"BARCODE_TAKEN\"");
        String first = shop.get("/v1/admin/imports?limit=1").body().path("next").asText();
        assertThat(shop.get("/v1/admin/imports?cursor=" + first).body().path("imports"))
                .isEqualTo(imports);
        assertThat(shop.get("/v1/admin/imports/0191d6c0-0000-7000-8000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRefusalNamesRowColumnValueReasonAndRemedyInBothLanguages() throws Exception {
        Path file = Files.writeString(
                folder.resolve("items.csv"), ITEMS + "R-SCI,b,크림,Cream,8.80909E+12,false,false,75,\n");
        Said korean = command(file.toString());
        assertThat(korean.code()).isEqualTo(2);
        assertThat(korean.text()).contains("2행, barcodes", "8.80909E+12", "지수 표기", "텍스트 서식");
        Locale.setDefault(Locale.ENGLISH);
        assertThat(command(file.toString()).text())
                .contains("line 2, barcodes", "8.80909E+12", "scientific form", "Format the column as text");
    }
}
