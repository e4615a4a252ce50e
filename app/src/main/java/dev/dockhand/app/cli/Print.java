package dev.dockhand.app.cli;

import dev.dockhand.hardware.label.LabelTemplates;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints labels, each once. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = {
            "Prints one label, or all of a file, each once, and says how far it is proved that it came out.",
            "All rows are checked before the first label leaves; a batch stops at a label that did not come out."
        })
final class Print extends Common implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin
    private PrinterOptions printer = new PrinterOptions();

    @Mixin
    private LabelRows rows = new LabelRows();

    @Mixin
    private LabelOptions options = new LabelOptions();

    Print(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!printer.isGiven()) {
            return refuse(MISUSED, "--printer is missing");
        }
        LabelTemplates templates = LabelTemplates.bundled(clock);
        try {
            return printer.print(this, LabelBatch.of(options, templates, rows.label(), rows.read(templates)), clock);
        } catch (LabelOptions.Unusable e) {
            return refuse(NOT_DONE, String.valueOf(e.getMessage()));
        } catch (LabelBatch.WrongRows e) {
            return refuse(e);
        }
    }
}
