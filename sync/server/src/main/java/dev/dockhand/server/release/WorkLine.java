package dev.dockhand.server.release;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.order.OrderQuantities;
import dev.dockhand.server.stock.StockKey;

/**
 * A line of a pick list as the server knows it.
 *
 * @param line 1, 2, 3 … in walking order
 * @param goods what, of the allocated lot
 * @param location where it was allocated
 * @param quantity units to take
 * @param picked units taken so far
 * @param shorted units found missing so far
 * @param writtenOff missing units that a supervisor has taken off the books
 * @param lost picked units that were missing or damaged at the bench; they are no longer picked, and not wanted here
 * @param replaced missing units that others were allocated for
 * @param givenUp missing units that the parcel goes without
 * @param refill whether the line stands in for units that were lost at the bench
 * @param orderLine the line of the order that it is for
 */
public record WorkLine(
        int line,
        Goods goods,
        LocationCode location,
        int quantity,
        int picked,
        int shorted,
        int writtenOff,
        int lost,
        int replaced,
        int givenUp,
        boolean refill,
        int orderLine) {

    /** Kind of item. */
    public ItemId item() {
        return goods.item();
    }

    /**
     * Units that this line keeps from being promised to others. Work that somebody may still pick keeps what is not
     * picked; other work only keeps what was found missing, until a supervisor has written it off: the ledger still counts
     * it as there.
     *
     * @param pickable see {@link Work#isPickable}
     */
    public int reserved(boolean pickable) {
        return Math.max(0, pickable ? quantity - lost - picked - writtenOff : shorted - writtenOff);
    }

    /** Units that are neither picked nor found missing. */
    public int left() {
        return Math.max(0, quantity - lost - picked - shorted);
    }

    private WorkLine counting(
            int toTake, int nowPicked, int nowShorted, int offBooks, int nowLost, int nowReplaced, int nowGivenUp) {
        return new WorkLine(
                line,
                goods,
                location,
                toTake,
                nowPicked,
                nowShorted,
                offBooks,
                nowLost,
                nowReplaced,
                nowGivenUp,
                refill,
                orderLine);
    }

    /** The line after more was picked or found missing; negative numbers take it back. */
    public WorkLine plus(int morePicked, int moreShorted) {
        return counting(
                quantity,
                Math.max(0, picked + morePicked),
                Math.max(0, shorted + moreShorted),
                writtenOff,
                lost,
                replaced,
                givenUp);
    }

    /** The line after picked units were lost at the bench; negative numbers take it back. */
    WorkLine lose(int units) {
        return counting(
                quantity,
                Math.max(0, picked - units),
                shorted,
                writtenOff,
                Math.max(0, lost + units),
                replaced,
                givenUp);
    }

    /** The line with fewer units to take. */
    WorkLine fewer(int units) {
        return counting(quantity - units, picked, shorted, writtenOff, lost, replaced, givenUp);
    }

    /** A line that stands in for units that were lost at the bench. */
    static WorkLine refill(int line, int orderLine, Allocation.Take take) {
        StockKey key = take.from().key();
        return new WorkLine(line, key.goods(), take.from().location(), take.units(), 0, 0, 0, 0, 0, 0, true, orderLine);
    }

    /** Units that are missing and that nobody has answered for; negative when some were found after that. */
    int missed() {
        return lost + shorted - replaced - givenUp;
    }

    /** The line after others were allocated for missing units; negative numbers take it back. */
    WorkLine replace(int units) {
        return counting(quantity, picked, shorted, writtenOff, lost, replaced + units, givenUp);
    }

    /** The line after it was decided to go without missing units. */
    WorkLine giveUp(int units) {
        return counting(quantity, picked, shorted, writtenOff, lost, replaced, givenUp + units);
    }

    /** Units not found at their place that somebody has answered for: they are not looked for any more. */
    private int answered() {
        return Math.clamp(replaced + givenUp - lost, 0, shorted);
    }

    /** Units that a station is to take. */
    int wanted() {
        return Math.max(0, quantity - lost - answered());
    }

    /** The line after missing units were taken off the books. */
    WorkLine writeOff(int units) {
        return counting(quantity, picked, shorted, writtenOff + units, lost, replaced, givenUp);
    }

    /**
     * What the line means for its order's line, of a shipment that has come so far. Units that stand in for lost ones are
     * those that were allocated before.
     */
    OrderQuantities.Units units(TaskStage stage) {
        return stage == TaskStage.CANCELLED
                ? OrderQuantities.Units.NONE
                : OrderQuantities.Units.worked(
                        (refill ? 0 : quantity) - givenUp, picked, stage == TaskStage.PACKED ? picked : 0);
    }

    /** The line as a station gets it. */
    PickLine forStation() {
        return new PickLine(
                line, goods, location, Quantity.of(wanted()), Quantity.of(picked), Quantity.of(shorted - answered()));
    }
}
