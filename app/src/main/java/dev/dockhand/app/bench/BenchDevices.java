package dev.dockhand.app.bench;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The devices that stand on the bench, behind one door: what the bench needs of them and no more. */
public interface BenchDevices {

    /** Tells of every scan, in the order of scanning; must not block. */
    void onScan(Consumer<Code> listener);

    /** Tells that a lamp or the live weight may have changed; must not block. */
    void onChange(Runnable listener);

    /** A lamp each. */
    List<DeviceLamp> lamps();

    /** Where labels are printed. */
    LabelDesk labels();

    /** Where parcels are weighed. */
    WeighDesk weigher();

    /**
     * A scanned code.
     *
     * @param aim the scanner's symbology identifier, absent when it sent none
     * @param text what was scanned
     * @param repaired whether a wrong keyboard layout was mended
     */
    record Code(@Nullable String aim, String text, boolean repaired) {}
}
