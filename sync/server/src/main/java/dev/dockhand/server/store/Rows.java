package dev.dockhand.server.store;

import dev.dockhand.model.id.CompanyId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one company, or of all of them for who runs the server, within a transaction. Every statement is bound to the
 * company by {@code :company}; there is no other way to the database. Used by one thread.
 */
public class Rows {

    private final Handle handle;
    private final @Nullable CompanyId company;

    Rows(Handle handle, @Nullable CompanyId company) {
        this.handle = handle;
        this.company = company;
    }

    /** A statement that reads. */
    public final Query query(String sql) {
        return bindTo(handle.createQuery(sql));
    }

    /** A statement that writes. */
    public final Update update(String sql) {
        return bindTo(handle.createUpdate(sql));
    }

    /** A statement for many rows, each to be begun by {@link #bindTo}. */
    public final PreparedBatch batch(String sql) {
        return handle.prepareBatch(sql);
    }

    /** Binds whose rows it is about. */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        return company == null ? statement : statement.bind("company", company.value());
    }
}
