package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.server.feed.RawPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a station learns from the feed is what a snapshot tells. */
final class FeedInvariants {

    private FeedInvariants() {}

    static void check(TestWarehouse warehouse) {
        Map<String, Feed.Change> snapshot = snapshot(warehouse).known();
        assertThat(followed(warehouse, new TreeMap<>(), 0))
                .as("who follows the feed knows what a snapshot tells")
                .isEqualTo(snapshot);
    }

    /** What a snapshot tells, and where the feed goes on. */
    record Told(Map<String, Feed.Change> known, long cursor) {}

    static Told snapshot(TestWarehouse warehouse) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Feed.SnapshotHead head = warehouse.snapshot.write(warehouse.site, out);
        List<String> lines = Arrays.asList(out.toString(StandardCharsets.UTF_8).split("\n"));
        assertThat(lines).hasSize((int) head.changes() + 1);
        Map<String, Feed.Change> known = new TreeMap<>();
        lines.stream().skip(1).map(FeedInvariants::change).forEach(change -> fold(known, change));
        return new Told(known, head.cursor());
    }

    /** What is known after following the feed from a cursor. */
    static Map<String, Feed.Change> followed(TestWarehouse warehouse, Map<String, Feed.Change> known, long cursor) {
        Map<String, Feed.Change> newest = new TreeMap<>(known);
        everything(warehouse, cursor).forEach(change -> fold(newest, change));
        return newest;
    }

    private static List<Feed.Change> everything(TestWarehouse warehouse, long from) {
        List<Feed.Change> all = new ArrayList<>();
        long cursor = from;
        while (true) {
            RawPage page;
            try {
                page = warehouse.reader.page(warehouse.site, cursor, "", null, Duration.ZERO);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            all.addAll(page.page().changes());
            cursor = page.cursor();
            if (!page.more()) {
                return all;
            }
        }
    }

    private static Feed.Change change(String json) {
        try {
            return Feed.Told.read(json).change();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newest wins. Master data is put into the tables by the tests, not by the feed. */
    private static void fold(Map<String, Feed.Change> known, Feed.Change change) {
        switch (change) {
            case Feed.StockChanged(StockBalance stock) -> {
                String key = "stock %s %s".formatted(stock.place(), stock.goods());
                if (stock.balance() == 0) {
                    known.remove(key);
                } else {
                    known.put(key, change);
                }
            }
            case Feed.TaskChanged task -> known.put("task " + task.shipment().task(), change);
            case Feed.StationHead head -> known.put("station %s/%d".formatted(head.station(), head.epoch()), change);
            case Feed.ExceptionChanged exception -> {
                if (exception.exception().settled()) {
                    known.remove("exception " + exception.exception().id());
                } else {
                    known.put("exception " + exception.exception().id(), change);
                }
            }
            case Feed.WarehouseChanged ignored -> {}
            case Feed.ItemChanged ignored -> {}
            case Feed.LocationChanged ignored -> {}
            case Feed.OperatorChanged ignored -> {}
            case Feed.AsnChanged ignored -> {}
            case Feed.PlateChanged ignored -> {}
            case Feed.Unknown unknown -> throw new AssertionError("the server tells " + unknown);
        }
    }
}
