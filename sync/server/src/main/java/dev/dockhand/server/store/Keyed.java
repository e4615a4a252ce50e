package dev.dockhand.server.store;

import dev.dockhand.model.id.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds things by their keys, in the order of the statement.
 *
 * @param sql takes {@code :keys}
 * @param read makes a thing of a row
 * @param key the thing's key
 */
public record Keyed<K extends Identifier, T>(String sql, Read<T> read, Function<T, K> key) {

    /** Makes a thing of a row. */
    @FunctionalInterface
    public interface Read<T> {

        /** Reads a row. */
        T of(ResultSet row) throws SQLException;
    }

    /** The things by key; those that are not known are left out. */
    public Map<K, T> in(Tx tx, Collection<K> keys) {
        Map<K, T> found = new LinkedHashMap<>();
        tx.query(sql)
                .bindArray(
                        "keys",
                        String.class,
                        keys.stream().map(Identifier::value).toList())
                .map((row, context) -> read.of(row))
                .forEach(thing -> found.put(key.apply(thing), thing));
        return found;
    }
}
