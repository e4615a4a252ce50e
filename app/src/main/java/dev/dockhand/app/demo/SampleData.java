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

/**
 * Companies, their warehouses and brands, and what lies and is ordered there as CSV files: brought up to today, and imported in
 * the order in which they build on each other.
 */
public final class SampleData {

    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    /** What each warehouse has for itself; items and orders are the company's. */
    private static final List<String> KINDS =
            List.of("locations", "operators", "stock", "asns", "waybills", "ranges", "routes");

    private static final Pattern DAY = Pattern.compile("\\{today(?:\\+(\\d{1,4}))?}");

    /** The English name is the one in quotes. */
    private static final Pattern ITEM = Pattern.compile("[^,]+,(?<sku>[^,]+),.*\"(?<name>[^\"]+)\".*,(?<note>[^,]*)");

    private final Path folder;
    private final List<SampleCompany> companies;
    private final Instant now;
    private final LocalDate today;

    /**
     * The files of a folder.
     *
     * @param folder folder with {@code companies.json}, a folder each company and a folder each warehouse
     * @param now the time; {@code {today}} in the files becomes its day in Seoul, {@code {today+30}} the day 30 days later
     * @throws IOException when {@code companies.json} cannot be read
     */
    public SampleData(Path folder, Instant now) throws IOException {
        this.folder = folder;
        this.companies = SampleCompany.in(folder);
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZONE);
    }

    /**
     * What became of one file.
     *
     * @param kind which, as a path without {@code .csv}
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

    /** The companies. */
    List<SampleCompany> companies() {
        return companies;
    }

    /** Where the station of the demo stands, as {@code company/warehouse}. */
    String place() {
        return companies.getFirst().places().getFirst();
    }

    /**
     * Makes companies, warehouses and brands, and imports all files.
     *
     * @param host who may do everything
     * @throws IOException when a file cannot be read, or the server refuses it as a whole
     */
    public List<Loaded> load(Administrator host) throws IOException, InterruptedException {
        List<Loaded> results = new ArrayList<>();
        for (SampleCompany company : companies) {
            company.make(host);
            Administrator office = host.office(company.id(), "sample-data-" + now.toEpochMilli());
            results.add(load(office, company.id() + "/items"));
            for (String place : company.places()) {
                for (String kind : KINDS) {
                    if (Files.exists(file(place + "/" + kind))) {
                        results.add(load(host.at(place), place + "/" + kind));
                    }
                }
            }
            // Told by the company and not at a warehouse, so the brands' rules say where each order goes.
            results.add(load(office, company.id() + "/orders"));
        }
        return results;
    }

    private Loaded load(Administrator administrator, String path) throws IOException, InterruptedException {
        String kind = path.substring(path.lastIndexOf('/') + 1);
        String text = text(path);
        return result(path, administrator.load(kind, kind.equals("items") ? withPictures(text) : text));
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

    /** Draws and uploads the pictures that the items at the station name and the server does not have yet. */
    void loadPictures(Administrator host) throws IOException, InterruptedException {
        Administrator administrator = host.at(place());
        Map<String, MatchResult> products = new HashMap<>();
        text(companies.getFirst().id() + "/items").lines().forEach(line -> {
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

    private Path file(String path) {
        return folder.resolve(path + ".csv");
    }

    private String text(String path) throws IOException {
        String file = Files.readString(file(path), StandardCharsets.UTF_8);
        return DAY.matcher(file)
                .replaceAll(day -> today.plusDays(day.group(1) == null ? 0 : Integer.parseInt(day.group(1)))
                        .toString());
    }

    /** The people who can sign in at the station. */
    public List<Badge> badges() throws IOException {
        return text(place() + "/operators")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells.length >= 6 && cells[5].equals("true"))
                .map(cells -> new Badge(cells[1], cells[2], cells[3], cells[4].equals("SUPERVISOR")))
                .toList();
    }
}
