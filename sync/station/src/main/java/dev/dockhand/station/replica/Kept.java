package dev.dockhand.station.replica;

import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be made anew neither from the server's snapshot nor from a journal that forgets after 14 days: the leases
 * with their recipients, and the lasting counts. One small file beside H2, written anew each time it changes, so that
 * an erased recipient is gone from it too.
 *
 * @param revision how often it was written; the H2 file holds the same number, and one with a lower number is out of date
 * @param epoch epoch that the leases were granted in; they count in no other one
 * @param tasks the leases
 * @param spare numbers for further boxes, of that epoch too
 * @param made license plates made, by epoch
 * @param refused sign-ins that failed
 * @param forgiven from which event on the failed sign-ins of each operator count
 * @param countedUpTo up to which events the counts go, by epoch
 */
record Kept(
        long revision,
        int epoch,
        List<Lease> tasks,
        List<Leases.Spare> spare,
        List<Made> made,
        List<Refused> refused,
        List<Forgiven> forgiven,
        List<Counted> countedUpTo) {

    static final Kept NOTHING = new Kept(0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
    private static final long LARGEST = 64L << 20;

    record Lease(String mark, ShipmentTask task) {}

    record Made(int epoch, int plates) {}

    record Refused(int epoch, long seq, String badge) {}

    record Forgiven(String operator, int epoch, long seq) {}

    record Counted(int epoch, long seq) {}

    static Kept of(Sql sql, int epoch, long revision) throws SQLException {
        return new Kept(
                revision,
                epoch,
                sql.list(
                        "SELECT mark, json FROM task ORDER BY id",
                        row -> new Lease(row.getString(1), JsonText.read(row.getString(2), ShipmentTask.class))),
                Spares.all(sql),
                sql.list("SELECT epoch, plates FROM made", row -> new Made(row.getInt(1), row.getInt(2))),
                sql.list(
                        "SELECT epoch, seq, badge FROM refused",
                        row -> new Refused(row.getInt(1), row.getLong(2), row.getString(3))),
                sql.list(
                        "SELECT operator, epoch, seq FROM forgiven",
                        row -> new Forgiven(row.getString(1), row.getInt(2), row.getLong(3))),
                sql.list("SELECT epoch, seq FROM applied", row -> new Counted(row.getInt(1), row.getLong(2))));
    }

    void into(Sql sql, Tasks leases, int now) throws SQLException {
        for (Made row : made) {
            sql.update("INSERT INTO made(epoch, plates) VALUES(?, ?)", row.epoch(), row.plates());
        }
        for (Refused row : refused) {
            sql.update("INSERT INTO refused(epoch, seq, badge) VALUES(?, ?, ?)", row.epoch(), row.seq(), row.badge());
        }
        for (Forgiven row : forgiven) {
            sql.update(
                    "INSERT INTO forgiven(operator, epoch, seq) VALUES(?, ?, ?)",
                    row.operator(),
                    row.epoch(),
                    row.seq());
        }
        Spares.told(sql, epoch == now ? spare : List.of());
        for (Lease lease : epoch == now ? tasks : List.<Lease>of()) {
            leases.put(new Tasks.Held(Mark.valueOf(lease.mark()), lease.task()));
        }
    }

    long countedUpTo(int epoch) {
        return countedUpTo.stream()
                .filter(row -> row.epoch() == epoch)
                .mapToLong(Counted::seq)
                .findFirst()
                .orElse(0);
    }

    /** Replaces the file; the old one stays when that fails. */
    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream stream = Channels.newOutputStream(channel);
            GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
            zip.write(JsonText.MAPPER.writeValueAsBytes(this));
            zip.finish();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads the file; nothing when there is none. */
    static Kept read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NOTHING;
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] bytes = in.readNBytes((int) LARGEST);
            return JsonText.MAPPER.readValue(bytes, Kept.class);
        }
    }

    /** Reads the file; nothing when there is none or it cannot be read. */
    static Kept readable(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            LOG.error("{} cannot be read; leases are fetched again, counts start from the journal", file, e);
            return NOTHING;
        }
    }
}
