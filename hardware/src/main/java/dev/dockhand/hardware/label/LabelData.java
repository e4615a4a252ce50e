package dev.dockhand.hardware.label;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.dockhand.hardware.label.FieldRule.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checked content of one label.
 *
 * @param values text by path
 * @param lists entries by path, each with its text by name
 */
record LabelData(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {

    /**
     * Checks everything that a template asks for; more than it asks for is not looked at.
     *
     * @throws LabelException that names the first field that is missing or wrong
     */
    static LabelData check(Map<String, FieldRule> rules, JsonNode data) throws LabelException {
        if (!data.isObject()) {
            throw new LabelException("", "the data of a label is a JSON object");
        }
        Map<String, String> values = new HashMap<>();
        Map<String, List<Map<String, String>>> lists = new HashMap<>();
        for (FieldRule rule : rules.values()) {
            if (rule.kind() == Kind.LIST) {
                lists.put(rule.path(), entries(rule, rules, find(data, rule.path())));
            } else if (listOf(rule, rules) == null) {
                values.put(rule.path(), rule.text(rule.path(), find(data, rule.path())));
            }
        }
        return new LabelData(values, lists);
    }

    static @Nullable FieldRule listOf(FieldRule rule, Map<String, FieldRule> rules) {
        int dot = rule.path().lastIndexOf('.');
        FieldRule parent = dot < 0 ? null : rules.get(rule.path().substring(0, dot));
        return parent != null && parent.kind() == Kind.LIST ? parent : null;
    }

    private static List<Map<String, String>> entries(FieldRule list, Map<String, FieldRule> rules, JsonNode value)
            throws LabelException {
        if (value.isMissingNode() || value.isNull()) {
            if (list.optional()) {
                return List.of();
            }
            throw new LabelException(list.path(), "is missing");
        }
        if (!value.isArray()) {
            throw new LabelException(list.path(), "is a list");
        }
        if (value.size() < list.least() || value.size() > list.most()) {
            throw new LabelException(
                    list.path(), "has %d to %d entries, not %d".formatted(list.least(), list.most(), value.size()));
        }
        List<Map<String, String>> entries = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            Map<String, String> entry = new HashMap<>();
            for (FieldRule rule : rules.values()) {
                if (list.equals(listOf(rule, rules))) {
                    String name = rule.path().substring(list.path().length() + 1);
                    String where = "%s[%d].%s".formatted(list.path(), i, name);
                    entry.put(name, rule.text(where, find(value.get(i), name)));
                }
            }
            entries.add(entry);
        }
        return entries;
    }

    private static JsonNode find(JsonNode data, String path) {
        JsonNode at = data;
        for (String step : path.split("\\.")) {
            at = at.isObject() ? at.path(step) : MissingNode.getInstance();
        }
        return at;
    }
}
