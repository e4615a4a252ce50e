package dev.dockhand.server.store.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's own programs. They refuse to run as root; where we are root they run in a user namespace without
 * rights ({@code unshare -U}).
 */
final class Programs {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int LONGEST_REPORT = 2000;

    private final Binaries binaries;
    private final Path output;
    private final List<String> prefix;

    private Programs(Binaries binaries, Path output, List<String> prefix) {
        this.binaries = binaries;
        this.output = output;
        this.prefix = prefix;
    }

    /**
     * Finds out how they can be run here.
     *
     * @param output file that takes what they print
     */
    static Programs of(Binaries binaries, Path output) throws IOException {
        if (!isRoot()) {
            return new Programs(binaries, output, List.of());
        }
        if (!LinuxUtils.isUnshareAvailable()) {
            throw new IOException(
                    "PostgreSQL does not run as root, and this machine allows no user namespace (unshare -U)."
                            + " Start the server as a user of its own, or name a database by --database");
        }
        return new Programs(binaries, output, List.of("unshare", "-U"));
    }

    private static boolean isRoot() {
        return !Binaries.isWindows() && System.getProperty("user.name").equals("root");
    }

    /**
     * Runs one and waits for its end.
     *
     * @return whether it ended well
     */
    boolean succeeds(String program, List<String> arguments) throws IOException {
        return run(program, arguments) == 0;
    }

    /**
     * Runs one and waits for its end.
     *
     * @throws IOException with what it printed, when it did not end well
     */
    void demand(String program, List<String> arguments) throws IOException {
        int code = run(program, arguments);
        if (code != 0) {
            throw new IOException("%s ended with code %d: %s".formatted(program, code, report()));
        }
    }

    private String report() throws IOException {
        String text = Files.readString(output, StandardCharsets.UTF_8).strip();
        return text.length() <= LONGEST_REPORT ? text : text.substring(text.length() - LONGEST_REPORT);
    }

    private int run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return ended(program, builder.start());
    }

    private static int ended(String program, Process process) throws IOException {
        try {
            if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroy();
            throw new IOException("%s did not end within %d s".formatted(program, LONGEST.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program, e);
        }
    }

    private static Path nothing() {
        return Path.of(Binaries.isWindows() ? "NUL" : "/dev/null");
    }
}
