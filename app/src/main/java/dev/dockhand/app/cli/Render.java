package dev.dockhand.app.cli;

import dev.dockhand.hardware.label.LabelException;
import dev.dockhand.hardware.label.WrittenLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the bytes that {@link Print} would send. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Writes the bytes that print would send to a file; a file named .png gets a picture of them.")
final class Render extends Common implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin
    private LabelOptions options = new LabelOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write")
    private @Nullable Path out;

    Render(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (out == null) {
            return refuse(MISUSED, "--out is missing");
        }
        try {
            WrittenLabel written = options.written(clock);
            byte[] bytes = written.bytes();
            byte[] content = out.toString().endsWith(".png") ? options.picture(bytes) : bytes;
            Files.write(out, content);
            report().print(Report.line()
                    .with("label", options.label())
                    .with("file", out.toString())
                    .with("bytes", content.length)
                    .with("warning", LabelOptions.words(written.notices()).orElse(null)));
            return DONE;
        } catch (LabelOptions.Unusable | LabelException e) {
            return refuse(NOT_DONE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refuse(NOT_DONE, "%s cannot be written: %s".formatted(out, FileFault.words(e)));
        }
    }
}
