package dev.dockhand.server.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement takes at once, as the columns that {@code unnest} makes rows of again:
 *
 * <pre>{@code
 * Columns.of(lines).text("items", Line::item).ints("units", Line::units).in(tx.update(INSERT)).execute();
 * }</pre>
 */
public final class Columns<T> {

    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private Columns(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    private record Column(String name, Class<?> type, List<@Nullable Object> values) {}

    /** Of these rows, in their order. */
    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    /** A column of texts: what each value says of itself, as an identifier or a constant does; nothing where there is none. */
    public Columns<T> text(String name, Function<? super T, ? extends @Nullable Object> value) {
        return column(name, String.class, row -> {
            Object found = value.apply(row);
            return found == null ? null : found.toString();
        });
    }

    /** A column of whole numbers. */
    public Columns<T> ints(String name, ToIntFunction<? super T> value) {
        return column(name, Integer.class, value::applyAsInt);
    }

    /** A column of large whole numbers. */
    public Columns<T> longs(String name, ToLongFunction<? super T> value) {
        return column(name, Long.class, value::applyAsLong);
    }

    /** A column of truths. */
    public Columns<T> flags(String name, Predicate<? super T> value) {
        return column(name, Boolean.class, value::test);
    }

    private Columns<T> column(String name, Class<?> type, Function<? super T, ? extends @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(value.apply(row)));
        columns.add(new Column(name, type, values));
        return this;
    }

    /** Binds them. */
    public <S extends SqlStatement<S>> S in(S statement) {
        columns.forEach(column -> statement.bindArray(column.name(), column.type(), column.values()));
        return statement;
    }
}
