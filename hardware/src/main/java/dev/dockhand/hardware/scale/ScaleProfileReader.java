package dev.dockhand.hardware.scale;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dockhand.hardware.port.PortAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a profile from JSON and says exactly what is wrong with it. */
final class ScaleProfileReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MAX_CHARACTERS = 65_536;

    private final JsonNode node;
    private final String path;

    private ScaleProfileReader(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static ScaleProfile read(String json) {
        if (json.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException("a scale profile has at most " + MAX_CHARACTERS + " characters");
        }
        try {
            return new ScaleProfileReader(JSON.readTree(json), "profile").profile();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the scale profile is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private ScaleProfile profile() {
        only("id", "name", "note", "protocol", "port", "framing", "poll", "weight", "status", "commands");
        return new ScaleProfile(
                text("id"),
                text("name"),
                text("protocol"),
                part("port").port(),
                part("framing").framing(),
                part("poll").poll(),
                optional("weight").map(ScaleProfileReader::weight),
                optional("status").map(ScaleProfileReader::status),
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
        only("start", "end", "maxLength", "sevenBit");
        return new ScaleProfile.Framing(
                node.has("start") ? number("start", 0, 255) : -1,
                number("end", 0, 255),
                number("maxLength", 2, 1024),
                node.path("sevenBit").asBoolean(false));
    }

    private ScaleProfile.Poll poll() {
        only("request", "intervalMillis", "answerMillis");
        return new ScaleProfile.Poll(
                text("request"),
                Duration.ofMillis(number("intervalMillis", 20, 10_000)),
                Duration.ofMillis(number("answerMillis", 50, 60_000)));
    }

    private ScaleProfile.WeightForm weight() {
        only("unit", "length", "decimals");
        return new ScaleProfile.WeightForm(unit(), number("length", 1, 16), number("decimals", 0, 6));
    }

    private StatusLayout status() {
        List<StatusLayout.Bit> bits = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            bits.add(new ScaleProfileReader(node.get(i), path + "[" + i + "]").bit());
        }
        if (bits.isEmpty()) {
            throw wrong("", "is a list of bits");
        }
        return new StatusLayout(bits);
    }

    private StatusLayout.Bit bit() {
        only("bit", "flag", "when");
        return new StatusLayout.Bit(
                number("bit", 0, 6),
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
                || value.textValue().length() > 200) {
            throw wrong(name, "is a text of 1 to 200 characters");
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
        try {
            return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(name, "is one of " + List.of(type.getEnumConstants()));
        }
    }

    private IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(path + (name.isEmpty() ? "" : "." + name) + " " + what);
    }
}
