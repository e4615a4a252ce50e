package dev.dockhand.server.people;

import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.PrivateFile;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The administrator's key: made at the first start, kept in a file of the data folder that only its owner can read. */
public final class AdminKeys {

    private static final String ADD = """
        INSERT INTO admin_key (company, warehouse, key_hash, created_at)
        VALUES (:company, :warehouse, :hash, :now) ON CONFLICT DO NOTHING\
        """;

    private static final String HASHES = """
        SELECT key_hash FROM admin_key WHERE company = :company AND warehouse = :warehouse\
        """;

    private final Database database;
    private final Site site;

    /** Keys of one warehouse. */
    public AdminKeys(Database database, Site site) {
        this.database = database;
        this.site = site;
    }

    /** Reads the key from its file, or makes one; it works from now on. */
    public void ensure(Path file, Secrets secrets, InstantSource time) throws IOException {
        String key = PrivateFile.read(file, secrets::key);
        database.useTransaction(
                site,
                handle -> site.bindTo(handle.createUpdate(ADD))
                        .bind("hash", Secrets.hash(key))
                        .bind("now", OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC))
                        .execute());
    }

    boolean accepts(String key) {
        List<String> hashes = database.read(handle ->
                site.bindTo(handle.createQuery(HASHES)).mapTo(String.class).list());
        boolean accepted = false;
        for (String hash : hashes) {
            accepted |= Secrets.matches(hash, key);
        }
        return accepted;
    }
}
