package dev.dockhand.rules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super("dev.dockhand.rules");
    }
}
