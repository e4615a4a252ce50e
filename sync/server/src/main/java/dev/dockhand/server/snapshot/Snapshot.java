package dev.dockhand.server.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.DigestSum;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Everything that a station must know, as of one moment: read in one consistent view of the database together with the
 * cursor at which the feed goes on.
 */
public final class Snapshot {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int ROWS_AT_ONCE = 1000;
    private static final Duration FINISHED = Duration.ofDays(30);

    private static final String STATE = """
        SELECT m.server_epoch, COALESCE(h.head, 0) AS head, COALESCE(f.mark, '') AS mark
        FROM server_meta m LEFT JOIN feed_head h ON h.company = m.company AND h.warehouse = m.warehouse
        LEFT JOIN feed f ON f.company = h.company AND f.warehouse = h.warehouse AND f.position = h.head
        WHERE m.company = :company AND m.warehouse = :warehouse\
        """;

    private final Database database;
    private final InstantSource time;

    /** Reads from this database. */
    public Snapshot(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /**
     * Writes a snapshot as NDJSON: {@link Feed.SnapshotHead}, then one {@link Feed.Change} a line. It is streamed, so
     * its size does not matter; the stream is not closed. A connection to the database is held meanwhile, so the stream
     * must be quick: no network.
     *
     * @return the head that was written
     * @throws UncheckedIOException when the stream does not take it
     */
    public Feed.SnapshotHead write(Site site, OutputStream out) {
        Instant recent = time.instant().minus(FINISHED);
        return database.readLarge(site, tx -> {
            long changes = 0;
            for (SnapshotPart part : SnapshotPart.values()) {
                changes += bound(tx.query("SELECT count(*) FROM (" + part.sql() + ") AS part"), recent)
                        .mapTo(Long.class)
                        .one();
            }
            Feed.SnapshotHead head = head(tx, changes);
            line(out, head(head));
            for (SnapshotPart part : SnapshotPart.values()) {
                bound(tx.query(part.sql()), recent)
                        .setFetchSize(ROWS_AT_ONCE)
                        .map((row, context) -> part.change(row))
                        .forEach(change -> line(out, Feed.Told.of(change).json()));
            }
            return head;
        });
    }

    /**
     * Sums up what a snapshot would hold, as of one moment.
     *
     * @param station which station's acts count
     * @param perRow done for each row, and may end it with an exception
     */
    public Digest digest(Site site, StationId station, Runnable perRow) {
        Instant since = time.instant().minus(Digest.ENDED).truncatedTo(ChronoUnit.SECONDS);
        return database.readLarge(site, tx -> {
            DigestSum sum = new DigestSum(station, since);
            for (SnapshotPart part : SnapshotPart.values()) {
                bound(tx.query(part.comparedSql()), since)
                        .setFetchSize(ROWS_AT_ONCE)
                        .map((row, context) -> part.change(row))
                        .forEach(change -> {
                            perRow.run();
                            sum.add(change);
                            if (change instanceof Feed.ItemChanged(Item item)) {
                                sum.barcodes(item);
                            }
                        });
            }
            Feed.SnapshotHead head = head(tx, 0);
            return sum.digest(head.serverEpoch(), head.cursor(), head.mark());
        });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Instant recent) {
        return statement.bind("recent", recent);
    }

    private static Feed.SnapshotHead head(Tx tx, long changes) {
        return tx.query(STATE)
                .map((row, context) -> new Feed.SnapshotHead(
                        row.getLong("server_epoch"), row.getLong("head"), row.getString("mark"), changes))
                .one();
    }

    private static String head(Feed.SnapshotHead head) {
        try {
            return MAPPER.writeValueAsString(head);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot's head can always be written", e);
        }
    }

    private static void line(OutputStream out, String json) {
        try {
            out.write(json.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
