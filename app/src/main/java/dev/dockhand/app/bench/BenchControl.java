package dev.dockhand.app.bench;

import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Input;
import java.util.function.Consumer;

/** What the window may ask of the bench. No call blocks; the answer is the next view. */
public interface BenchControl {

    /** A key was touched, an option chosen, a keypad entry handed over. */
    void input(Input input);

    /**
     * A keyboard scanner typed something. The bench takes it as it takes what any other scanner reads: command barcodes
     * too, and what is torn or too long is refused aloud.
     */
    void scanned(DecodedScan scan);

    /**
     * A person typed a damaged code on the screen or the keyboard. The bench reads it as if it had been scanned.
     *
     * @param code at most 64 characters
     */
    void scanned(String code);

    /**
     * Tells the bench who draws. The listener gets the current view at once and every later one in order, on the bench's
     * own thread, and must not block.
     */
    void onView(Consumer<BenchView> listener);

    /**
     * Tells the bench who takes {@link WindowKey}s, whichever scanner they came from: the window knows which keypad and
     * which page of options it shows. Where no window listens, the bench lets a digit choose that option itself.
     */
    void onWindowKey(Consumer<WindowKey> listener);
}
