package dev.dockhand.server.bench;

import dev.dockhand.server.store.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a push, or an order, writes: the same rows into the same tables, by pgjdbc alone, as who owns them. Nothing is decided,
 * read as JSON or told.
 */
final class BareLoop implements AutoCloseable {

    private static final String SITE = "company = 'bare' AND warehouse = 'W'";

    private static final String HEAD = """
        INSERT INTO station_head VALUES ('bare', 'W', ?, 1, 0, 'zeros') ON CONFLICT (company, warehouse, station, epoch)
        DO UPDATE SET last_seq = station_head.last_seq RETURNING last_seq\
        """;

    private static final String EVENTS = """
        INSERT INTO event (company, warehouse, station, epoch, seq, hash, raw, status, accepted_at, event_id, type, at)
        SELECT 'bare', 'W', ?, 1, seq, ?, ?, 'ACCEPTED', now(), id, 'GoodsReceived', now() FROM unnest(?, ?) AS e (seq, id)\
        """;

    private static final String PLATES = """
        INSERT INTO plate (company, warehouse, plate, condition, event_id, made_at)
        SELECT 'bare', 'W', id, 'GOOD', id, now() FROM unnest(?) AS e (id)\
        """;

    private static final String MOVEMENTS = """
        INSERT INTO movement SELECT 'bare', 'W', id, 1, 'b/I0', '', '', 1, 'SUPPLIER', 'LICENSE_PLATE:' || id, id, now()
        FROM unnest(?) AS e (id)\
        """;

    private static final String BALANCES = """
        INSERT INTO balance AS b (company, warehouse, place, item, lot, expiry, quantity)
        SELECT 'bare', 'W', 'LICENSE_PLATE:' || id, 'b/I0', '', '', 1 FROM unnest(?) AS e (id)
        ON CONFLICT (company, warehouse, place, item, lot, expiry) DO UPDATE SET quantity = b.quantity + 1
        RETURNING b.place, b.quantity\
        """;

    private static final String ADVANCE = "UPDATE station_head SET last_seq = ? WHERE " + SITE + " AND station = ?";

    private static final String FEED = """
        WITH counter AS (
            INSERT INTO feed_head VALUES ('bare', 'W', 1, 1)
            ON CONFLICT (company, warehouse) DO UPDATE SET head = feed_head.head + 1 RETURNING head)
        INSERT INTO feed SELECT 'bare', 'W', head, 1, ?, now(), 'mark' FROM counter\
        """;

    private static final String PROMISE = """
        UPDATE availability a SET promised = a.promised + 1 FROM (
            SELECT item FROM availability WHERE %s AND item = ANY(?) ORDER BY item FOR UPDATE) AS d
        WHERE %s AND a.item = d.item\
        """.formatted(SITE, SITE);

    private static final String ORDER = """
        INSERT INTO orders SELECT 'bare', 'W', ?, 'CJ', 'standard', now(), 'PROMISED', false, true, ?, now(), NULL\
        """;

    private static final String PARTY = "INSERT INTO order_party VALUES ('bare', 'W', ?, ?, NULL)";

    private static final String LINES = """
        INSERT INTO order_line (company, warehouse, order_id, line, item, quantity, promised)
        SELECT 'bare', 'W', ?, n, item, 1, 1 FROM unnest(?) WITH ORDINALITY AS d (item, n)\
        """;

    private final DatabaseAddress address;
    private final List<Connection> connections = new ArrayList<>();

    BareLoop(DatabaseAddress address, int items) throws SQLException {
        this.address = address;
        try (Connection connection = open()) {
            say(
                    connection,
                    "INSERT INTO availability SELECT 'bare', 'W', 'b/I' || n, 1000000, 0 FROM generate_series(0, ?) AS"
                            + " n",
                    items);
            connection.commit();
        }
    }

    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
        connection.setAutoCommit(false);
        connections.add(connection);
        return connection;
    }

    /** One station's pushes of so many acts. */
    Callable<Integer> pushes(String station, int size, String raw) throws SQLException {
        Connection connection = open();
        String hash = raw.substring(0, 64);
        long[] seq = {0};
        return () -> {
            Long[] seqs = new Long[size];
            String[] ids = new String[size];
            for (int i = 0; i < size; i++) {
                seqs[i] = ++seq[0];
                ids[i] = station + "/" + seqs[i];
            }
            say(connection, HEAD, station);
            say(connection, EVENTS, station, hash, raw, seqs, ids);
            say(connection, PLATES, (Object) ids);
            say(connection, MOVEMENTS, (Object) ids);
            say(connection, BALANCES, (Object) ids);
            say(connection, ADVANCE, seq[0], station);
            say(connection, FEED, raw.repeat(size));
            connection.commit();
            return size;
        };
    }

    /** One caller's orders of three items, each committed alone. */
    Callable<Integer> orders(String prefix, int items) throws SQLException {
        Connection connection = open();
        int[] number = {0};
        return () -> {
            String order = prefix + number[0]++;
            int first = Math.floorMod(order.hashCode(), items - 2);
            String[] wanted = {"b/I" + first, "b/I" + (first + 1), "b/I" + (first + 2)};
            say(connection, PROMISE, (Object) wanted);
            say(connection, ORDER, order, "h".repeat(64));
            say(connection, PARTY, order, "p".repeat(300));
            say(connection, LINES, order, wanted);
            say(connection, FEED, order);
            connection.commit();
            return 1;
        };
    }

    private static void say(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                switch (value) {
                    case Long[] longs -> statement.setArray(i + 1, connection.createArrayOf("bigint", longs));
                    case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                    default -> statement.setObject(i + 1, value);
                }
            }
            statement.execute();
        }
    }

    /** Ends its connections, so that none stands beside what is measured; it makes new ones when it is asked again. */
    void rest() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        connections.clear();
    }

    @Override
    public void close() throws SQLException {
        rest();
    }
}
