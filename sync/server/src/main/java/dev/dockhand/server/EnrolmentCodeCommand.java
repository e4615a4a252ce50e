package dev.dockhand.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dockhand-server enrolment-code}. */
@Command(
        name = "enrolment-code",
        description = "Makes a code that enrols one station within 15 minutes.",
        mixinStandardHelpOptions = true)
final class EnrolmentCodeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminClient client;

    @Option(names = "--json", description = "prints one JSON object on one line")
    private boolean json;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    EnrolmentCodeCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        JsonNode code =
                client.post("/v1/admin/enrolment-codes", "application/json", HttpRequest.BodyPublishers.ofString("{}"));
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? code.toString()
                                : "%s works once, until %s"
                                        .formatted(
                                                code.path("code").asText(),
                                                code.path("expiresAt").asText()));
        return 0;
    }
}
