package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.site.ShortRule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockhand-server brand}. */
@Command(
        name = "brand",
        description = "Lists the brands of a company, makes one, or changes it.",
        mixinStandardHelpOptions = true)
final class BrandCommand {

    @Spec
    private CommandSpec spec;

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    BrandCommand() {}

    @Command(name = "list", description = "Lists the brands of a company.", mixinStandardHelpOptions = true)
    int list(@Mixin AdminClient client) throws IOException, InterruptedException {
        AdminClient.print(spec, client.list(client.companyPath() + "/brands", "brands"));
        return 0;
    }

    @Command(name = "put", description = "Makes a brand, or changes it.", mixinStandardHelpOptions = true)
    int put(
            @Mixin AdminClient client,
            @Parameters(paramLabel = "BRAND", description = "its key, which stands before its SKUs") String brand,
            @Option(names = "--name", description = "as people call it") @Nullable String name,
            @Option(
                            names = "--in",
                            split = ",",
                            paramLabel = "WAREHOUSE",
                            description =
                                    "where its goods lie; its orders go to the first that has all of it, or to the"
                                            + " first")
                    @Nullable
                    List<String> warehouses,
            @Option(
                            names = "--shorts",
                            description = "what is done where not everything of an order is there: WAIT, SHIP_REST,"
                                    + " CANCEL_REST or ASK")
                    @Nullable
                    ShortRule shorts)
            throws IOException, InterruptedException {
        Map<String, Object> told = new TreeMap<>();
        if (name != null) {
            told.put("name", name);
        }
        if (warehouses != null) {
            told.put("warehouses", warehouses);
        }
        if (shorts != null) {
            told.put("shorts", shorts.name());
        }
        String path = client.companyPath() + "/brands/" + AdminClient.part(brand);
        AdminClient.print(spec, client.put(path, Json.mapper().<JsonNode>valueToTree(told)));
        return 0;
    }
}
