package dev.dockhand.app.proof;

import dev.dockhand.hardware.virtual.VirtualScanner;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** A scanner that fires barcodes at a steady rate. */
interface Gun {

    /** 50 scans a second. */
    long PERIOD_NANOS = 20_000_000;

    /**
     * Sends one barcode.
     *
     * @param barcode an EAN-13
     * @param begins when its first byte or key leaves
     * @param last is run before its last byte or key leaves
     */
    void fire(String barcode, long begins, Runnable last);

    /** Fires all of them, 50 a second. */
    default void burst(List<String> barcodes, IntConsumer last) {
        long start = System.nanoTime() + PERIOD_NANOS;
        for (int i = 0; i < barcodes.size(); i++) {
            int scan = i;
            fire(barcodes.get(i), start + i * PERIOD_NANOS, () -> last.accept(scan));
        }
    }

    /** Parks until a moment. */
    static void until(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** A serial scanner; it sends all bytes of a code at once. */
    record Serial(VirtualScanner scanner) implements Gun {
        @Override
        public void fire(String barcode, long begins, Runnable last) {
            until(begins);
            last.run();
            if (!scanner.scan("]E0" + barcode)) {
                throw new AssertionError("no station listens to the scanner");
            }
        }
    }

    /**
     * A scanner that types each key through the window system, Enter last. The keys of a code come at once, as they do
     * from the queue of the system when the machine is busy.
     */
    record Wedge(Robot robot) implements Gun {

        @Override
        public void fire(String barcode, long begins, Runnable last) {
            until(begins);
            last.run();
            Platform.runLater(() -> {
                barcode.chars().forEach(digit -> type(KeyCode.valueOf("DIGIT" + (char) digit)));
                type(KeyCode.ENTER);
            });
        }

        private void type(KeyCode key) {
            Platform.runLater(() -> {
                robot.keyPress(key);
                robot.keyRelease(key);
            });
        }
    }
}
