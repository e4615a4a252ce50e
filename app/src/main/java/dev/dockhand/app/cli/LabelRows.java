package dev.dockhand.app.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.app.cli.LabelOptions.Unusable;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.model.file.CsvFile;
import dev.dockhand.model.file.FileText;
import dev.dockhand.model.file.UnreadableFileException;
import dev.dockhand.model.id.NormalText;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which label, and what the labels hold: an object or an array of objects as JSON, or a table with a header as CSV. */
final class LabelRows {

    private static final int MOST_BYTES = 10 << 20;
    private static final int MOST_LABELS = 10_000;
    private static final int LONGEST_SHOWN = 200;
    private static final ObjectReader WHOLE =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Option(names = "--label", required = true, paramLabel = "ID", description = "waybill, license-plate, location …")
    private String label = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "the fields of one label as JSON; of many as a JSON array, or as CSV with a header")
    private @Nullable Path data;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "charset of the file, for instance CP949; found out if left out")
    private @Nullable String charset;

    /**
     * What one label holds.
     *
     * @param line line of the table, or number of the object
     * @param fields the label's fields
     * @param wrong why the row is none; empty for a row
     */
    record Row(long line, JsonNode fields, String wrong) {

        /** A row that was read. */
        Row(long line, JsonNode fields) {
            this(line, fields, "");
        }

        static Row wrong(long line, String why) {
            return new Row(line, Json.mapper().createObjectNode(), why);
        }
    }

    String label() {
        return label;
    }

    /**
     * Every row of the file.
     *
     * @throws Unusable when the file cannot be read as rows
     */
    List<Row> read(LabelTemplates templates) throws Unusable {
        String text = text();
        boolean json = text.isBlank() || "{[".indexOf(text.stripLeading().charAt(0)) >= 0 || named(".json");
        List<Row> rows = json ? objects(text) : table(text, templates);
        if (rows.isEmpty()) {
            throw new Unusable(data + " holds no labels");
        }
        if (rows.size() > MOST_LABELS) {
            throw new Unusable(
                    "%s holds %,d labels; at most %,d are printed at once".formatted(data, rows.size(), MOST_LABELS));
        }
        return rows;
    }

    private boolean named(String ending) {
        return String.valueOf(data).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private String text() throws Unusable {
        try {
            if (data == null || Files.size(data) > MOST_BYTES) {
                throw new Unusable(data + " is larger than 10 MiB");
            }
            byte[] bytes = Files.readAllBytes(data);
            if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
                throw new Unusable(data + " is an Excel workbook; save it as CSV");
            }
            return FileText.of(bytes, charset).text();
        } catch (UnreadableFileException e) {
            throw new Unusable("%s cannot be read: %s".formatted(data, e.getMessage()));
        } catch (IOException e) {
            throw new Unusable("%s cannot be read: %s".formatted(data, FileFault.words(e)));
        }
    }

    private List<Row> objects(String text) throws Unusable {
        if (text.isBlank()) {
            return List.of();
        }
        try {
            JsonNode tree = WHOLE.readTree(text);
            List<Row> rows = new ArrayList<>();
            if (tree.isArray()) {
                tree.forEach(each -> rows.add(new Row(rows.size() + 1L, each)));
            } else {
                rows.add(new Row(1, tree));
            }
            return rows;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new Unusable(
                    at == null
                            ? "%s is nested too deeply".formatted(data)
                            : "%s is not JSON: line %d".formatted(data, at.getLineNr()));
        }
    }

    private List<Row> table(String text, LabelTemplates templates) throws Unusable {
        List<String> columns;
        try {
            columns = templates.columns(label);
        } catch (LabelException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
        List<CsvFile.Line> lines = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        var broken = CsvFile.of(text, values -> isHeader(names(values, columns), columns))
                .read(line -> {
                    if (!line.isBlank()) {
                        lines.add(line);
                    }
                });
        List<String> header =
                names(lines.isEmpty() ? List.of() : lines.getFirst().values(), columns);
        if (!isHeader(header, columns)) {
            String found = String.join(",", header);
            throw new Unusable("%s: the first line must name columns of %s; found %s"
                    .formatted(
                            data,
                            String.join(",", columns),
                            found.isEmpty() ? "nothing" : found.substring(0, Math.min(found.length(), LONGEST_SHOWN))));
        }
        lines.subList(1, lines.size()).forEach(line -> rows.add(row(line, header)));
        broken.ifPresent(line ->
                rows.add(Row.wrong(line, "a quote is not closed or stands in the wrong place; the rest was not read")));
        return rows;
    }

    /** The columns as the template calls them, without the empty ones that spreadsheets leave at the end. */
    private static List<String> names(List<String> values, List<String> columns) {
        List<String> names = new ArrayList<>(values.stream()
                .map(NormalText::line)
                .map(name -> columns.stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(name))
                .toList());
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return names;
    }

    private static boolean isHeader(List<String> names, List<String> columns) {
        return !names.isEmpty() && columns.containsAll(names) && new HashSet<>(names).size() == names.size();
    }

    private static Row row(CsvFile.Line line, List<String> header) {
        ObjectNode fields = Json.mapper().createObjectNode();
        for (int i = 0; i < line.values().size(); i++) {
            String value = NormalText.line(line.values().get(i));
            if (i < header.size()) {
                put(fields, header.get(i), value);
            } else if (!value.isEmpty()) {
                return Row.wrong(
                        line.number(),
                        "has %d columns, not %d".formatted(line.values().size(), header.size()));
            }
        }
        return new Row(line.number(), fields);
    }

    private static void put(ObjectNode fields, String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            fields.put(path, value);
        } else {
            put(fields.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }
}
