package dev.dockhand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the compiler with the arguments of the parent pom on code that must not compile. */
class CompilerGateTest {

    private static final Pattern ARGUMENT = Pattern.compile("<arg>([^<]+)</arg>");

    @TempDir
    private Path folder;

    private String compile(String source) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("Canary.java"), source);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(argumentsOfTheBuild());
        String path = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", path, "-processorpath", path, "-d", folder.toString(), file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        return process.waitFor() == 0 ? "" : output;
    }

    private static List<String> argumentsOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("dockhand.module.dir"), "..", "..", "pom.xml"));
        String compile =
                pom.substring(pom.indexOf("<id>default-compile</id>"), pom.indexOf("<id>default-testCompile</id>"));
        List<String> arguments = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(compile);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    @Test
    void soundCodeCompiles() throws Exception {
        assertThat(compile("/** Sound. */ class Canary { int one() { return 1; } }"))
                .isEmpty();
    }

    @Test
    void aNullThatNobodyAllowedDoesNotCompile() throws Exception {
        assertThat(compile("""
            @org.jspecify.annotations.NullMarked
            class Canary { String nothing() { return null; } }
            """)).contains("[NullAway]");
    }

    @Test
    void anErrorPronePatternDoesNotCompile() throws Exception {
        assertThat(compile("class Canary { boolean same(int[] a) { return a.equals(a.clone()); } }"))
                .contains("[ArrayEquals]");
    }

    @Test
    void aWarningDoesNotCompile() throws Exception {
        assertThat(compile("class Canary { java.util.List raw; }")).contains("[rawtypes]");
    }
}
