package dev.dockhand.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a shift without a display leaves behind for people and for programs.
 *
 * @param agrees whether everything agrees
 * @param checks every comparison
 * @param figures names and values
 * @param incidents what went wrong on purpose
 * @param rejected rows of the sample data that were refused
 */
record Report(
        boolean agrees,
        List<Audit.Check> checks,
        Map<String, String> figures,
        List<String> incidents,
        List<String> rejected) {

    /** Writes {@code report.json} and {@code report.html} beside the folders with the pictures. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectMapper mapper = Json.mapper();
        mapper.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("report.json").toFile(), this);
        Files.writeString(folder.resolve("report.html"), html(folder), StandardCharsets.UTF_8);
    }

    private String html(Path folder) throws IOException {
        StringBuilder page = new StringBuilder("""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Dockhand: a shift</title>
            <style>body{font:16px/1.5 Pretendard,system-ui,sans-serif;margin:2rem auto;max-width:1200px;padding:0 1rem;
            color:#0f1722;background:#eceff4}table{border-collapse:collapse;background:#fff;width:100%}
            td,th{border:1px solid #c9d1dc;padding:.45rem .7rem;text-align:left}.yes{color:#0b6b3a}.no{color:#b3141c}
            .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(280px,1fr));gap:1rem}
            figure{margin:0;background:#fff;padding:.5rem;border-radius:8px}img{width:100%}
            figcaption{font-size:.8rem;overflow-wrap:anywhere}</style>
            """);
        page.append("<h1>A shift at the bench</h1><p class=\"%s\"><b>%s</b></p>"
                .formatted(
                        agrees ? "yes" : "no",
                        agrees ? "✓ Station and server agree." : "✕ Station and server do not agree."));
        page.append("<h2>Compared</h2><table><tr><th></th><th>What</th><th>Floor</th><th>Server</th></tr>");
        checks.forEach(check -> page.append("<tr><td class=\"%s\">%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        check.agrees() ? "yes" : "no",
                        check.agrees() ? "✓" : "✕",
                        text(check.name()),
                        text(check.floor()),
                        text(check.server()))));
        page.append("</table><h2>Figures</h2><table>");
        figures.forEach(
                (name, value) -> page.append("<tr><td>%s</td><td>%s</td></tr>".formatted(text(name), text(value))));
        page.append("</table><h2>What went wrong on purpose</h2><p>")
                .append(text(String.join(", ", incidents)))
                .append("</p>");
        pictures(page, folder, "screens", "Screens");
        pictures(page, folder, "labels", "Labels");
        return page.append("</html>\n").toString();
    }

    private static void pictures(StringBuilder page, Path folder, String name, String title) throws IOException {
        Path pictures = folder.resolve(name);
        if (!Files.isDirectory(pictures)) {
            return;
        }
        page.append("<h2>").append(title).append("</h2><div class=\"grid\">");
        try (Stream<Path> files = Files.list(pictures)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".png"))
                    .sorted()
                    .forEach(file -> page.append(String.format(
                            Locale.ROOT,
                            "<figure><a href=\"%1$s/%2$s\"><img loading=\"lazy\" src=\"%1$s/%2$s\" alt=\"%2$s\"></a>"
                                    + "<figcaption>%2$s</figcaption></figure>",
                            name,
                            file)));
        }
        page.append("</div>");
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
