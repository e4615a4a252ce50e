package dev.dockhand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.dockhand.app.flow.canary.FlowThatReadsAFile;
import dev.dockhand.hardware.canary.HardwareThatKnowsTheModel;
import dev.dockhand.model.canary.ModelThatKnowsJUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that nobody has seen fail is not a check: each rule meets something that breaks it. */
class RulesSeenRedTest {

    @TempDir
    private Path module;

    private static boolean green(List<ArchRule> rules, Class<?> canary) {
        JavaClasses classes = new ClassFileImporter().importClasses(canary);
        return rules.stream().noneMatch(rule -> rule.evaluate(classes).hasViolation());
    }

    private void write(String file, String text) throws IOException {
        Path path = module.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void anArrowAgainstThePlanIsFound() {
        assertThat(green(Arrows.of("dev.dockhand.hardware"), HardwareThatKnowsTheModel.class))
                .isFalse();
        assertThat(green(Arrows.of("dev.dockhand.model"), ModelThatKnowsJUnit.class))
                .isFalse();
        assertThat(green(Arrows.of("dev.dockhand.app"), FlowThatReadsAFile.class))
                .isFalse();
    }

    @Test
    void aClockReadInPlaceIsFound() {
        assertThat(green(Arrows.timeAndChance(), ModelThatKnowsJUnit.class)).isFalse();
        assertThat(green(Arrows.timeAndChance(), FlowThatReadsAFile.class)).isTrue();
    }

    @Test
    void aZoneThatIsTheMachinesIsFound() {
        assertThat(green(Arrows.zone(), ModelThatKnowsJUnit.class)).isFalse();
        assertThat(green(Arrows.zone(), FlowThatReadsAFile.class)).isTrue();
    }

    @Test
    void aLongFileAndALongMethodAreFound() throws IOException {
        write("src/main/java/Long.java", "class Long {\n" + "\n".repeat(500) + "}\n");
        write("src/main/java/Method.java", "class Method {\n  void m() {\n" + "    ;\n".repeat(70) + "  }\n}\n");
        assertThat(Sizes.violations(module)).hasSize(2).anyMatch(v -> v.contains("Long.java has 502 lines"));
        assertThat(Sizes.violations(module)).anyMatch(v -> v.contains("m has 72 lines"));
    }

    @Test
    void anUnformattedFileIsFound() throws IOException {
        write("src/main/java/Wild.java", "class   Wild{ }");
        assertThat(Format.unformatted(module)).containsExactly("src/main/java/Wild.java");
    }

    @Test
    void missingEmptyDoubleAndUnequalTextsAreFound() throws IOException {
        write("src/main/resources/texts/a.properties", "one=1\ntwo=2 {0}\ntwo=again {0}\nthree=3\n");
        write("src/main/resources/texts/a_ko.properties", "one=\ntwo=2\n");
        write("src/main/resources/texts/lonely.properties", "x=y\n");
        assertThat(Bundles.violations(module))
                .hasSize(5)
                .anyMatch(v -> v.contains("has two twice"))
                .anyMatch(v -> v.contains("a_ko.properties lacks one"))
                .anyMatch(v -> v.contains("a_ko.properties lacks three"))
                .anyMatch(v -> v.contains("two has other placeholders"))
                .anyMatch(v -> v.contains("lonely_ko.properties"));
    }
}
