package dev.dockhand.hardware.label;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.hardware.label.FieldRule.Kind;
import dev.dockhand.hardware.label.LabelTemplate.One;
import dev.dockhand.hardware.label.LabelTemplate.Part;
import dev.dockhand.hardware.label.LabelTemplate.Rows;
import dev.dockhand.hardware.label.TextStyle.Align;
import dev.dockhand.hardware.label.TextStyle.Face;
import dev.dockhand.hardware.label.TextStyle.Valign;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a template from its JSON, and refuses one that could fail later when it is filled. */
final class TemplateReader {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_CODE = 80;

    private final String id;
    private final JsonNode root;

    private TemplateReader(String id, JsonNode root) {
        this.id = id;
        this.root = root;
    }

    /**
     * Reads a template.
     *
     * @throws LabelException that names the template and the place in it
     */
    static LabelTemplate read(String id, JsonNode root, SchemaCheck schema) throws LabelException {
        try {
            schema.check(root);
            return new TemplateReader(id, root).template();
        } catch (IllegalArgumentException e) {
            throw new LabelException("", "the template %s is wrong: %s".formatted(id, e.getMessage()));
        }
    }

    private LabelTemplate template() {
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        root.path("fields").properties().forEach(entry -> fields.put(entry.getKey(), rule(entry)));
        Map<String, String> words = new LinkedHashMap<>();
        root.path("words")
                .properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
        List<Part> parts = new ArrayList<>();
        for (JsonNode node : root.path("elements")) {
            String place = "elements[%d]".formatted(parts.size());
            try {
                parts.add(node.has("rows") ? rows(node, fields) : one(node, fields, ""));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
            }
        }
        double width = number(root, "width");
        double height = number(root, "height");
        for (int i = 0; i < parts.size(); i++) {
            inside(i, parts.get(i), width, height);
        }
        return new LabelTemplate(
                id,
                width,
                height,
                Map.copyOf(fields),
                Map.copyOf(words),
                List.copyOf(parts),
                root.path("narrow").asText());
    }

    private static FieldRule rule(Map.Entry<String, JsonNode> entry) {
        JsonNode node = entry.getValue();
        Kind kind = constant(Kind.class, node, "type", "text");
        long most = switch (kind) {
            case TEXT -> LONGEST_TEXT;
            case INTEGER -> 999_999_999;
            default -> LONGEST_CODE;
        };
        return new FieldRule(
                entry.getKey(),
                kind,
                node.path("optional").asBoolean(false),
                node.path("min").asLong(0),
                Math.min(most, node.path("max").asLong(most)));
    }

    private static Rows rows(JsonNode node, Map<String, FieldRule> fields) {
        String list = node.path("rows").asText();
        FieldRule rule = fields.get(list);
        if (rule == null || rule.kind() != Kind.LIST) {
            throw new IllegalArgumentException("rows of '%s', which is no list".formatted(list));
        }
        List<One> cells = new ArrayList<>();
        for (JsonNode cell : node.path("cells")) {
            cells.add(one(cell, fields, list + "."));
        }
        return new Rows(
                list,
                (int) number(node, "count"),
                number(node, "step"),
                new Expression(node.path("more").asText()),
                List.copyOf(cells));
    }

    private static One one(JsonNode node, Map<String, FieldRule> fields, String prefix) {
        Area area = new Area(number(node, "x"), number(node, "y"), number(node, "w"), number(node, "h"));
        Element element;
        String content = "";
        if (node.has("text")) {
            content = node.path("text").asText();
            element = new Element.Text(area, content, style(node));
        } else if (node.has("barcode")) {
            content = node.path("data").asText();
            Symbology symbology = constant(Symbology.class, node, "barcode", "");
            element = new Element.Barcode(area, symbology, content, number(node, "module"));
        } else if (node.has("qr")) {
            content = node.path("qr").asText();
            element = new Element.Qr(area, content);
        } else if (node.has("data-matrix")) {
            content = node.path("data-matrix").asText();
            element = new Element.DataMatrix(area, content);
        } else if (node.has("box")) {
            element = new Element.Box(area, number(node, "box"));
        } else if (node.has("image")) {
            element = new Element.Image(area, image(node.path("image").asText()), true);
        } else {
            element = new Element.Line(area);
        }
        Expression expression = new Expression(content);
        check(expression, element, fields, prefix);
        return new One(element, expression);
    }

    private static Bitmap image(String base64) {
        try {
            byte[] png = Base64.getDecoder().decode(base64);
            return ((Mark.Dots) new PngLanguage().read(png, Dpi.DPI_203).marks().getFirst())
                    .picture()
                    .bitmap();
        } catch (LabelException e) {
            throw new IllegalArgumentException("image: " + e.getMessage(), e);
        }
    }

    private static void check(Expression expression, Element element, Map<String, FieldRule> fields, String prefix) {
        boolean plain = !(element instanceof Element.Text text) || text.style().face() == Face.PRINTER;
        for (String field : expression.fields()) {
            FieldRule rule = fields.get(prefix + field);
            if (rule == null) {
                throw new IllegalArgumentException("'%s' is no field of it".formatted(prefix + field));
            }
            if (plain && rule.kind() == Kind.TEXT) {
                throw new IllegalArgumentException(
                        "'%s' may hold any language, which neither a code nor the printer's font can".formatted(field));
            }
        }
        for (String filter : expression.filters()) {
            if (!Expression.known(filter)) {
                throw new IllegalArgumentException("'%s' is no filter".formatted(filter));
            }
        }
    }

    private static TextStyle style(JsonNode node) {
        double size = number(node, "size");
        return new TextStyle(
                constant(Face.class, node, "face", "regular"),
                size,
                node.has("least") ? number(node, "least") : size / 2,
                node.path("lines").asInt(1),
                constant(Align.class, node, "align", "left"),
                constant(Valign.class, node, "valign", "middle"),
                node.path("inverse").asBoolean(false));
    }

    private static void inside(int index, Part part, double width, double height) {
        List<One> ones = switch (part) {
            case One one -> List.of(one);
            case Rows rows -> rows.cells();
        };
        double lower = part instanceof Rows rows ? (rows.count() - 1) * rows.stepMm() : 0;
        for (One one : ones) {
            Area area = one.element().area();
            if (area.x() + area.width() > width + 0.001 || area.y() + area.height() + lower > height + 0.001) {
                throw new IllegalArgumentException("elements[%d]: leaves the label: %s".formatted(index, area));
            }
        }
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("'%s' is a number in %s".formatted(name, node));
        }
        return value.asDouble();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String name, String usual) {
        String text = node.path(name).asText(usual).toUpperCase(Locale.ROOT).replace('-', '_');
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' in %s is none of %s"
                            .formatted(
                                    name,
                                    node,
                                    List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT)),
                    e);
        }
    }
}
