package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A bench that shows what it is told and takes nothing: for pictures of what another bench showed. */
final class StillBench implements BenchControl {

    private final List<Consumer<BenchView>> watchers = new ArrayList<>();

    /** Shows a view. */
    void show(BenchView view) {
        watchers.forEach(watcher -> watcher.accept(view));
    }

    @Override
    public void input(Input input) {
        // A picture takes no input.
    }

    @Override
    public void scanned(DecodedScan scan) {
        // A picture takes no scan.
    }

    @Override
    public void scanned(String code) {
        // A picture takes no code.
    }

    @Override
    public void onView(Consumer<BenchView> listener) {
        watchers.add(listener);
    }

    @Override
    public void onWindowKey(Consumer<WindowKey> listener) {
        // A picture is turned by its owner.
    }
}
