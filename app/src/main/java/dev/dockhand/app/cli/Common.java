package dev.dockhand.app.cli;

import dev.dockhand.app.ui.texts.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has. */
abstract class Common {

    /** It did what was asked. */
    static final int DONE = 0;

    /** It did not; the reason was printed. */
    static final int NOT_DONE = 1;

    /** What was asked for made no sense. */
    static final int MISUSED = 2;

    /** What {@code --count} cannot be. */
    static final String NO_COUNT = "--count is a number from 1 on, not %d";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    Report report() {
        return new Report(out(), json);
    }

    /** Where results go. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Names every wrong row; one label alone is no row. */
    int refuse(LabelBatch.WrongRows wrong) {
        if (wrong.of() == 1) {
            return refuse(NOT_DONE, wrong.rows().getFirst().why());
        }
        Texts texts = Texts.in(Locale.getDefault());
        wrong.rows().forEach(row -> {
            if (json) {
                report().print(Report.line().with("line", row.line()).with("error", row.why()));
            } else {
                refuse(NOT_DONE, texts.of("batch.line", Long.toString(row.line()), row.why()));
            }
        });
        return refuse(NOT_DONE, texts.of("batch.wrong", wrong.rows().size(), wrong.of()));
    }

    /** Says why something could not be done, and returns the exit code for it. */
    int refuse(int code, String message) {
        if (json) {
            report().print(Report.line().with("error", message));
        } else {
            spec.commandLine().getErr().println(message);
            spec.commandLine().getErr().flush();
        }
        return code;
    }
}
