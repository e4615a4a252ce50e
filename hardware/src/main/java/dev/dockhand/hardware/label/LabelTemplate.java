package dev.dockhand.hardware.label;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.hardware.label.Expression.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A label with places for fields. Whatever the data, filling it gives the same elements in the same order; only their
 * content differs.
 *
 * @param id its name
 * @param widthMm width
 * @param heightMm height
 * @param fields what it asks for, by path
 * @param words what codes are called on the label
 * @param parts what is on it
 * @param narrow the template that shows the same data on paper that is too narrow for this one; empty for none
 */
record LabelTemplate(
        String id,
        double widthMm,
        double heightMm,
        Map<String, FieldRule> fields,
        Map<String, String> words,
        List<Part> parts,
        String narrow) {

    /** One element, or rows of elements for the entries of a list. */
    sealed interface Part {}

    /** An element whose content is an expression; its data or text is put in when the label is filled. */
    record One(Element element, Expression content) implements Part {}

    /**
     * A fixed number of rows; what has no row is counted in the last one.
     *
     * @param list path of the list
     * @param count how many rows there are
     * @param stepMm from one row to the next
     * @param more what the last row says when entries are left; {@code {n}} is how many
     * @param cells what is in a row, placed as in the first one
     */
    record Rows(String list, int count, double stepMm, Expression more, List<One> cells) implements Part {}

    /** The fields that are single values, by their paths. */
    List<String> columns() {
        return fields.values().stream()
                .filter(rule -> rule.kind() != FieldRule.Kind.LIST && LabelData.listOf(rule, fields) == null)
                .map(FieldRule::path)
                .sorted()
                .toList();
    }

    /** Fills the template. */
    Label fill(JsonNode data, Masking masking, LocalDate day) throws LabelException {
        LabelData checked = LabelData.check(fields, data);
        Setting setting = new Setting(words, masking.on(day, checked.values().getOrDefault("carrier", "")));
        List<Element> elements = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case One one ->
                    elements.add(with(
                            one.element(),
                            one.content().fill(checked.values(), setting),
                            0,
                            one.content().sources("", checked.values())));
                case Rows rows -> rows(elements, rows, checked.lists().getOrDefault(rows.list(), List.of()), setting);
            }
        }
        return new Label(widthMm, heightMm, elements);
    }

    private static void rows(List<Element> elements, Rows rows, List<Map<String, String>> entries, Setting setting) {
        boolean more = entries.size() > rows.count();
        for (int i = 0; i < rows.count(); i++) {
            boolean last = more && i == rows.count() - 1;
            for (int c = 0; c < rows.cells().size(); c++) {
                One cell = rows.cells().get(c);
                String content = "";
                Map<String, String> sources = Map.of();
                if (last && c == 0) {
                    content = rows.more().fill(Map.of("n", String.valueOf(entries.size() - i)), setting);
                } else if (!last && i < entries.size()) {
                    content = cell.content().fill(entries.get(i), setting);
                    sources = cell.content().sources("%s[%d].".formatted(rows.list(), i), entries.get(i));
                }
                elements.add(with(cell.element(), content, i * rows.stepMm(), sources));
            }
        }
    }

    /** A row without an entry has no code, and yet as many elements as any. */
    private static Element white(Area area) {
        return new Element.Image(area, Bitmap.ofRows(8, 1, new byte[1]), false);
    }

    private static Element with(Element element, String content, double lower, Map<String, String> sources) {
        return switch (element) {
            case Element.Text text -> new Element.Text(text.area().lower(lower), content, text.style(), sources);
            case Element.Barcode code
            when content.isEmpty() -> white(code.area().lower(lower));
            case Element.Qr code when content.isEmpty() -> white(code.area().lower(lower));
            case Element.DataMatrix code
            when content.isEmpty() -> white(code.area().lower(lower));
            case Element.Barcode code ->
                new Element.Barcode(code.area().lower(lower), code.symbology(), content, code.moduleMm());
            case Element.Qr qr -> new Element.Qr(qr.area().lower(lower), content);
            case Element.DataMatrix matrix ->
                new Element.DataMatrix(matrix.area().lower(lower), content);
            case Element.Line line -> new Element.Line(line.area().lower(lower));
            case Element.Box box -> new Element.Box(box.area().lower(lower), box.thicknessMm());
            case Element.Image image -> new Element.Image(image.area().lower(lower), image.bitmap(), image.fitted());
        };
    }
}
