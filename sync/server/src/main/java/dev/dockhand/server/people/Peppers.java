package dev.dockhand.server.people;

import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The pepper of one warehouse's PINs: made once, kept in the database, given to each station sealed for its key. */
public final class Peppers {

    private static final String ADD = """
        INSERT INTO pin_pepper (company, warehouse, pepper) VALUES (:company, :warehouse, :pepper)
        ON CONFLICT DO NOTHING\
        """;

    private static final String GET = """
        SELECT pepper FROM pin_pepper WHERE company = :company AND warehouse = :warehouse\
        """;

    private final Database database;
    private final Site site;
    private final RandomGenerator random;
    private volatile @Nullable PinPepper known;

    /**
     * The pepper of a warehouse.
     *
     * @param random a cryptographic source
     */
    public Peppers(Database database, Site site, RandomGenerator random) {
        this.database = database;
        this.site = site;
        this.random = random;
    }

    /** The pepper; made at the first call. Not to be called inside a transaction. */
    public PinPepper pepper() {
        PinPepper found = known;
        if (found == null) {
            found = database.inTransaction(site, handle -> {
                site.bindTo(handle.createUpdate(ADD))
                        .bind("pepper", PinPepper.random(random).secret())
                        .execute();
                return PinPepper.of(
                        site.bindTo(handle.createQuery(GET)).mapTo(byte[].class).one());
            });
            known = found;
        }
        return found;
    }

    /** The pepper as text that opens with a station's key only. */
    public String sealed(String stationKey) {
        return pepper().sealed(stationKey, random);
    }
}
