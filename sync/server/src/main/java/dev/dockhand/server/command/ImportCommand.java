package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.server.intake.ImportKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockhand-server import}. */
@Command(
        name = "import",
        description = "Loads a CSV, JSON or .xlsx file. Ends with 2 when rows were refused; the others are loaded.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 2;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Pattern DAY = Pattern.compile("\\{today(?:\\+(\\d{1,4}))?}");

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminClient client;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "items, locations, operators, asns, orders, waybills, ranges, routes or stock")
    private String kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "file that ends with .csv, .json or .xlsx")
    private Path file;

    @Option(names = "--json", description = "prints one JSON object on one line")
    private boolean json;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "charset of the file, for instance CP949; found out when it is not named")
    private @Nullable String charset;

    @Option(names = "--sheet", paramLabel = "NAME", description = "sheet of a workbook; the first when it is not named")
    private @Nullable String sheet;

    @Option(names = "--brand", paramLabel = "NAME", description = "brand of the rows that name none")
    private @Nullable String brand;

    @Option(
            names = "--sample",
            description =
                    "puts the server's date where the file has {today}, and one N days later for {today+N}, as the"
                            + " sample data has")
    private boolean sample;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    ImportCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        ImportKind known = ImportKind.of(kind)
                .orElseThrow(() -> new IOException(kind + " cannot be imported; see dockhand-server import --help"));
        JsonNode told = client.post(
                "/v1/admin/imports/" + known.text() + query(), type(), HttpRequest.BodyPublishers.ofByteArray(bytes()));
        JsonNode result = told.has("id") ? awaited(told) : told;
        print(result);
        return result.path("refused").asInt() == 0 ? 0 : SOME_REFUSED;
    }

    /** What a small file is answered with at once. */
    private JsonNode awaited(JsonNode told) throws IOException, InterruptedException {
        String path = "/v1/admin/imports/" + told.path("id").asText();
        spec.commandLine()
                .getErr()
                .println(new ImportWords(Locale.getDefault())
                        .behind(told.path("id").asText()));
        JsonNode now = told;
        while (!now.has("endedAt")) {
            LockSupport.parkNanos(LOOK.toNanos());
            now = client.get(path);
        }
        ObjectNode result = now.deepCopy();
        ArrayNode rejected = result.putArray("rejected");
        ArrayNode notices = result.putArray("notices");
        client.list(path + "/rows", "rows")
                .forEach(row -> (row.path("refused").asBoolean() ? rejected : notices).add(row));
        return result;
    }

    private String type() {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        return name.endsWith(".json") ? "application/json" : "text/csv";
    }

    private String query() {
        String query = (charset == null ? "" : "&charset=" + encoded(charset))
                + (sheet == null ? "" : "&sheet=" + encoded(sheet))
                + (brand == null ? "" : "&brand=" + encoded(brand));
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] bytes() throws IOException, InterruptedException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; name a file");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!sample) {
            return bytes;
        }
        LocalDate today =
                LocalDate.parse(client.get("/v1/admin/status").path("today").asText());
        // Byte by byte, so that the sample may have any charset.
        return DAY.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .replaceAll(day -> today.plusDays(day.group(1) == null ? 0 : Integer.parseInt(day.group(1)))
                        .toString())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void print(JsonNode result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(result);
            return;
        }
        ImportWords words = new ImportWords(Locale.getDefault());
        out.println(words.summary(
                kind,
                result.path("loaded").asInt(),
                result.path("unchanged").asInt(),
                result.path("refused").asInt()));
        for (JsonNode row : result.path("notices")) {
            out.println("  "
                    + words.notice(
                            row.path("line").asLong(),
                            row.path("field").asText(),
                            row.path("code").asText(),
                            row.path("message").asText()));
        }
        for (JsonNode row : result.path("rejected")) {
            out.println("  "
                    + words.row(
                            row.path("line").asLong(),
                            row.path("field").asText(),
                            row.path("code").asText(),
                            row.path("message").asText()));
        }
    }
}
