package dev.dockhand.server.access;

import dev.dockhand.model.site.Warehouse;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.feed.Heads;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

/** Who may come in, in a warehouse of its own. */
final class TestAccess {

    final Site site;
    final Secrets secrets = new Secrets(new SecureRandom());
    final Access access;

    TestAccess(ServerDatabase database, InstantSource time) {
        site = database.freshSite();
        access = started(database.database(), time);
        database.database()
                .acrossCompanies(
                        rows -> rows.update("DELETE FROM enrolment_try").execute());
        access.companies().ensure(site.company());
        access.warehouses().put(site.company(), Warehouse.usual(site.warehouse(), ZoneOffset.UTC));
    }

    /** The same in another server process. */
    Access started(Database database, InstantSource time) {
        FeedWriter feed = new FeedWriter(
                database, new Heads(), time, () -> UUID.randomUUID().toString().replace("-", ""));
        return new Access(database, feed, secrets, time);
    }
}
