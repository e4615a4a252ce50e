package dev.dockhand.app.ui;

import dev.dockhand.app.bench.BenchControl;
import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.device.DecodedScan;
import dev.dockhand.app.device.WindowKey;
import dev.dockhand.app.flow.Input;
import dev.dockhand.hardware.scan.ScanEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A bench that shows what it is told to, and remembers what the window asked of it. */
public final class SampleBench implements BenchControl {

    public final List<Input> inputs = new CopyOnWriteArrayList<>();
    public final List<String> typed = new CopyOnWriteArrayList<>();
    public final List<ScanEvent> scans = new CopyOnWriteArrayList<>();
    private final List<Consumer<BenchView>> listeners = new ArrayList<>();
    private final List<Consumer<WindowKey>> keys = new ArrayList<>();

    void show(BenchView view) {
        listeners.forEach(listener -> listener.accept(view));
    }

    void windowKey(WindowKey key) {
        keys.forEach(listener -> listener.accept(key));
    }

    @Override
    public void input(Input input) {
        inputs.add(input);
    }

    @Override
    public void scanned(DecodedScan scan) {
        scans.add(scan.event());
    }

    @Override
    public void scanned(String code) {
        typed.add(code);
    }

    @Override
    public void onView(Consumer<BenchView> listener) {
        listeners.add(listener);
    }

    @Override
    public void onWindowKey(Consumer<WindowKey> listener) {
        keys.add(listener);
    }
}
