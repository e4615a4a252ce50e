package dev.dockhand.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.ui.OnScreen;
import dev.dockhand.app.ui.keys.PageId;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.station.journal.Stored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * 50 scans a second into a whole station with 100,000 items and its window: while a parcel is packed each scan is one act,
 * so the journal says which came, and in which order.
 */
@ExtendWith(OnScreen.class)
@Timeout(300)
class BurstTest {

    private static final LargeShop SHOP = new LargeShop(100_000, 2, 15, 10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 50;

    @TempDir
    Path folder;

    private final List<String> typed = new ArrayList<>();
    private int node;

    @Test
    void everyScanOfABurstIsOneActInItsPlace() throws Exception {
        try (Warehouse warehouse = Warehouse.open(folder, SHOP)) {
            try (WindowBench bench =
                    new WindowBench(folder, warehouse.office(), warehouse.throughCable(), SHOP.orders())) {
                bench.pickEverything();
                burst(bench, 1, bench.serial());
                OnScreen.run(() -> wander(bench));
                burst(bench, 2, bench.wedge());
            }
            assertThat(typed).as("characters of scans in a field").isEmpty();
            assertThat(packed()).isEqualTo(scanned());
        }
    }

    private void burst(WindowBench bench, int order, Gun gun) throws InterruptedException {
        bench.beginParcel(order);
        List<Integer> items = SHOP.burst(order, SEED);
        bench.watch().start(items.size());
        gun.burst(items.stream().map(GeneratedShop::gtin).toList(), bench.watch()::sent);
        assertThat(bench.watch().await(PATIENCE))
                .as(
                        "all of %d scans were told and drawn, %d verdicts",
                        items.size(), bench.watch().verdicts())
                .isTrue();
        assertThat(bench.watch().verdicts()).as("verdicts of order %d", order).isEqualTo(items.size());
        assertThat(bench.watch().said()).containsOnlyKeys("packing.checked");
        bench.setAside();
    }

    /** Keeps putting the focus elsewhere and opening the page that takes letters, while scans are typed. */
    private void wander(WindowBench bench) {
        bench.window().model().shown().addListener((observable, before, now) -> {
            if (now != null && now.work().entry() != null && !now.work().entry().isEmpty()) {
                typed.add(now.work().entry().typed());
            }
        });
        bench.window().scene().addPostLayoutPulseListener(() -> {
            List<Node> keys = keys(bench.window().scene().getRoot()).toList();
            Node next = keys.get(node++ % keys.size());
            next.setFocusTraversable(true);
            next.requestFocus();
            if (node % 7 == 0) {
                bench.window().model().open(PageId.CODE);
            }
        });
    }

    private static Stream<Node> keys(Node root) {
        Stream<Node> own = root instanceof Button ? Stream.of(root) : Stream.empty();
        return root instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(BurstTest::keys))
                : own;
    }

    private List<Act> scanned() {
        return Stream.of(1, 2)
                .flatMap(order -> SHOP.burst(order, SEED).stream())
                .<Act>map(item -> new Act.ItemPacked(1, GeneratedShop.item(item), Quantity.ONE))
                .toList();
    }

    /** Everything that was recorded since the first parcel was begun. */
    private List<Act> packed() throws Exception {
        List<Act> acts = new ArrayList<>();
        for (Stored stored : Acts.copied(folder.resolve("station"), folder.resolve("copy"), "after the bursts")) {
            acts.add(stored.event().act());
        }
        int begun = 1 + lastIndex(acts);
        return acts.subList(begun, acts.size());
    }

    private static int lastIndex(List<Act> acts) {
        int last = -1;
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i) instanceof Act.PickFinished) {
                last = i;
            }
        }
        return last;
    }
}
