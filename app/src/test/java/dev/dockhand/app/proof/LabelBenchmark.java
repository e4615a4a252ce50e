package dev.dockhand.app.proof;

import dev.dockhand.app.ui.OnScreen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the scan of a parcel's last item, which makes its label, to the last byte of the label at the printer; each with
 * a Korean name and street that no label had before.
 */
@ExtendWith(OnScreen.class)
class LabelBenchmark {

    private static final GeneratedShop SHOP = new GeneratedShop(60, 200, 5);

    @TempDir
    Path folder;

    private final Figures figures = new Figures();

    @Test
    void fromTheLastScanToTheLastByteAtThePrinter() throws Exception {
        Histogram label = new SynchronizedHistogram(3);
        try (Warehouse warehouse = Warehouse.open(folder, SHOP);
                WindowBench bench =
                        new WindowBench(folder, warehouse.office(), warehouse.throughCable(), SHOP.orders())) {
            bench.printer().onLabel(paper -> label.recordValue(System.nanoTime() - bench.scanned()));
            bench.pickEverything();
            figures.title("label: last item's scan to last byte at the printer, another Korean recipient each");
            bench.worker().work();
            figures.times("last scan to last byte of the label", label);
            figures.fact("labels, different ones", bench.printer().labels().size() + ", " + different(bench));
            figures.load();
        }
    }

    private static long different(WindowBench bench) {
        return bench.printer().labels().stream()
                .map(paper -> new String(paper.bytes(), StandardCharsets.ISO_8859_1))
                .distinct()
                .count();
    }
}
