package dev.dockhand.hardware.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Scans judged by GS1's own syntax engine. */
class SyntaxEngineCasesTest {

    private final Gs1Reader reader =
            new Gs1Reader(ApplicationIdentifiers.load(), InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

    @TestFactory
    List<DynamicTest> agreeWithTheSyntaxEngine() throws IOException {
        List<String> lines = cases();
        assertThat(lines).hasSize(440);
        return lines.stream()
                .map(line -> line.split("\t", 3))
                .map(columns -> DynamicTest.dynamicTest(columns[1] + " " + columns[2], () -> judge(columns)))
                .toList();
    }

    private void judge(String[] columns) {
        String scan = new String(HexFormat.of().parseHex(columns[0]), StandardCharsets.ISO_8859_1);
        Gs1Result result = reader.read(scan.substring(0, 3), scan.substring(3)).orElseThrow();
        if (columns[1].equals("ok")) {
            assertThat(result).isInstanceOf(Gs1.class).hasToString(columns[2].replace("\\(", "("));
        } else {
            assertThat(result).isInstanceOf(Gs1Failure.class);
            Gs1Failure failure = (Gs1Failure) result;
            assertThat(failure.message()).isNotBlank();
            assertThat(columns[2])
                    .satisfiesAnyOf(
                            reason -> assertThat(reason).contains("(" + failure.identifier() + ")"),
                            // The engine names no identifier where it knows none, and looks for a caret before anything
                            // else.
                            reason -> assertThat(reason).startsWith("No known AI"),
                            reason -> assertThat(reason).contains("illegal ^"));
        }
    }

    private static List<String> cases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SyntaxEngineCasesTest.class.getResourceAsStream("/gs1/cases.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
