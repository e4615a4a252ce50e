package dev.dockhand.app.device;

import dev.dockhand.hardware.scan.Scan;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the bench needs of the devices that stand on it. */
public interface BenchDevices {

    /** Tells of every scan, in the order of scanning; must not block. */
    void onScan(Consumer<DecodedScan> listener);

    /**
     * Whether a scanner read a code twice and the second reading is to be left out. It is counted for the set-up page; the
     * caller tells the operator.
     *
     * @param scan the second reading, or the first
     * @param counting tells whether the same code again is one more unit now; asked only where a scanner leaves codes out
     */
    boolean isRepeat(Scan scan, BooleanSupplier counting);

    /**
     * Tells a scanner what came of its last code; does nothing for one that cannot be told.
     *
     * @param device the scanner's name
     * @param good whether the code was what the station wanted
     */
    void answer(String device, boolean good);

    /** Tells that a lamp or the live weight may have changed; must not block. */
    void onChange(Runnable listener);

    /** A lamp each. */
    List<DeviceLamp> lamps();

    /** Where labels are printed. */
    LabelPrinting labels();

    /** Where parcels are weighed. */
    Weighing weigher();
}
