package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.Server;
import dev.dockhand.server.ServerSettings;
import dev.dockhand.server.http.TrustedProxies;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dockhand-server run}. */
@Command(
        name = "run",
        description = {
            "Runs the server until it is stopped (SIGTERM, Ctrl-C). What is not given is taken from the environment:",
            "DOCKHAND_BIND, DOCKHAND_PORT, DOCKHAND_COMPANY, DOCKHAND_WAREHOUSE, DOCKHAND_DATABASE,",
            "DOCKHAND_DATABASE_USER, DOCKHAND_DATABASE_PASSWORD_FILE, DOCKHAND_PRIVATE_PICTURES and",
            "DOCKHAND_TRUSTED_PROXY."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int MOST_PORT = 65_535;
    private static final int LONGEST_DRAIN = 3600;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "folder for everything that it keeps")
    private Path data;

    @Option(
            names = "--port",
            defaultValue = "${DOCKHAND_PORT:-8420}",
            description = "port to listen on, 0 for any (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--bind",
            defaultValue = "${DOCKHAND_BIND:-127.0.0.1}",
            description = "address to listen on (${DEFAULT-VALUE})")
    private String bind;

    @Option(
            names = "--company",
            defaultValue = "${DOCKHAND_COMPANY:-}",
            description = "company of a warehouse that is made where it is not there; demo in an empty database")
    private String company;

    @Option(
            names = "--warehouse",
            defaultValue = "${DOCKHAND_WAREHOUSE:-}",
            description = "that warehouse; W1 in an empty database")
    private String warehouse;

    @Option(
            names = "--zone",
            defaultValue = "${env:DOCKHAND_ZONE:-Asia/Seoul}",
            description = "time zone of a warehouse that is made so: DOCKHAND_ZONE, or Asia/Seoul")
    private String zone;

    @Option(
            names = "--database",
            defaultValue = "${DOCKHAND_DATABASE:-}",
            paramLabel = "JDBC",
            description = "jdbc:postgresql://host/name of an external database")
    private String database;

    @Option(
            names = "--database-user",
            defaultValue = "${DOCKHAND_DATABASE_USER:-dockhand}",
            description = "its user (${DEFAULT-VALUE})")
    private String user;

    @Option(
            names = "--database-password-file",
            defaultValue = "${DOCKHAND_DATABASE_PASSWORD_FILE:-}",
            paramLabel = "FILE",
            description = "file with its password")
    private String passwordFile;

    @Option(
            names = "--drain",
            defaultValue = "0",
            paramLabel = "SECONDS",
            description = "how long readiness fails before it stops to listen (${DEFAULT-VALUE})")
    private int drain;

    @Option(
            names = "--private-pictures",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "${DOCKHAND_PRIVATE_PICTURES:-false}",
            description = "pictures may be fetched from machines of this network too, not from the internet alone")
    private boolean privatePictures;

    @Option(
            names = "--trusted-proxy",
            defaultValue = "${DOCKHAND_TRUSTED_PROXY:-}",
            paramLabel = "ADDRESS[,…]",
            description = "proxies in front of the server: who asks is what such a one adds to X-Forwarded-For")
    private String trustedProxy;

    @Option(names = "--json", description = "says that it is ready as one JSON object")
    private boolean json;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    RunCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseOutside("--port", port, MOST_PORT);
        refuseOutside("--drain", drain, LONGEST_DRAIN);
        ZoneId place = zone();
        TrustedProxies proxies = proxies();
        Logs.toFile(data);
        ServerSettings settings = ServerSettings.local(data)
                .listeningOn(bind, port)
                .inZone(place)
                .draining(Duration.ofSeconds(drain))
                .withPrivatePictures(privatePictures)
                .trusting(proxies);
        if (company.isBlank() != warehouse.isBlank()) {
            throw new IOException("--company and --warehouse go together");
        }
        if (!company.isBlank()) {
            settings = settings.workingFor(Site.of(company, warehouse));
        }
        if (!database.isBlank()) {
            settings = settings.storingIn(new DatabaseAddress(database, user, password()));
        }
        CountDownLatch ended = new CountDownLatch(1);
        Server server = Server.start(settings);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.stop();
                            ended.countDown();
                        },
                        "stop"));
        sayReady(server);
        ended.await();
        return 0;
    }

    private static void refuseOutside(String option, int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException("%s must be 0 to %d".formatted(option, most));
        }
    }

    private ZoneId zone() throws IOException {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IOException("--zone must be a time zone, for instance Asia/Seoul", e);
        }
    }

    private TrustedProxies proxies() throws IOException {
        try {
            return TrustedProxies.of(trustedProxy);
        } catch (IllegalArgumentException e) {
            throw new IOException("--trusted-proxy must be network addresses with commas between them", e);
        }
    }

    private String password() throws IOException {
        return passwordFile.isBlank()
                ? ""
                : Files.readString(Path.of(passwordFile), StandardCharsets.UTF_8)
                        .strip();
    }

    private void sayReady(Server server) throws IOException {
        var out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> line = new TreeMap<>();
            line.put("ready", true);
            line.put("url", server.url());
            line.put("port", server.port());
            line.put("adminKeyFile", server.adminKeyFile().toAbsolutePath().toString());
            line.put("version", Server.version());
            out.println(MAPPER.writeValueAsString(line));
        } else {
            out.println("dockhand-server %s is ready on %s; the administrator's key is in %s"
                    .formatted(Server.version(), server.url(), server.adminKeyFile()));
        }
        out.flush();
    }
}
