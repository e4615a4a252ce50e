package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.access.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockhand-server key}. */
@Command(
        name = "key",
        description = "Makes keys for programs and people of a company, lists them and ends them.",
        mixinStandardHelpOptions = true)
final class KeyCommand {

    @Spec
    private CommandSpec spec;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    KeyCommand() {}

    @Command(
            name = "list",
            description = "Lists the keys that work, without the secrets.",
            mixinStandardHelpOptions = true)
    int list(@Mixin AdminClient client) throws IOException, InterruptedException {
        AdminClient.print(spec, client.list(client.companyPath() + "/keys", "keys"));
        return 0;
    }

    @Command(name = "make", description = "Makes a key, and shows it this once.", mixinStandardHelpOptions = true)
    int make(
            @Mixin AdminClient client,
            @Parameters(paramLabel = "NAME", description = "what people find it by again") String name,
            @Option(names = "--role", required = true, description = "COMPANY, WAREHOUSE or BRAND") Role role,
            @Option(names = "--of-warehouse", description = "its warehouse, for the role of one") @Nullable
                    String warehouse,
            @Option(names = "--of-brand", description = "its brand, for the role of one") @Nullable String brand)
            throws IOException, InterruptedException {
        ObjectNode wish = Json.mapper().createObjectNode().put("name", name).put("role", role.name());
        if (warehouse != null) {
            wish.put("warehouse", warehouse);
        }
        if (brand != null) {
            wish.put("brand", brand);
        }
        AdminClient.print(
                spec,
                client.post(
                        client.companyPath() + "/keys", "application/json", BodyPublishers.ofString(wish.toString())));
        return 0;
    }

    @Command(name = "revoke", description = "Ends a key.", mixinStandardHelpOptions = true)
    int revoke(@Mixin AdminClient client, @Parameters(paramLabel = "NAME", description = "its name") String name)
            throws IOException, InterruptedException {
        client.post(
                client.companyPath() + "/keys/" + AdminClient.part(name) + "/revoke",
                "application/json",
                BodyPublishers.ofString("{}"));
        return 0;
    }
}
