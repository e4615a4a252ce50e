package dev.dockhand.server.release;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The work on one shipment as the server knows it.
 *
 * @param task key
 * @param shipment the parcel-to-be
 * @param order order that it belongs to
 * @param stage how far it has come
 * @param holder who holds the lease, absent when nobody does
 * @param token newest token, 0 before the first grant
 * @param tote where picked goods are, absent before the first pick
 * @param waybills numbers of its boxes, from the first on; none before the first grant
 * @param cancelSeen whether an operator has answered the cancel
 * @param closing when and by whom the parcel was closed or called off; absent while it is open
 * @param halted whether it may not go on before an answer to what is missing
 * @param lines the pick list by line
 */
public record Work(
        TaskId task,
        ShipmentId shipment,
        OrderId order,
        TaskStage stage,
        @Nullable StationId holder,
        long token,
        @Nullable ToteCode tote,
        List<WaybillNumber> waybills,
        boolean cancelSeen,
        Shipment.@Nullable Closing closing,
        boolean halted,
        Map<Integer, WorkLine> lines) {

    /** Copies the lists. */
    public Work {
        waybills = List.copyOf(waybills);
        lines = Map.copyOf(lines);
    }

    /** Whether it can still be picked and packed. */
    public boolean isOpen() {
        return stage == TaskStage.RELEASED || stage == TaskStage.PICKED;
    }

    /**
     * Whether somebody may still take units for it: while it is open, and after it was called off until its holder has
     * answered, since a holder without a network does not know and goes on.
     */
    public boolean isPickable() {
        return isOpen() || stage == TaskStage.CANCELLED && holder != null && !cancelSeen;
    }

    /** Whether this station works under the newest lease. */
    public boolean isHeldBy(StationId station, @Nullable Long leaseToken) {
        return station.equals(holder) && leaseToken != null && leaseToken == token;
    }

    /** The same work at another stage. Once it was picked, what was not found at its place is asked about. */
    public Work at(TaskStage newStage) {
        boolean asks =
                newStage == TaskStage.PICKED || lines.values().stream().anyMatch(line -> line.lost() > 0) && halted;
        return new Work(
                task, shipment, order, newStage, holder, token, tote, waybills, cancelSeen, closing, asks, lines);
    }

    private Work halted(boolean now) {
        return new Work(task, shipment, order, stage, holder, token, tote, waybills, cancelSeen, closing, now, lines);
    }

    /** The same work after its parcel was closed or called off; with nothing it is open again. */
    public Work ended(Shipment.@Nullable Closing end) {
        return new Work(task, shipment, order, stage, holder, token, tote, waybills, cancelSeen, end, halted, lines);
    }

    /** The same work with another holder and token. */
    public Work leasedTo(@Nullable StationId newHolder, long newToken) {
        return new Work(
                task, shipment, order, stage, newHolder, newToken, tote, waybills, cancelSeen, closing, halted, lines);
    }

    /** The same work with its goods in a tote; while there are none, the tote is free for others. */
    public Work in(@Nullable ToteCode newTote) {
        @Nullable ToteCode used = lines.values().stream().anyMatch(line -> line.picked() > 0) ? newTote : null;
        return new Work(
                task, shipment, order, stage, holder, token, used, waybills, cancelSeen, closing, halted, lines);
    }

    /** The same work after its cancel was answered, or that answer taken back. */
    public Work cancelSeen(boolean seen) {
        return new Work(task, shipment, order, stage, holder, token, tote, waybills, seen, closing, halted, lines);
    }

    /** The number of the first box, absent before the first grant. */
    public @Nullable WaybillNumber waybill() {
        return waybills.isEmpty() ? null : waybills.getFirst();
    }

    /** The same work with these numbers on its boxes. */
    public Work carrying(List<WaybillNumber> numbers) {
        return new Work(task, shipment, order, stage, holder, token, tote, numbers, cancelSeen, closing, halted, lines);
    }

    /** The same work with one line changed. */
    public Work with(WorkLine changed) {
        Map<Integer, WorkLine> copy = new TreeMap<>(lines);
        copy.put(changed.line(), changed);
        return new Work(task, shipment, order, stage, holder, token, tote, waybills, cancelSeen, closing, halted, copy)
                .in(tote);
    }

    /**
     * The same work after units of a line were picked or found missing; negative numbers take it back. Picking may have been told
     * finished before, from an older journal of the station: then what is missing is asked about at once.
     */
    public Work done(int line, int picked, int shorted) {
        WorkLine found = lines.get(line);
        if (found == null) {
            return this;
        }
        Work after = with(found.plus(picked, shorted));
        return shorted > 0 && stage == TaskStage.PICKED ? after.halted(true) : after;
    }

    /** The same work after picked units of a line were lost at the bench; negative numbers take it back. */
    public Work lose(int line, int units) {
        WorkLine found = lines.get(line);
        if (found == null) {
            return this;
        }
        Work after = with(found.lose(units));
        return units < 0 ? after.withoutSpare(found.orderLine()) : after.halted(true);
    }

    /** What was allocated in the place of units that are there after all is not wanted any more. */
    private Work withoutSpare(int orderLine) {
        Work after = this;
        for (WorkLine line : lines.values()) {
            int spare = Math.min(-after.balance(orderLine), line.left());
            if (line.refill() && line.orderLine() == orderLine && spare > 0) {
                after = after.with(line.fewer(spare)).replaced(orderLine, -spare);
            }
        }
        return after.halted(halted && !after.owed().isEmpty());
    }

    private int balance(int orderLine) {
        return lines.values().stream()
                .filter(line -> line.orderLine() == orderLine)
                .mapToInt(WorkLine::missed)
                .sum();
    }

    /** The same work after others were allocated in the place of missing units of a line of the order; or fewer of them. */
    Work replaced(int orderLine, int units) {
        return answered(orderLine, units, WorkLine::replace);
    }

    /** The same work after it was decided to ship without missing units of a line of the order. */
    Work without(int orderLine, int units) {
        return answered(orderLine, units, WorkLine::giveUp);
    }

    private Work answered(int orderLine, int units, BiFunction<WorkLine, Integer, WorkLine> answer) {
        Work after = this;
        int left = units;
        for (WorkLine line : new TreeMap<>(lines).values()) {
            int here = units > 0 ? Math.min(left, line.missed()) : Math.max(left, -line.replaced());
            if (line.orderLine() == orderLine && here * units > 0) {
                after = after.with(answer.apply(line, here));
                left -= here;
            }
        }
        return after.halted(halted && !after.owed().isEmpty());
    }

    /** Units that were not found at their place, or lost at the bench, and that nobody has answered for yet. */
    public List<Need> owed() {
        Map<Integer, Need> owed = new TreeMap<>();
        lines.values()
                .forEach(line -> owed.merge(
                        line.orderLine(),
                        new Need(line.orderLine(), line.item(), line.missed()),
                        (one, other) -> new Need(one.line(), one.item(), one.units() + other.units())));
        return owed.values().stream().filter(need -> need.units() > 0).toList();
    }

    /** Whether it waits for an answer to what is missing. */
    public boolean waits() {
        return halted && isOpen() && !owed().isEmpty();
    }

    /** Whether somebody may say what becomes of its missing units: it waits for that, or was closed without. */
    boolean isToBeDecided() {
        return waits() || stage == TaskStage.PACKED && !owed().isEmpty();
    }

    /** Whether nothing is left to pick and nothing to be found for it. */
    public boolean isAllPicked() {
        return !waits() && lines.values().stream().allMatch(line -> line.left() == 0);
    }

    /** Units to take, by line. */
    Map<Integer, Integer> demand() {
        Map<Integer, Integer> demand = new TreeMap<>();
        lines.values().forEach(line -> demand.put(line.line(), line.wanted()));
        return demand;
    }

    /** The same work with its pick list. */
    Work listing(Map<Integer, WorkLine> pickList) {
        return new Work(
                task, shipment, order, stage, holder, token, tote, waybills, cancelSeen, closing, halted, pickList);
    }

    /** What every station of the warehouse is told. */
    public Feed.TaskChanged change() {
        return new Feed.TaskChanged(new Shipment(task, shipment, order, stage, holder, token, tote, waybills, closing));
    }
}
