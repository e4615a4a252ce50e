package dev.dockhand.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The rules that hold in every module: arrows, cycles, forbidden calls, sizes, format and complete bundles.
 * A module activates them by a subclass named {@code HouseRulesTest} that names its root package.
 */
public abstract class HouseRules {

    private final String rootPackage;
    private final Path module;

    /**
     * Rules for the module that the running test belongs to.
     *
     * @param rootPackage the module's root package, for instance {@code dev.dockhand.hardware}
     */
    protected HouseRules(String rootPackage) {
        this(rootPackage, Path.of(System.getProperty("dockhand.module.dir", ".")));
    }

    HouseRules(String rootPackage, Path module) {
        this.rootPackage = rootPackage;
        this.module = module;
    }

    private JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
    }

    @Test
    void arrowsPointAsTheHousePlanSays() {
        JavaClasses classes = classes();
        Arrows.of(rootPackage).forEach(rule -> rule.check(classes));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(rootPackage + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes());
    }

    @Test
    void timeAndChanceAreHandedIn() {
        JavaClasses classes = classes();
        Arrows.timeAndChance().forEach(rule -> rule.check(classes));
    }

    @Test
    void nothingReadsTheZoneOfTheMachine() {
        JavaClasses classes = classes();
        Arrows.zone().forEach(rule -> rule.check(classes));
    }

    @Test
    void filesAndMethodsStaySmall() {
        assertThat(Sizes.violations(module)).isEmpty();
    }

    @Test
    void sourcesAreFormatted() {
        assertThat(Format.unformatted(module))
                .as("run `mvn -Pformat process-classes -pl packaging/rules` to format these")
                .isEmpty();
    }

    @Test
    void bundlesAreCompleteInKoreanAndEnglish() {
        assertThat(Bundles.violations(module)).isEmpty();
    }
}
