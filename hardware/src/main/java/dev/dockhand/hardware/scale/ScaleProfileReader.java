package dev.dockhand.hardware.scale;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.hardware.port.PortAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a profile from JSON and says exactly what is wrong with it. */
final class ScaleProfileReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MAX_CHARACTERS = 65_536;
    private static final int MOST_LIKENESSES = 4;

    private final JsonNode node;
    private final String path;

    private ScaleProfileReader(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /**
     * Reads a profile.
     *
     * @param json its text
     * @param known gives the text of a profile that this one says it is {@code like}
     */
    static ScaleProfile read(String json, Function<String, Optional<String>> known) {
        return new ScaleProfileReader(merged(json, known, MOST_LIKENESSES), "profile").profile();
    }

    /** A profile that is like another one has everything from it that it does not say otherwise or take away by null. */
    private static JsonNode merged(String json, Function<String, Optional<String>> known, int left) {
        if (json.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException("a scale profile has at most " + MAX_CHARACTERS + " characters");
        }
        JsonNode own;
        try {
            own = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the scale profile is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!(own instanceof ObjectNode profile) || !profile.has("like")) {
            return own;
        }
        String like = profile.remove("like").asText();
        String base = known.apply(like).orElse(null);
        if (base == null || left == 0) {
            throw new IllegalArgumentException("profile.like '" + like + "' is no other profile");
        }
        JsonNode whole = merge(merged(base, known, left - 1), profile);
        return profile.has("id") ? whole : ((ObjectNode) whole).without("id");
    }

    private static JsonNode merge(JsonNode base, JsonNode own) {
        if (!(base instanceof ObjectNode whole) || !own.isObject()) {
            return own;
        }
        own.properties().forEach(entry -> {
            JsonNode old = whole.get(entry.getKey());
            if (entry.getValue().isNull()) {
                whole.remove(entry.getKey());
            } else {
                whole.set(entry.getKey(), old == null ? entry.getValue() : merge(old, entry.getValue()));
            }
        });
        return whole;
    }

    private ScaleProfile profile() {
        only("id", "name", "source", "protocol", "port", "framing", "poll", "lines", "fields", "units", "commands");
        return new ScaleProfile(
                text("id"),
                text("name"),
                optionalText("source").orElse(""),
                optionalText("protocol").orElse(ScaleProfiles.LINES),
                part("port").port(),
                part("framing").framing(),
                part("poll").poll(),
                optional("lines").map(ScaleProfileReader::lines).orElse(List.of()),
                optional("fields")
                        .map(fields -> fields.map(ScaleProfileReader::field))
                        .orElse(Map.of()),
                optional("units")
                        .map(units -> units.map(ScaleProfileReader::meantUnit))
                        .orElse(Map.of()),
                optional("commands")
                        .map(ScaleProfileReader::commands)
                        .orElseGet(() -> new ScaleProfile.Commands(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private ScaleProfile.PortSettings port() {
        only("baud", "bits", "parity", "stop");
        return new ScaleProfile.PortSettings(
                number("baud", 300, 921_600),
                number("bits", 7, 8),
                constant(PortAddress.Parity.class, "parity"),
                number("stop", 1, 2));
    }

    private ScaleProfile.Framing framing() {
        only("byForm", "whole", "start", "end", "maxLength", "sevenBit");
        boolean byForm = flag("byForm", false);
        return new ScaleProfile.Framing(
                byForm,
                flag("whole", false),
                node.has("start") ? number("start", 0, 255) : -1,
                node.has("end") || !byForm ? number("end", 0, 255) : -1,
                number("maxLength", 2, 1024),
                flag("sevenBit", false));
    }

    private ScaleProfile.Poll poll() {
        only("request", "intervalMillis", "answerMillis", "unasked", "backlog", "keepMillis");
        return new ScaleProfile.Poll(
                texts("request"),
                Duration.ofMillis(number("intervalMillis", 20, 10_000)),
                Duration.ofMillis(number("answerMillis", 50, 60_000)),
                flag("unasked", false),
                flag("backlog", true),
                Duration.ofMillis(node.has("keepMillis") ? number("keepMillis", 1, 60_000) : 0));
    }

    private List<LineForm> lines() {
        return list(ScaleProfileReader::line);
    }

    private LineForm line() {
        only("form", "means", "flags", "rests", "binary", "unit", "checked", "outcome", "send");
        return new LineForm(
                pattern(),
                node.has("means") ? constant(LineForm.Meaning.class, "means") : LineForm.Meaning.WEIGHT,
                node.has("flags") ? part("flags").flags() : Set.of(),
                flag("rests", false),
                flag("binary", false),
                node.has("unit") ? Optional.of(unit()) : Optional.empty(),
                optionalText("checked"),
                node.has("outcome") ? Optional.of(constant(CommandOutcome.class, "outcome")) : Optional.empty(),
                optionalText("send"));
    }

    private Pattern pattern() {
        try {
            return Pattern.compile(text("form"), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(path + ".form is no expression: " + e.getDescription(), e);
        }
    }

    /** A list is bits, an object is words. */
    private FieldTable field() {
        return node.isArray()
                ? new FieldTable.Bits(new StatusLayout(list(ScaleProfileReader::bit)))
                : new FieldTable.Words(map(ScaleProfileReader::flags));
    }

    private Set<StatusFlag> flags() {
        return node.isEmpty() && node.isArray() ? Set.of() : Set.copyOf(list(ScaleProfileReader::flagName));
    }

    private StatusFlag flagName() {
        return named(StatusFlag.class, node, "");
    }

    private WeightUnit meantUnit() {
        return WeightUnit.ofSymbol(node.asText()).orElseThrow(() -> wrong("", "is not a unit of weight"));
    }

    private StatusLayout.Bit bit() {
        only("bit", "flag", "when");
        return new StatusLayout.Bit(
                number("bit", 0, 7),
                node.has("flag") ? Optional.of(constant(StatusFlag.class, "flag")) : Optional.empty(),
                node.has("when") ? Optional.of(number("when", 0, 1)) : Optional.empty());
    }

    private ScaleProfile.Commands commands() {
        only("zero", "tare", "clearTare", "presetTare");
        return new ScaleProfile.Commands(
                optionalText("zero"),
                optionalText("tare"),
                optionalText("clearTare"),
                optional("presetTare").map(ScaleProfileReader::presetTare));
    }

    private ScaleProfile.PresetTare presetTare() {
        only("request", "unit", "decimals", "digits");
        return new ScaleProfile.PresetTare(text("request"), unit(), number("decimals", 0, 6), number("digits", 1, 12));
    }

    private WeightUnit unit() {
        return WeightUnit.ofSymbol(text("unit")).orElseThrow(() -> wrong("unit", "is not a unit of weight"));
    }

    private void only(String... names) {
        if (!node.isObject()) {
            throw wrong("", "is an object");
        }
        Set<String> known = Set.of(names);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw wrong(name, "is not known here");
            }
        });
    }

    private ScaleProfileReader part(String name) {
        return optional(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    private Optional<ScaleProfileReader> optional(String name) {
        return node.has(name)
                ? Optional.of(new ScaleProfileReader(node.get(name), path + "." + name))
                : Optional.empty();
    }

    private <T> List<T> list(Function<ScaleProfileReader, T> read) {
        if (!node.isArray() || node.isEmpty()) {
            throw wrong("", "is a list of at least one");
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(read.apply(new ScaleProfileReader(node.get(i), path + "[" + i + "]")));
        }
        return values;
    }

    private <T> Map<String, T> map(Function<ScaleProfileReader, T> read) {
        if (!node.isObject()) {
            throw wrong("", "is an object");
        }
        Map<String, T> values = new HashMap<>();
        node.properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        read.apply(new ScaleProfileReader(entry.getValue(), path + "." + entry.getKey()))));
        return values;
    }

    private List<String> texts(String name) {
        if (!node.path(name).isArray()) {
            return optionalText(name).map(List::of).orElse(List.of());
        }
        ScaleProfileReader all = part(name);
        return all.list(each -> {
            if (!each.node.isTextual() || each.node.textValue().isEmpty()) {
                throw each.wrong("", "is a text");
            }
            return each.node.textValue();
        });
    }

    private boolean flag(String name, boolean usual) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(name, "is true or false");
        }
        return value.asBoolean(usual);
    }

    private String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    private Optional<String> optionalText(String name) {
        if (!node.has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().length() > 400) {
            throw wrong(name, "is a text of 1 to 400 characters");
        }
        return Optional.of(value.textValue());
    }

    private int number(String name, int least, int most) {
        JsonNode value = node.path(name);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw wrong(name, "is a number from " + least + " to " + most);
        }
        return value.intValue();
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name) {
        return named(type, node.path(name), name);
    }

    private <E extends Enum<E>> E named(Class<E> type, JsonNode value, String name) {
        try {
            return Enum.valueOf(type, value.asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    wrong(name, "is one of " + List.of(type.getEnumConstants())).getMessage(), e);
        }
    }

    private IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(path + (name.isEmpty() ? "" : "." + name) + " " + what);
    }
}
