package dev.dockhand.hardware.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The labels that Dockhand knows, by name; data goes in, a {@link Label} comes out. Safe for use by several threads. */
public final class LabelTemplates {
    /** Parcel waybill, 100 x 150 mm. */
    public static final String WAYBILL = "waybill";
    /** License plate of a pallet or tote with its SSCC, 100 x 100 mm. */
    public static final String LICENSE_PLATE = "license-plate";
    /** Location, 100 x 50 mm. */
    public static final String LOCATION = "location";
    /** Operator's badge, 86 x 54 mm. */
    public static final String BADGE = "badge";
    /** Card with a command barcode, 80 x 40 mm. */
    public static final String COMMAND = "command";
    /** Up to eight command barcodes, 100 x 150 mm. */
    public static final String SHEET = "sheet";
    /** The data of a waybill for a receipt printer, 72 x 125 mm. */
    public static final String SLIP = "slip";

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private final Map<String, LabelTemplate> templates;
    private final Masking masking;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final SchemaCheck schema;

    private LabelTemplates(
            Map<String, LabelTemplate> templates,
            Masking masking,
            InstantSource clock,
            ObjectMapper json,
            SchemaCheck schema) {
        this.templates = templates;
        this.masking = masking;
        this.clock = clock;
        this.json = json;
        this.schema = schema;
    }

    /**
     * The bundled templates and masking rules.
     *
     * @param clock tells the day, in Korea, whose masking rule holds
     */
    public static LabelTemplates bundled(InstantSource clock) {
        ObjectMapper json = new ObjectMapper();
        SchemaCheck schema = new SchemaCheck(resource(json, "label.schema"));
        Map<String, LabelTemplate> templates = new TreeMap<>();
        for (String id : List.of(WAYBILL, LICENSE_PLATE, LOCATION, BADGE, COMMAND, SHEET, SLIP)) {
            try {
                templates.put(id, TemplateReader.read(id, resource(json, id), schema));
            } catch (LabelException e) {
                throw new IllegalStateException("a bundled label is wrong", e);
            }
        }
        return new LabelTemplates(templates, Masking.of(resource(json, "masking")), clock, json, schema);
    }

    private static JsonNode resource(ObjectMapper json, String name) {
        try (InputStream in = LabelTemplates.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the label file " + name + ".json is missing from the program");
            }
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * These and one more template, which replaces one of the same name.
     *
     * @param id its name
     * @param text its JSON
     * @throws LabelException when the template is wrong, naming the place
     */
    public LabelTemplates with(String id, String text) throws LabelException {
        Map<String, LabelTemplate> more = new TreeMap<>(templates);
        try {
            more.put(id, TemplateReader.read(id, json.readTree(text), schema));
        } catch (JsonProcessingException e) {
            throw new LabelException("", "the template %s is no JSON: %s".formatted(id, e.getOriginalMessage()));
        }
        return new LabelTemplates(more, masking, clock, json, schema);
    }

    /** The same templates under other masking rules. */
    public LabelTemplates with(Masking other) {
        return new LabelTemplates(templates, other, clock, json, schema);
    }

    /** The names of all templates, sorted. */
    public List<String> ids() {
        return List.copyOf(templates.keySet());
    }

    /**
     * The fields of a template that are single values, by their paths: what a table of its labels has as columns.
     *
     * @throws LabelException when there is no such template
     */
    public List<String> columns(String id) throws LabelException {
        return template(id).columns();
    }

    private LabelTemplate template(String id) throws LabelException {
        LabelTemplate template = templates.get(id);
        if (template == null) {
            throw new LabelException("", "there is no label '%s'; there are %s".formatted(id, ids()));
        }
        return template;
    }

    /**
     * Fills a template.
     *
     * @param id name of the template
     * @param data its fields; names that the template does not know are left aside
     * @throws LabelException when there is no such template, or a field is missing or wrong, naming it
     */
    public Label fill(String id, JsonNode data) throws LabelException {
        return fill(id, data, LabelLanguage.WIDEST);
    }

    /**
     * Fills a template, or the narrow one that it names when it is wider than the printer's paper.
     *
     * @param widestMm width of the widest label that the printer takes
     */
    public Label fill(String id, JsonNode data, double widestMm) throws LabelException {
        LabelTemplate template = template(id);
        if (template.widthMm() > widestMm && templates.get(template.narrow()) != null) {
            return fill(template.narrow(), data, widestMm);
        }
        return template.fill(data, masking, clock.instant().atZone(KOREA).toLocalDate());
    }

    /** Fills a template from nested maps and lists. */
    public Label fill(String id, Map<String, ?> data) throws LabelException {
        return fill(id, data, LabelLanguage.WIDEST);
    }

    /** Fills a template from nested maps and lists, for paper of a width. */
    public Label fill(String id, Map<String, ?> data, double widestMm) throws LabelException {
        return fill(id, json.<JsonNode>valueToTree(data), widestMm);
    }
}
