package dev.dockhand.station;

import dev.dockhand.rules.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.dockhand.station");
    }
}
