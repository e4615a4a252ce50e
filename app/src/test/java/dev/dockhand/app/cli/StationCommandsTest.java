package dev.dockhand.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class StationCommandsTest {

    private final StringWriter out = new StringWriter();

    @Test
    void whatNobodyForesawIsOneLineAndNoStackTrace() {
        assertThat(run()).isEqualTo(Common.NOT_DONE);
        assertThat(out.toString()).isEqualTo("dockhand-station: no window today" + System.lineSeparator());
    }

    @Test
    void itIsAnObjectWhereObjectsWereAskedFor() {
        assertThat(run("fail", "--json")).isEqualTo(Common.NOT_DONE);
        assertThat(out.toString().strip()).isEqualTo("{\"error\":\"dockhand-station: no font today\"}");
    }

    private int run(String... arguments) {
        CommandLine commands =
                StationCommands.of(InputStream.nullInputStream(), InstantSource.system(), Ran.NOTHING_SET, start -> {
                    throw new IllegalStateException("no window today");
                });
        commands.addSubcommand(new Failing());
        commands.setExecutionExceptionHandler(commands.getExecutionExceptionHandler());
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        return commands.execute(arguments);
    }

    @Command(name = "fail")
    static final class Failing extends Common implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("no font today");
        }
    }
}
