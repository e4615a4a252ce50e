package dev.dockhand.app.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.hardware.label.Dpi;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelLanguage;
import dev.dockhand.hardware.label.LabelLanguages;
import dev.dockhand.hardware.label.LabelNotice;
import dev.dockhand.hardware.label.LabelPreview;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.label.LabelWriter;
import dev.dockhand.hardware.label.WrittenLabel;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which label, of what, in which language; the same for {@code print} and {@code render}, so that both give equal bytes. */
final class LabelOptions {

    private static final long MOST_BYTES = 1024 * 1024;
    private static final ObjectMapper MAPPER = Json.mapper();

    @Option(
            names = "--language",
            defaultValue = "zpl",
            paramLabel = "ID",
            description = "printer language: zpl, tspl, slcs, epl, escpos, pdf, png (default zpl)")
    private String language = "zpl";

    @Option(names = "--label", required = true, paramLabel = "ID", description = "waybill, license-plate, location …")
    private String label = "";

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "the label's fields as JSON")
    private @Nullable Path data;

    @Option(names = "--dpi", defaultValue = "203", description = "203 (default), 300 or 600")
    private int dpi;

    @Option(
            names = "--incomplete",
            description = "make the label although a text is cut or a character is in no font; it says which")
    private boolean incomplete;

    /** Something about the label is wrong; the message says what, for the person who typed it. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** What of a label's fields is not on it; absent when all is. */
    static Optional<String> words(List<LabelNotice> notices) {
        return notices.isEmpty()
                ? Optional.empty()
                : Optional.of(notices.stream().map(LabelNotice::message).collect(Collectors.joining("; ")));
    }

    String label() {
        return label;
    }

    /**
     * The label, whole unless the person asked for less.
     *
     * @throws Unusable when it cannot be made, or something of a field would not be on it
     */
    WrittenLabel written(InstantSource clock) throws Unusable {
        LabelLanguage spoken = language();
        try {
            WrittenLabel written = new LabelWriter(spoken)
                    .written(LabelTemplates.bundled(clock).fill(label, fields(), spoken.widestMm()), Dpi.of(dpi));
            if (!written.notices().isEmpty() && !incomplete) {
                throw new Unusable("%s; nothing was made, --incomplete makes it all the same"
                        .formatted(words(written.notices()).orElse("")));
            }
            return written;
        } catch (LabelException | IllegalArgumentException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }

    /** The language that was asked for. */
    LabelLanguage language() throws Unusable {
        return LabelLanguages.byId(language)
                .orElseThrow(() -> new Unusable(
                        "no printer language '%s'; there are %s".formatted(language, LabelLanguages.ids())));
    }

    /** A picture of these bytes, drawn from nothing else. */
    byte[] picture(byte[] bytes) throws Unusable, LabelException {
        return new LabelPreview(language(), Dpi.of(dpi)).draw(bytes).png();
    }

    private JsonNode fields() throws Unusable {
        try {
            if (data == null || Files.size(data) > MOST_BYTES) {
                throw new Unusable(data + " is larger than 1 MiB");
            }
            return MAPPER.readTree(Files.readAllBytes(data));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new Unusable(
                    at == null
                            ? "%s is nested too deeply".formatted(data)
                            : "%s is not JSON: line %d".formatted(data, at.getLineNr()));
        } catch (IOException e) {
            throw new Unusable("%s cannot be read: %s".formatted(data, FileFault.words(e)));
        }
    }
}
