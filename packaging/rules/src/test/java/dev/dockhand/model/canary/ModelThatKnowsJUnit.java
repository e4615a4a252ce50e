package dev.dockhand.model.canary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Assertions;

/** Breaks the rule that the model knows nobody, and reads a clock in place and the zone of the machine. */
public final class ModelThatKnowsJUnit {
    public void late() {
        Assertions.assertTrue(Instant.now().isAfter(Instant.EPOCH));
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.systemDefault());
    }
}
