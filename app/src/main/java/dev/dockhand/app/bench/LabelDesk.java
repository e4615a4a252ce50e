package dev.dockhand.app.bench;

import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Input;
import java.util.function.Consumer;

/** Where the bench has its labels printed. */
public interface LabelDesk {

    /**
     * Prints a label, once. Never blocks.
     *
     * @param label what to print
     * @param ended told exactly once how it ended, on any thread
     */
    void print(Effect.Print label, Consumer<Input.Printed> ended);
}
