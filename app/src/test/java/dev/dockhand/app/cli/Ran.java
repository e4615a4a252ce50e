package dev.dockhand.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.app.machine.MachineSettings;
import dev.dockhand.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * A command that was run, without a process of its own.
 *
 * @param code its exit code
 * @param out all that it printed
 */
record Ran(int code, String out) {

    /** No environment and no file. */
    static final MachineSettings NOTHING_SET = new MachineSettings(Map.of(), Path.of("/nowhere/station.conf"));

    /** Runs a command. */
    static Ran run(String... arguments) {
        return typing("", arguments);
    }

    /** Runs a command while somebody types. */
    static Ran typing(String typed, String... arguments) {
        return with(NOTHING_SET, typed, arguments);
    }

    /** Runs a command on a machine with settings. */
    static Ran with(MachineSettings settings, String typed, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine commands = StationCommands.of(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                InstantSource.system(),
                settings,
                start -> Optional.empty());
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        return new Ran(commands.execute(arguments), out.toString());
    }

    /** What was printed with {@code --json}, object by object. */
    List<JsonNode> lines() {
        return out.lines().map(Ran::json).toList();
    }

    /** The values of a field, of the lines that have it. */
    List<String> fields(String name) {
        return lines().stream()
                .filter(line -> line.has(name))
                .map(line -> line.get(name).asText())
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
