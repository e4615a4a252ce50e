package dev.dockhand.hardware.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns requests into the bytes of a profile. */
final class Requests {

    private final ScaleProfile profile;

    Requests(ScaleProfile profile) {
        this.profile = profile;
    }

    Optional<byte[]> bytes(ScaleRequest request) {
        ScaleProfile.Commands commands = profile.commands();
        Optional<String> text = switch (request) {
            case ScaleRequest.Weigh weigh -> profile.poll().requests().stream().findFirst();
            case ScaleRequest.Zero zero -> commands.zero();
            case ScaleRequest.Tare tare -> commands.tare();
            case ScaleRequest.ClearTare clear -> commands.clearTare();
            case ScaleRequest.PresetTare preset -> commands.presetTare().flatMap(form -> preset(form, preset.grams()));
        };
        return text.map(characters -> characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Empty when the weight cannot be said exactly or does not fit. */
    private static Optional<String> preset(ScaleProfile.PresetTare form, BigDecimal grams) {
        BigDecimal value = grams.divide(form.unit().grams(), form.decimals(), RoundingMode.HALF_EVEN);
        boolean exact = value.multiply(form.unit().grams()).compareTo(grams) == 0;
        String digits = value.unscaledValue().toString();
        if (!exact || value.signum() < 0 || digits.length() > form.digits()) {
            return Optional.empty();
        }
        String padded = "0".repeat(form.digits() - digits.length()) + digits;
        return Optional.of(form.request().replace("{digits}", padded).replace("{value}", value.toPlainString()));
    }
}
