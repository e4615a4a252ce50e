package dev.dockhand.app;

import dev.dockhand.rules.HouseRules;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.dockhand.app");
    }
}
