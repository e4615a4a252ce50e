package dev.dockhand.app.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java of this class path as a process of its own: started, stopped, killed, and asked for its memory. */
final class Jvm {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern LIVING = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final int PATIENCE_SECONDS = 15;

    private Jvm() {}

    /**
     * Prepares one.
     *
     * @param options of the JVM
     * @param main its class and arguments
     */
    static ProcessBuilder of(List<String> options, List<String> main) {
        List<String> command = new ArrayList<>(List.of(program("java")));
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(main);
        return new ProcessBuilder(command);
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Kills it as the system does, whatever it does, and waits for its end. */
    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("a process that was killed lives on: " + process.pid());
        }
    }

    /** Stops it where it is. */
    static void stop(Process process) throws InterruptedException {
        signal(process, "-STOP");
    }

    /** Lets it go on. */
    static void goOn(Process process) throws InterruptedException {
        signal(process, "-CONT");
    }

    private static void signal(Process process, String signal) throws InterruptedException {
        run(List.of("kill", signal, Long.toString(process.pid())));
    }

    /** Bytes of the machine's memory that it has; none where the system does not tell. */
    static OptionalLong resident(Process process) {
        try {
            return found(RESIDENT, Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")), 1024);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Bytes of its objects behind a collection of all garbage; none where it does not answer. */
    static OptionalLong living(Process process) throws InterruptedException {
        return found(LIVING, run(List.of(program("jcmd"), Long.toString(process.pid()), "GC.class_histogram")), 1);
    }

    private static OptionalLong found(Pattern pattern, String text, long unit) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? OptionalLong.of(unit * Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    private static String run(List<String> command) throws InterruptedException {
        try {
            Path said = Files.createTempFile("dockhand-soak", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                return Files.readString(said);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
