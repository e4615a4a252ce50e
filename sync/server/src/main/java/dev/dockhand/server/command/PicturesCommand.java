package dev.dockhand.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.PictureId;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dockhand-server pictures}. */
@Command(
        name = "pictures",
        description = {
            "Uploads pictures of items, by their file names, and tells which pictures that items name are not here.",
            "Ends with 2 when files were refused; the others are kept."
        },
        mixinStandardHelpOptions = true)
final class PicturesCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminClient client;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "PNG or JPEG files, or folders with them")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "prints one JSON object a line")
    private boolean json;

    private final ImportWords words = new ImportWords(Locale.getDefault());

    // picocli fills the fields by reflection.
    @SuppressWarnings("NullAway.Init")
    PicturesCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logs.quiet();
        PrintWriter out = spec.commandLine().getOut();
        int refused = 0;
        int kept = 0;
        for (Path file : all()) {
            try {
                JsonNode answer = client.put(path(file), HttpRequest.BodyPublishers.ofByteArray(bytes(file)));
                kept++;
                if (json) {
                    out.println(answer);
                }
            } catch (IOException e) {
                refused++;
                out.println("%s: %s".formatted(file.getFileName(), e.getMessage()));
            }
        }
        if (!json && !files.isEmpty()) {
            out.println(words.pictures(kept, refused));
        }
        missing(out);
        return refused == 0 ? 0 : SOME_REFUSED;
    }

    private void missing(PrintWriter out) throws IOException, InterruptedException {
        for (JsonNode each : client.list("/v1/admin/pictures", "missing")) {
            if (json) {
                out.println(each);
                continue;
            }
            List<String> items = new ArrayList<>();
            each.path("items").forEach(item -> items.add(item.asText()));
            String code = each.path("failure").asText();
            String reason = !code.isEmpty()
                    ? code
                    : each.path("source").asText().contains("://") ? "PICTURE_WAITS" : "PICTURE_NOT_UPLOADED";
            out.println("  "
                    + words.missing(
                            String.join(", ", items), each.path("source").asText(), reason));
        }
    }

    private List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                try (Stream<Path> within = Files.list(file)) {
                    within.filter(Files::isRegularFile).sorted().forEach(all::add);
                }
            } else {
                all.add(file);
            }
        }
        return all;
    }

    private static String path(Path file) {
        return "/v1/admin/pictures/"
                + URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    /** One byte too many is enough for the server to say so. */
    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(PictureId.LARGEST + 1);
        }
    }
}
