package dev.dockhand.app.cli;

import dev.dockhand.app.ui.sheet.CommandSheet;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.label.PdfPages;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the command sheet. */
@Command(
        name = "sheet",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every command barcode: on labels of 100 x 150 mm, eight each, or as cards to cut out, on a PDF of"
                    + " A4."
        })
final class Sheet extends Common implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin
    private PrinterOptions printer = new PrinterOptions();

    @Mixin
    private LabelOptions options = new LabelOptions();

    @Option(names = "--pdf", paramLabel = "FILE", description = "where to write the PDF")
    private @Nullable Path pdf;

    @Option(
            names = "--words",
            paramLabel = "ko|en",
            description = "language of the words; that of this machine if left out")
    private @Nullable String words;

    Sheet(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (printer.isGiven() == (pdf != null)) {
            return refuse(MISUSED, "either --printer or --pdf");
        }
        Locale locale = words == null ? Locale.getDefault() : Locale.of(words);
        if (words != null && !Texts.LANGUAGES.contains(locale)) {
            return refuse(MISUSED, "--words is ko or en, not " + words);
        }
        Texts texts = Texts.in(locale);
        try {
            if (pdf == null) {
                return printer.print(this, batch(CommandSheet.LABEL, CommandSheet.labels(texts)), clock);
            }
            LabelBatch cards = batch(
                    LabelTemplates.COMMAND,
                    CommandSheet.entries(texts).stream()
                            .map(entry -> Map.<String, Object>of("title", entry.words(), "code", entry.barcode()))
                            .toList());
            byte[] content = Render.pdf(cards, PdfPages.Paper.A4);
            Files.write(pdf, content);
            report().print(Report.line()
                    .with("file", pdf.toString())
                    .with("bytes", content.length)
                    .with("labels", cards.size()));
            return DONE;
        } catch (LabelBatch.WrongRows e) {
            return refuse(e);
        } catch (LabelOptions.Unusable | LabelException e) {
            return refuse(NOT_DONE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refuse(NOT_DONE, "%s cannot be written: %s".formatted(pdf, FileFault.words(e)));
        }
    }

    private LabelBatch batch(String template, List<Map<String, Object>> labels)
            throws LabelOptions.Unusable, LabelBatch.WrongRows {
        List<LabelRows.Row> rows = new ArrayList<>();
        labels.forEach(label ->
                rows.add(new LabelRows.Row(rows.size() + 1L, Json.mapper().valueToTree(label))));
        return LabelBatch.of(options, LabelTemplates.bundled(clock), template, rows);
    }
}
