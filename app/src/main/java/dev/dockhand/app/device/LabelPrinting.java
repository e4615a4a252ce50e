package dev.dockhand.app.device;

import java.util.function.Consumer;

/** Where the bench has its labels printed. */
public interface LabelPrinting {

    /**
     * Prints a label, once. Never blocks.
     *
     * @param label what to print
     * @param ended told exactly once how it ended, on any thread
     */
    void print(LabelJob label, Consumer<LabelEnd> ended);
}
