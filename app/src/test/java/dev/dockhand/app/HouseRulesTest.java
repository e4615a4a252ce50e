package dev.dockhand.app;

import dev.dockhand.rules.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.dockhand.app");
    }
}
