package dev.dockhand.app.proof;

import dev.dockhand.app.demo.VirtualBench;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;

/** What a person at a bench can do to its devices, and see of them. */
interface Hands {

    /** Holds a barcode before the scanner. */
    void scan(String text) throws InterruptedException;

    /** Puts exactly this on the pan. */
    void load(BigDecimal grams);

    /** Whether a label with this waybill came out of the printer. */
    boolean hasLabel(String waybill) throws InterruptedException;

    /** At virtual devices. */
    record AtDevices(VirtualBench bench) implements Hands {

        private static final long PATIENCE_NANOS = 60_000_000_000L;
        private static final long LOOK_NANOS = 1_500_000_000L;

        @Override
        public void scan(String text) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (!bench.scan(text)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("no station listens to the scanner");
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        @Override
        public void load(BigDecimal grams) {
            bench.pan().load(grams);
        }

        /** A label that is still on its way is waited for. */
        @Override
        public boolean hasLabel(String waybill) throws InterruptedException {
            long deadline = System.nanoTime() + LOOK_NANOS;
            while (System.nanoTime() < deadline) {
                if (bench.labels().stream().anyMatch(label -> waybill.equals(Bench.code(label)))) {
                    return true;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return false;
        }
    }
}
