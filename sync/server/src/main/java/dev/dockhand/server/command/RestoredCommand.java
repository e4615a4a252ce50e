package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dockhand-server restored}. */
@Command(
        name = "restored",
        description =
                "Tells the server that its database was restored from a backup: stations take a fresh snapshot and"
                        + " push again what the backup lacks.",
        mixinStandardHelpOptions = true)
final class RestoredCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminClient client;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    RestoredCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        JsonNode answer =
                client.post("/v1/admin/restored", "application/json", HttpRequest.BodyPublishers.ofString("{}"));
        spec.commandLine()
                .getOut()
                .println(
                        "the data has a new life: " + answer.path("serverEpoch").asLong());
        return 0;
    }
}
