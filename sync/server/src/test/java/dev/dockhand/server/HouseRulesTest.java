package dev.dockhand.server;

import dev.dockhand.rules.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.dockhand.server");
    }
}
