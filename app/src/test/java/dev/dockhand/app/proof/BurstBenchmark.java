package dev.dockhand.app.proof;

import dev.dockhand.app.demo.Administrator;
import dev.dockhand.app.demo.Cable;
import dev.dockhand.app.ui.OnScreen;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.station.journal.Author;
import dev.dockhand.station.journal.Journal;
import dev.dockhand.station.journal.Stored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * 50 scans a second for 20 s into a whole station with 100,000 items, through each kind of scanner; prints figures. The
 * server and its database are processes of their own that get what the station leaves of the machine, since on a floor they are
 * elsewhere; each burst is shot again with the cable pulled, when they rest.
 */
@ExtendWith(OnScreen.class)
class BurstBenchmark {

    private static final int BURSTS = 4;
    private static final LargeShop SHOP =
            new LargeShop(Integer.getInteger("dockhand.bench.items", 100_000), BURSTS, 100, 10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int APPENDS = 1_000;

    @TempDir
    Path folder;

    private final Figures figures = new Figures();

    @Test
    void fiftyScansASecondForTwentySeconds() throws Exception {
        figures.title("burst: 1,000 scans at 50/s, 100,000 items, packing orders of 100 lines");
        long start = System.nanoTime();
        try (ServerBox server = ServerBox.open(folder.resolve("server"), ServerBox.ELSEWHERE, List.of());
                Administrator office = server.office();
                Cable cable = new Cable(server.port())) {
            Warehouse.fill(office, SHOP);
            long loaded = System.nanoTime();
            figures.fact("server started and goods imported in ms", (loaded - start) / 1_000_000);
            Histogram bare = bare();
            figures.times("bare append + force, 50/s", bare);
            loaded = System.nanoTime();
            try (WindowBench bench = new WindowBench(folder, office, Warehouse.through(cable), SHOP.orders())) {
                figures.fact("station enrolled, shown and given work in ms", (System.nanoTime() - loaded) / 1_000_000);
                bench.pickEverything();
                burst("serial, first burst", bench, 1, bench.serial(), bare);
                burst("wedge", bench, 2, bench.wedge(), bare);
                cable.pull();
                burst("serial, cable pulled", bench, 3, bench.serial(), bare);
                burst("wedge, cable pulled", bench, 4, bench.wedge(), bare);
                figures.load();
            }
            count();
        }
    }

    /** What the disk takes for an act, one at a time at the same rate. */
    private Histogram bare() throws Exception {
        Author author = new Author(new CompanyId("bare"), new WarehouseId("bare"), new StationId("bare"));
        Draft act = Draft.free(null, new Act.ItemPacked(1, GeneratedShop.item(1), Quantity.ONE), List.of());
        Histogram spread = new Histogram(3);
        try (Journal journal = Journal.open(Acts.parts(), folder.resolve("bare"), author, 1)) {
            long begins = System.nanoTime();
            for (int i = 0; i < APPENDS; i++) {
                Gun.until(begins + i * Gun.PERIOD_NANOS);
                long start = System.nanoTime();
                journal.append(List.of(act));
                spread.recordValue(System.nanoTime() - start);
            }
        }
        return spread;
    }

    private void burst(String name, WindowBench bench, int order, Gun gun, Histogram bare) throws InterruptedException {
        bench.beginParcel(order);
        List<Integer> items = SHOP.burst(order, order);
        bench.watch().start(items.size());
        gun.burst(items.stream().map(GeneratedShop::gtin).toList(), bench.watch()::sent);
        if (!bench.watch().await(PATIENCE)) {
            figures.fact(
                    name + ": verdicts that never came",
                    items.size() - bench.watch().verdicts());
        }
        Histogram verdict = bench.watch().toVerdict();
        figures.times(name + ": last byte to durable verdict", verdict);
        figures.times(name + ": last byte to drawn screen", bench.watch().toScreen());
        figures.fact(name + ": what was told", bench.watch().said());
        figures.fact(name + ": the slowest verdicts, scan and ms", bench.watch().longest(20));
        figures.ratio(name + ": durable verdict / bare append + force", verdict, bare);
        bench.setAside();
    }

    private void count() throws Exception {
        List<String> packed = new ArrayList<>();
        for (Stored stored : Acts.copied(folder.resolve("station"), folder.resolve("copy"), "after the bursts")) {
            if (Objects.requireNonNull(stored.event()).act()
                    instanceof Act.ItemPacked(var ignored, var item, var units)) {
                packed.add(item + " " + units);
            }
        }
        List<String> scanned = IntStream.rangeClosed(1, BURSTS)
                .boxed()
                .flatMap(order -> SHOP.burst(order, order).stream())
                .map(item -> GeneratedShop.item(item) + " " + Quantity.ONE)
                .toList();
        figures.fact("scans, acts in the journal", scanned.size() + ", " + packed.size());
        figures.fact("the same in the same order", scanned.equals(packed));
    }
}
