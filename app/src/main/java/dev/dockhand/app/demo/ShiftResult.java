package dev.dockhand.app.demo;

import dev.dockhand.app.demo.ShiftPlan.Incident;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WaybillNumber;
import java.util.List;
import java.util.Set;

/**
 * What came of a shift, as the operator saw and heard it.
 *
 * @param goods every act that was called good, in order
 * @param parcels every parcel that was closed
 * @param cancelled orders that were called off at the bench
 * @param happened the incidents that really happened
 * @param scanNanos from each pull of the trigger to its verdict
 * @param labelNanos from each last act before a label to the label in hand
 */
public record ShiftResult(
        List<Good> goods,
        List<Parcel> parcels,
        List<OrderId> cancelled,
        Set<Incident> happened,
        List<Long> scanNanos,
        List<Long> labelNanos) {

    /** Copies everything. */
    public ShiftResult {
        goods = List.copyOf(goods);
        parcels = List.copyOf(parcels);
        cancelled = List.copyOf(cancelled);
        happened = Set.copyOf(happened);
        scanNanos = List.copyOf(scanNanos);
        labelNanos = List.copyOf(labelNanos);
    }

    /**
     * An act that was called good.
     *
     * @param verdict number of the verdict
     * @param key what was said
     * @param step the step after it
     */
    public record Good(long verdict, String key, String step) {}

    /**
     * A parcel that was closed.
     *
     * @param order order
     * @param waybill number that was scanned from the label on it
     */
    public record Parcel(OrderId order, WaybillNumber waybill) {}

    /**
     * A percentile.
     *
     * @param nanos durations
     * @param percent 0 to 100
     * @return milliseconds, 0 where there are no durations
     */
    public static double millis(List<Long> nanos, double percent) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        int index = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
        return sorted.get(Math.clamp(index, 0, sorted.size() - 1)) / 1e6;
    }
}
