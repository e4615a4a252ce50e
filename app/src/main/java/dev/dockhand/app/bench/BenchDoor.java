package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Input;
import java.util.function.Consumer;

/** What the window may ask of the bench. No call blocks; the answer is the next view. */
public interface BenchDoor {

    /** A key was touched, an option chosen, a keypad entry handed over. */
    void input(Input input);

    /**
     * A keyboard-wedge scanner typed a code, or a person typed a damaged one. The bench reads it as it reads a scan of
     * any other scanner; command barcodes too.
     *
     * @param code as typed, without the Enter behind it; at most 4,096 characters
     */
    void scanned(String code);

    /**
     * Tells the bench who draws. The listener gets the current view at once and every later one in order, on the bench's
     * own thread, and must not block.
     */
    void onView(Consumer<BenchView> listener);

    /**
     * Tells the bench who takes {@link WindowKey}s, whichever scanner they came from. A digit is handed over only while
     * the screen shows a keypad or no options; else the bench chooses that option itself.
     */
    void onWindowKey(Consumer<WindowKey> listener);
}
