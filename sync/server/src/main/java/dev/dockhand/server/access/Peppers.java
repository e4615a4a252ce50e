package dev.dockhand.server.access;

import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The pepper of each warehouse's PINs: made once, kept in the database, given to each station sealed for its key. */
public final class Peppers {

    private static final String ADD = """
        INSERT INTO pin_pepper (company, warehouse, pepper) VALUES (:company, :warehouse, :pepper)
        ON CONFLICT DO NOTHING\
        """;

    private static final String GET = """
        SELECT pepper FROM pin_pepper WHERE company = :company AND warehouse = :warehouse\
        """;

    private final Database database;
    private final RandomGenerator random;
    private final Map<Site, PinPepper> known = new ConcurrentHashMap<>();

    /**
     * The peppers of a database.
     *
     * @param random a cryptographic source
     */
    public Peppers(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    /** The pepper; made at the first call. Not to be called inside a transaction. */
    public PinPepper pepper(Site site) {
        PinPepper found = known.get(site);
        if (found == null) {
            found = database.inTransaction(site, tx -> {
                tx.update(ADD).bind("pepper", PinPepper.random(random).secret()).execute();
                return PinPepper.of(tx.query(GET).mapTo(byte[].class).one());
            });
            known.put(site, found);
        }
        return found;
    }

    /** The pepper as text that opens with a station's key only. */
    public String sealed(Site site, String stationKey) {
        return pepper(site).sealed(stationKey, random);
    }
}
