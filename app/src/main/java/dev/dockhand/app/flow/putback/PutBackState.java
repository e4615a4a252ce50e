package dev.dockhand.app.flow.putback;

import dev.dockhand.app.flow.common.Step;

/** Where putting back stands. What lies in a tote is looked up each time, since a tote stands in one place only. */
public sealed interface PutBackState extends Step<PutBackState> permits ScanTote, TakeGoods, Carry, CarryQuantity {

    @Override
    default PutBackState self() {
        return this;
    }
}
