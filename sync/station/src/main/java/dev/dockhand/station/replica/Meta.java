package dev.dockhand.station.replica;

import java.sql.SQLException;

/** Where the read model stands. */
final class Meta {

    private final Sql sql;

    Meta(Sql sql) {
        this.sql = sql;
    }

    private void put(String name, String text) throws SQLException {
        sql.update("MERGE INTO meta(name, text) KEY(name) VALUES(?, ?)", name, text);
    }

    private String get(String name) throws SQLException {
        return sql.first("SELECT text FROM meta WHERE name = ?", row -> row.getString(1), name)
                .orElse("0");
    }

    void stand(Replica.Position at) throws SQLException {
        put("server_epoch", Long.toString(at.serverEpoch()));
        put("cursor", Long.toString(at.cursor()));
        put("mark", at.mark());
    }

    Replica.Position stands() throws SQLException {
        return new Replica.Position(serverEpoch(), cursor(), get("mark"));
    }

    long serverEpoch() throws SQLException {
        return Long.parseLong(get("server_epoch"));
    }

    /** Where the feed goes on, 0 before the first snapshot. */
    long cursor() throws SQLException {
        return Long.parseLong(get("cursor"));
    }

    /** Which writing of the file beside this one goes with, see {@link Kept#revision}. */
    long keptRevision() throws SQLException {
        return Long.parseLong(get("kept"));
    }

    void keptRevision(long revision) throws SQLException {
        put("kept", Long.toString(revision));
    }

    /** Says that everything is in: only such a file is opened again. */
    void complete(int epoch) throws SQLException {
        put("epoch", Integer.toString(epoch));
        put("complete", Schema.VERSION);
    }

    boolean isComplete(int epoch) throws SQLException {
        return get("complete").equals(Schema.VERSION) && get("epoch").equals(Integer.toString(epoch));
    }
}
