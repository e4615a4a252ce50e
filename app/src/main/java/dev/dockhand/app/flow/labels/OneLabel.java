package dev.dockhand.app.flow.labels;

import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Text;
import java.util.Map;

/**
 * One label of a batch.
 *
 * @param template id of the label
 * @param code what its barcode says
 * @param name what people call it
 * @param group what it is chosen by
 * @param data the label's fields
 */
record OneLabel(String template, String code, String name, String group, Map<String, Object> data) {

    static final String BADGE = "badge";

    OneLabel {
        data = Map.copyOf(data);
    }

    /** One label of the command sheet; its title names it. */
    static OneLabel sheet(Map<String, Object> data) {
        String title = String.valueOf(data.get("title"));
        return new OneLabel("sheet", title, title, title, data);
    }

    /** Whether it is somebody's badge. */
    boolean isBadge() {
        return template.equals(BADGE);
    }

    /** What it is of, with its code where that is another word. */
    Text words() {
        return name.equals(code) ? Text.of("common.note", name) : Text.of("labels.row", name, code);
    }

    /** Reference of its print job. */
    String job() {
        return template + ":" + code;
    }

    /** Prints it, as often as it is asked for. */
    Effect.Print print() {
        return new Effect.Print(job(), template, data, true);
    }
}
