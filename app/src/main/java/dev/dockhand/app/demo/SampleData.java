package dev.dockhand.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The CSV files of a small shop: brought up to today, and imported in the order in which they build on each other. */
public final class SampleData {

    /** Where the shop is. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private static final List<String> KINDS =
            List.of("items", "locations", "operators", "stock", "asns", "waybills", "orders");
    private static final Pattern DAY = Pattern.compile("\\{today(?:\\+(\\d{1,4}))?}");

    /** The English name is the one in quotes. */
    private static final Pattern ITEM = Pattern.compile("[^,]+,(?<sku>[^,]+),.*\"(?<name>[^\"]+)\".*,(?<note>[^,]*)");

    private final Path folder;
    private final LocalDate today;

    /**
     * The files of a folder.
     *
     * @param folder folder with {@code items.csv} and its sisters
     * @param now the time; {@code {today}} in the files becomes its day in Seoul, {@code {today+30}} the day 30 days later
     */
    public SampleData(Path folder, Instant now) {
        this.folder = folder;
        this.today = LocalDate.ofInstant(now, ZONE);
    }

    /**
     * What became of one file.
     *
     * @param kind which
     * @param loaded things that are new or changed
     * @param rejected rows that were refused, in words with file and line
     */
    public record Loaded(String kind, int loaded, List<String> rejected) {

        /** Copies the list. */
        public Loaded {
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * A person of the shop.
     *
     * @param name name
     * @param badge text of the badge
     * @param pin what the person types; sample data only, a real PIN is nowhere in clear
     * @param supervisor whether the person is one
     */
    public record Badge(String name, String badge, String pin, boolean supervisor) {}

    /**
     * Imports all files.
     *
     * @throws IOException when a file cannot be read, or the server refuses it as a whole
     */
    public List<Loaded> load(Administrator administrator) throws IOException, InterruptedException {
        List<Loaded> results = new ArrayList<>();
        for (String kind : KINDS) {
            results.add(result(
                    kind, administrator.load(kind, kind.equals("items") ? withPictures(text(kind)) : text(kind))));
        }
        return results;
    }

    private static Loaded result(String kind, JsonNode answer) {
        List<String> rejected = new ArrayList<>();
        for (JsonNode row : answer.path("rejected")) {
            rejected.add("%s.csv line %d: %s %s"
                    .formatted(
                            kind,
                            row.path("line").asLong(),
                            row.path("field").asText(),
                            row.path("message").asText()));
        }
        return new Loaded(kind, answer.path("loaded").asInt(), rejected);
    }

    /** Draws and uploads the pictures that the items name and the server does not have yet. */
    void loadPictures(Administrator administrator) throws IOException, InterruptedException {
        Map<String, MatchResult> products = new HashMap<>();
        text("items").lines().forEach(line -> {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                products.put(picture(item.group("sku")).toLowerCase(Locale.ROOT), item.toMatchResult());
            }
        });
        for (JsonNode missing : administrator.list("/v1/admin/pictures", "missing")) {
            String source = missing.path("source").asText();
            MatchResult product = products.get(source);
            if (product != null) {
                administrator.picture(source, ProductPictures.png(product.group("name"), product.group("note")));
            }
        }
    }

    /** The items with names of their pictures; every fifth has none, so that both are seen. */
    private static String withPictures(String items) {
        return items.lines()
                .map(line -> {
                    Matcher item = ITEM.matcher(line);
                    return line + (!item.matches() ? ",picture" : "," + picture(item.group("sku")));
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String picture(String sku) {
        return sku.endsWith("4") ? "" : sku + ".png";
    }

    private String text(String kind) throws IOException {
        String file = Files.readString(folder.resolve(kind + ".csv"), StandardCharsets.UTF_8);
        return DAY.matcher(file)
                .replaceAll(day -> today.plusDays(day.group(1) == null ? 0 : Integer.parseInt(day.group(1)))
                        .toString());
    }

    /** The people who can sign in. */
    public List<Badge> badges() throws IOException {
        return text("operators")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells.length >= 6 && cells[5].equals("true"))
                .map(cells -> new Badge(cells[1], cells[2], cells[3], cells[4].equals("SUPERVISOR")))
                .toList();
    }
}
