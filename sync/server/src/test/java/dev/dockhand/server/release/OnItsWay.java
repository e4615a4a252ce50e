package dev.dockhand.server.release;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.order.OrderQuantities;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order of three units on its way, at a station. */
final class OnItsWay {

    static final int ALL = 3;
    static final OrderId ORDER = TestWarehouse.order("O-1");
    static final Goods GOODS = Goods.of(TestWarehouse.id("A"));

    private final TestWarehouse warehouse;
    private final TestStation one;
    /** What was granted last, absent before. */
    @Nullable
    ShipmentTask task;

    OnItsWay(TestWarehouse warehouse, TestStation one) {
        this.warehouse = warehouse;
        this.one = one;
    }

    /** Brings the order so far. */
    void come(Far far) {
        warehouse.order("O-1", Map.of("A", far == Far.WAITING ? ALL + 1 : ALL));
        if (far == Far.CANCELLED) {
            warehouse.orders.cancel(warehouse.site, ORDER);
        }
        if (far.isAtLeast(Far.GRANTED)) {
            grant(far);
        }
        if (far.isAtLeast(Far.HANDED_OVER)) {
            new HandOver(warehouse.feed, warehouse.time).take(warehouse.site, task.shipment(), "kim");
        }
        if (far.isAtLeast(Far.DELIVERED)) {
            follow("delivered");
        }
        if (far.isAtLeast(Far.RETURNED)) {
            follow("returned");
        }
    }

    private void work(ShipmentTask work, Far far) {
        if (far.isAtLeast(Far.PARTLY_PICKED)) {
            one.pick(work, work.lines().getFirst(), 2);
        }
        if (far.isAtLeast(Far.PICKED)) {
            one.pick(work, work.lines().getFirst(), 1);
            one.act(work, new Act.PickFinished(one.tote()));
        }
        if (far.isAtLeast(Far.CHECKED)) {
            one.act(work, new Act.ItemPacked(1, GOODS.item(), Quantity.of(ALL)));
        }
        if (far.isAtLeast(Far.WEIGHED)) {
            one.act(work, new Act.ParcelWeighed(1, new Grams(BigDecimal.TEN), null, true, "", "scale", "", null));
        }
        if (far.isAtLeast(Far.LABELLED)) {
            one.act(work, new Act.LabelPrinted(1, work.waybill(), 1, "CONFIRMED", "CLEAR", ""));
        }
        if (far.isAtLeast(Far.PACKED)) {
            one.packed(work);
        }
    }

    private void follow(String quantity) {
        warehouse.execute(
                "UPDATE order_line SET %s = :units WHERE company = :company AND warehouse = :warehouse"
                        .formatted(quantity),
                Map.of("units", ALL));
        warehouse.feed.useTransaction(warehouse.site, tx -> OrderQuantities.settle(tx, ORDER));
    }

    /** Work is granted and done so far. */
    void grant(Far far) {
        task = warehouse.grant(one, 1).getFirst();
        work(task, far);
        one.push();
    }
}
