package dev.dockhand.model;

import dev.dockhand.rules.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.dockhand.model");
    }
}
