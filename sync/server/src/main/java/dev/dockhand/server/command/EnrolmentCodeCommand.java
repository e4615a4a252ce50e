package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockhand-server enrolment-code}. */
@Command(
        name = "enrolment-code",
        description = "Makes a code that enrols the station of one name, once, within 15 minutes.",
        mixinStandardHelpOptions = true)
final class EnrolmentCodeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminClient client;

    @Parameters(paramLabel = "STATION", description = "name of the station, for instance S04")
    private String station;

    @Option(
            names = "--replace",
            description = "takes the name from the station that has it: its key stops working once the code is used")
    private boolean replace;

    @Option(names = "--json", description = "prints one JSON object on one line")
    private boolean json;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    EnrolmentCodeCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        String wish = Json.mapper().writeValueAsString(Map.of("station", station, "replace", replace));
        JsonNode code = client.post("/v1/admin/enrolment-codes", "application/json", BodyPublishers.ofString(wish));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(code);
            return 0;
        }
        out.println("%s enrols %s once, until %s"
                .formatted(text(code, "code"), text(code, "station"), time(code, "expiresAt")));
        JsonNode before = code.path("replaces");
        if (before.isObject()) {
            out.println("it replaces number %s, enrolled %s, last seen %s, whose key stops working then"
                    .formatted(
                            text(before, "number"),
                            time(before, "enrolledAt"),
                            before.has("lastSeenAt") ? time(before, "lastSeenAt") : "never"));
        }
        return 0;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(text(node, field)).truncatedTo(ChronoUnit.SECONDS);
    }
}
