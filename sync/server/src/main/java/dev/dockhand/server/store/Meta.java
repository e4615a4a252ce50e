package dev.dockhand.server.store;

import java.time.Duration;
import java.time.Instant;

/** What the server knows about a warehouse's data as a whole. */
public final class Meta {

    private static final String ENSURE = """
        INSERT INTO server_meta (company, warehouse, server_epoch, created_at)
        VALUES (:company, :warehouse, :epoch, :now) ON CONFLICT DO NOTHING\
        """;

    private static final String RENEW = """
        UPDATE server_meta SET server_epoch = GREATEST(server_epoch + 1, :epoch), restores = restores + 1
        WHERE company = :company AND warehouse = :warehouse\
        """;

    private static final String EPOCH = """
        SELECT server_epoch FROM server_meta WHERE company = :company AND warehouse = :warehouse\
        """;

    private static final String RESTORES = """
        SELECT restores FROM server_meta WHERE company = :company AND warehouse = :warehouse\
        """;

    private static final String RESTORED_SINCE = """
        SELECT restores > 0 AND server_epoch > :since FROM server_meta
        WHERE company = :company AND warehouse = :warehouse\
        """;

    private Meta() {}

    /** Makes the warehouse known, unless it is. */
    public static void ensure(Tx tx, Instant now) {
        tx.update(ENSURE).bind("epoch", now.toEpochMilli()).bind("now", now).execute();
    }

    /** Starts a new life of the data. To be called after a restore from a backup: every station takes a fresh snapshot. */
    public static void renew(Tx tx, Instant now) {
        tx.update(RENEW).bind("epoch", now.toEpochMilli()).execute();
    }

    /** The life of the server's data: another number after every restore from a backup. */
    public static long serverEpoch(Tx tx) {
        return tx.query(EPOCH).mapTo(Long.class).one();
    }

    /** How often the data was restored from a backup. */
    public static int restores(Tx tx) {
        return tx.query(RESTORES).mapTo(Integer.class).one();
    }

    /** Whether the data came from a backup within this time; its life is counted from then, see {@link #renew}. */
    public static boolean wasRestoredWithin(Tx tx, Duration span, Instant now) {
        return tx.query(RESTORED_SINCE)
                .bind("since", now.minus(span).toEpochMilli())
                .mapTo(Boolean.class)
                .one();
    }

    /** Lets one transaction of a warehouse at a time past this line, until it has committed. */
    public static void lock(Tx tx) {
        tx.query(EPOCH + " FOR UPDATE").mapTo(Long.class).one();
    }
}
