package dev.dockhand.app.cli;

import dev.dockhand.hardware.scan.LayoutCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges what a keyboard scanner made of the set-up code. */
@Command(
        name = "check-layout",
        mixinStandardHelpOptions = true,
        description = {
            "Reads one line that a keyboard scanner typed from the set-up code, on standard input, and says which",
            "characters were damaged and what to set. Exit code 0 only when the code came whole."
        })
final class CheckLayout extends Common implements Callable<Integer> {

    private static final int MOST_BYTES = 4096;

    private final InputStream in;

    @Option(
            names = "--label-data",
            description = "print the fields of the label with the set-up code instead, for print and render")
    private boolean labelData;

    CheckLayout(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        if (labelData) {
            new Report(out(), true)
                    .print(Report.line().with("code", LayoutCheck.SET_UP_CODE).with("title", "Set-up code"));
            return DONE;
        }
        String typed = line();
        if (typed.isEmpty()) {
            return refuse(NOT_DONE, "nothing was typed");
        }
        LayoutCheck.Result result = LayoutCheck.judge(LayoutCheck.SET_UP_CODE, typed);
        report().print(Report.line().with("whole", result.isGood()).with("arrived", typed));
        result.damages()
                .forEach(damage -> report().print(Report.line()
                        .with("position", damage.position() + 1)
                        .with("printed", damage.shown())
                        .with("arrived", damage.arrived())));
        result.advice()
                .forEach(advice -> report().print(Report.line()
                        .with("advice", advice.name())
                        .with("words", advice.words(Locale.getDefault()))));
        return result.isGood() ? DONE : NOT_DONE;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && next != '\r' && line.size() < MOST_BYTES) {
            line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
