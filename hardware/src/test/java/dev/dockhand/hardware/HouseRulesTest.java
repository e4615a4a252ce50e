package dev.dockhand.hardware;

import dev.dockhand.rules.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.dockhand.hardware");
    }
}
