package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.app.demo.Administrator;
import dev.dockhand.app.demo.Cable;
import dev.dockhand.server.Server;
import dev.dockhand.server.ServerSettings;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A real server with a PostgreSQL of its own, the cable to it, and eyes that look into its tables. */
public final class Warehouse implements AutoCloseable {

    private static final String DATABASE = "proof";
    private static final String BACKUP = "proof_backup";
    private static final int PART = 10_000;

    private final EmbeddedPostgres postgres;
    private final Path folder;
    private volatile DatabaseAddress address;
    private Server server;
    private final Tables tables = new Tables(() -> address);
    private final Cable cable;
    private final Administrator office;

    private Warehouse(Path folder, EmbeddedPostgres postgres, DatabaseAddress address, Server server)
            throws IOException {
        this.folder = folder;
        this.postgres = postgres;
        this.address = address;
        this.server = server;
        this.cable = new Cable(server.port());
        this.office = new Administrator(URI.create(server.url()), server.adminKeyFile());
    }

    /** Starts everything in a folder and loads a shop. */
    static Warehouse open(Path folder, Shop goods) throws IOException, InterruptedException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("db"), programs(), new SecureRandom());
        postgres.createDatabase(DATABASE);
        DatabaseAddress address = postgres.address(DATABASE);
        Warehouse warehouse = new Warehouse(folder, postgres, address, serve(folder, address, 0));
        fill(warehouse.office, goods);
        return warehouse;
    }

    private static Server serve(Path folder, DatabaseAddress address, int port) throws IOException {
        return Server.start(ServerSettings.local(folder.resolve("server"))
                .listeningOn("127.0.0.1", port)
                .storingIn(address)
                .withPrograms(programs()));
    }

    /** IT backs the data up, with the server stopped for it. */
    void backUp() throws IOException, SQLException {
        int port = server.port();
        server.close();
        postgres.copyDatabase(DATABASE, BACKUP);
        server = serve(folder, address, port);
    }

    /** The data is lost, and IT takes the backup and tells the server so. */
    void restore() throws IOException, InterruptedException {
        int port = server.port();
        server.close();
        address = postgres.address(BACKUP);
        server = serve(folder, address, port);
        post("/v1/admin/restored", "{}");
    }

    private static Path programs() {
        return Path.of(System.getProperty("dockhand.module.dir", "."), "target", "postgres-programs");
    }

    /** Loads a shop. */
    static void fill(Administrator office, Shop goods) throws IOException, InterruptedException {
        office.put("/v1/companies/demo/brands/b", Map.of());
        // A large file in parts, each of which the server answers soon.
        List<String> items = goods.itemsCsv().lines().toList();
        for (int from = 1; from < items.size(); from += PART) {
            List<String> part = items.subList(from, Math.min(items.size(), from + PART));
            load(office, "items", items.getFirst() + "\n" + String.join("\n", part) + "\n");
        }
        load(office, "locations", goods.locationsCsv());
        load(office, "operators", goods.operatorsCsv());
        load(office, "stock", goods.stockCsv());
        load(office, "waybills", goods.waybillsCsv());
        load(office, "orders", goods.ordersCsv());
    }

    /** Imports a file of which every row is good. */
    void load(String kind, String csv) throws IOException, InterruptedException {
        load(office, kind, csv);
    }

    private static void load(Administrator office, String kind, String csv) throws IOException, InterruptedException {
        JsonNode answer = office.load(kind, csv);
        assertThat(answer.path("rejected"))
                .as("rows of %s that were refused", kind)
                .isEmpty();
    }

    /** Who works in the office. */
    public Administrator office() {
        return office;
    }

    /** The network cable between the stations and the server. */
    public Cable cable() {
        return cable;
    }

    /** Where a station finds the server through the cable. */
    public URI throughCable() {
        return through(cable);
    }

    static URI through(Cable other) {
        return URI.create("http://127.0.0.1:" + other.port());
    }

    /** A cable for one more station. */
    Cable anotherCable() throws IOException {
        return new Cable(server.port());
    }

    /** A supervisor breaks the lease on some work. */
    void breakLease(String task) throws IOException, InterruptedException {
        post("/v1/admin/leases/" + task.replace("/", "%2F") + "/break", "{\"by\":\"supervisor\"}");
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                    .header("Authorization", "Bearer admin." + server.adminKey())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    /** Waybills of all parcels that the server knows of. */
    List<String> packed() {
        return tables.packed();
    }

    /** The first column of every row. */
    public List<String> rows(String sql) {
        return tables.rows(sql);
    }

    /** The one number that a query gives. */
    public long number(String sql) {
        return tables.number(sql);
    }

    /** The books are right: every balance is the sum of its movements, and no shipment was packed twice. */
    public void checkBooks() {
        tables.checkBooks();
    }

    /** What was packed left the racks, to the unit, and nothing else did. */
    public void checkStockLeft() {
        tables.checkStockLeft();
    }

    @Override
    public void close() throws IOException {
        cable.close();
        office.close();
        server.close();
        postgres.close();
    }
}
