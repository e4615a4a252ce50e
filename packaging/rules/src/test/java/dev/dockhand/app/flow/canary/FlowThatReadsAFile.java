package dev.dockhand.app.flow.canary;

import java.io.File;

/** Breaks the rule that a flow is a pure function. */
public final class FlowThatReadsAFile {
    public boolean isThere(String path) {
        return new File(path).exists();
    }
}
