package dev.dockhand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeLevelTest {

    @ParameterizedTest
    @CsvSource({"25.0.3+9-LTS, 25.0.3", "25.0.4, 25.0.3", "26+1, 25.0.3", "25.0.3.1, 25.0.3", "25.0.10, 25.0.3"})
    void aRuntimeOfThatLevelOrNewerIsPacked(String runtime, String least) {
        assertThat(fault(runtime, least)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"25.0.2+10, 25.0.3", "25+36, 25.0.3", "24.0.9, 25.0.3"})
    void anOlderOneIsRefusedByItsVersion(String runtime, String least) {
        assertThat(fault(runtime, least)).contains("Java " + runtime, "least is " + least);
    }

    private static String fault(String runtime, String least) {
        return RuntimeLevel.fault(Runtime.Version.parse(runtime), Runtime.Version.parse(least));
    }
}
