package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.Shop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LargeShopTest {

    private static final int ITEMS = 100_000;

    @TempDir
    Path folder;

    @Test
    void hundredThousandItemsLoadAndAreFoundAndAreMadeAnewFromTheFilesBeside() throws Exception {
        try (Rig rig = new Rig(folder)) {
            rig.server.tell(Shop.basics(ITEMS));
            long start = System.nanoTime();
            Path snapshot = rig.writeSnapshot();
            long written = System.nanoTime();
            rig.replica.load(snapshot);
            long loaded = System.nanoTime();
            assertFound(rig.replica.view());
            long[] nanos = lookUps(rig.replica.view());
            long looked = System.nanoTime();
            Digest digest = rig.replica.digest(Shop.NOON);
            long summed = System.nanoTime();
            assertThat(digest).isEqualTo(rig.server.digest(Shop.STATION));
            LoggerFactory.getLogger(LargeShopTest.class)
                    .warn(
                            "100,000 items: written in {} ms, loaded in {} ms, summed up in {} ms; look-up by barcode"
                                    + " p50 {} us, p99 {} us; {} MiB",
                            (written - start) / 1_000_000,
                            (loaded - written) / 1_000_000,
                            (summed - looked) / 1_000_000,
                            nanos[nanos.length / 2] / 1000,
                            nanos[nanos.length * 99 / 100] / 1000,
                            rig.replica.bytes() >> 20);
            rig.server.tell(List.of(new Feed.ItemChanged(Shop.item(ITEMS + 1))));
            rig.pull();
            Path file = rig.viewFile();
            rig.crash();
            Files.write(file, new byte[100]);
            rig.openAll();
            assertFound(rig.view());
            assertThat(rig.view().item(Shop.itemId(ITEMS + 1))).isPresent();
            assertThat(rig.notices).anyMatch(text -> text.startsWith("REBUILT"));
        }
    }

    private static void assertFound(ReadModel view) {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            int n = random.nextInt(ITEMS);
            assertThat(view.itemsByBarcode(Shop.gtin(n))).containsExactly(Shop.item(n));
        }
    }

    private static long[] lookUps(ReadModel view) {
        SplittableRandom random = new SplittableRandom(6);
        long[] nanos = new long[5_000];
        for (int i = 0; i < nanos.length; i++) {
            String code = Shop.gtin(random.nextInt(ITEMS));
            long start = System.nanoTime();
            view.itemsByBarcode(code);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
