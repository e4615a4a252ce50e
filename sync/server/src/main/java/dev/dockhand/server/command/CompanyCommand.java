package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockhand-server company}. */
@Command(
        name = "company",
        description = "Lists companies, makes one, or gives it another name.",
        mixinStandardHelpOptions = true)
final class CompanyCommand {

    @Spec
    private CommandSpec spec;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    CompanyCommand() {}

    @Command(name = "list", description = "Lists all companies.", mixinStandardHelpOptions = true)
    int list(@Mixin AdminClient client) throws IOException, InterruptedException {
        AdminClient.print(spec, client.list("/v1/companies", "companies"));
        return 0;
    }

    @Command(name = "put", description = "Makes a company, or changes its name.", mixinStandardHelpOptions = true)
    int put(
            @Mixin AdminClient client,
            @Parameters(paramLabel = "COMPANY", description = "its key") String company,
            @Option(names = "--name", description = "as people call it") @Nullable String name)
            throws IOException, InterruptedException {
        Map<String, Object> told = new TreeMap<>();
        if (name != null) {
            told.put("name", name);
        }
        AdminClient.print(
                spec,
                client.put(
                        "/v1/companies/" + AdminClient.part(company),
                        Json.mapper().<JsonNode>valueToTree(told)));
        return 0;
    }
}
