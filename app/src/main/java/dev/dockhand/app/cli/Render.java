package dev.dockhand.app.cli;

import dev.dockhand.hardware.label.Bitmap;
import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.LabelTemplates;
import dev.dockhand.hardware.label.PdfPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the bytes that {@link Print} would send. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the bytes that print would send to a file.",
            "A file named .png gets a picture of them (of many labels: one file each, name-0001.png), a file named"
                    + " .pdf a",
            "page of each, or with --paper A4 as many labels on a page as fit, with cut marks."
        })
final class Render extends Common implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin
    private LabelRows rows = new LabelRows();

    @Mixin
    private LabelOptions options = new LabelOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write")
    private Path out = Path.of("");

    @Option(names = "--paper", paramLabel = "NAME", description = "what a PDF is printed on: label (default) or a4")
    private PdfPages.@Nullable Paper paper;

    Render(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        boolean pdf = isNamed(".pdf");
        if (paper != null && !pdf) {
            return refuse(MISUSED, "--paper is for a file named .pdf");
        }
        LabelTemplates templates = LabelTemplates.bundled(clock);
        try {
            LabelBatch batch = LabelBatch.of(options, templates, rows.label(), rows.read(templates));
            if (pdf) {
                write(batch, out, pdf(batch, paper == null ? PdfPages.Paper.LABEL : paper));
            } else if (isNamed(".png")) {
                pictures(batch);
            } else if (batch.size() > 1 && batch.language().isFile()) {
                return refuse(MISUSED, "several labels are one file as .pdf, or one each as .png");
            } else {
                write(batch, out, bytes(batch));
            }
            return DONE;
        } catch (LabelBatch.WrongRows e) {
            return refuse(e);
        } catch (LabelOptions.Unusable | LabelException e) {
            return refuse(NOT_DONE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refuse(NOT_DONE, "%s cannot be written: %s".formatted(out, FileFault.words(e)));
        }
    }

    private boolean isNamed(String ending) {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** The labels as one PDF, drawn from their bytes. */
    static byte[] pdf(LabelBatch batch, PdfPages.Paper paper) throws LabelException {
        PdfPages pages = new PdfPages(paper, batch.dpi());
        for (int number = 1; number <= batch.size(); number++) {
            pages.add(Bitmap.of(batch.drawn(number).image()));
        }
        return pages.bytes();
    }

    private static byte[] bytes(LabelBatch batch) throws LabelException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int number = 1; number <= batch.size(); number++) {
            bytes.writeBytes(batch.written(number).bytes());
        }
        return bytes.toByteArray();
    }

    private void pictures(LabelBatch batch) throws LabelException, IOException {
        String name = out.toString();
        for (int number = 1; number <= batch.size(); number++) {
            Path file = batch.size() == 1
                    ? out
                    : Path.of("%s-%04d.png".formatted(name.substring(0, name.length() - 4), number));
            write(batch, file, batch.drawn(number).png());
        }
    }

    private void write(LabelBatch batch, Path file, byte[] content) throws IOException, LabelException {
        Files.write(file, content);
        report().print(Report.line()
                .with("label", rows.label())
                .with("file", file.toString())
                .with("bytes", content.length)
                .with("labels", batch.size() == 1 ? null : batch.size())
                .with(
                        "warning",
                        batch.size() == 1
                                ? LabelOptions.words(batch.written(1).notices()).orElse(null)
                                : null));
    }
}
