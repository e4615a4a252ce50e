package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dockhand-server status}. */
@Command(name = "status", description = "Shows how a running server is.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminClient client;

    @Option(names = "--json", description = "prints one JSON object on one line")
    private boolean json;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    StatusCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        JsonNode status = client.get("/v1/admin/status");
        spec.commandLine().getOut().println(json ? status.toString() : AdminClient.pretty(status));
        return 0;
    }
}
