package dev.dockhand.model.canary;

import java.time.Instant;
import org.junit.jupiter.api.Assertions;

/** Breaks the rule that the model knows nobody, and reads a clock in place. */
public final class ModelThatKnowsJUnit {
    public void late() {
        Assertions.assertTrue(Instant.now().isAfter(Instant.EPOCH));
    }
}
