package dev.dockhand.server;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.server.accept.Events;
import dev.dockhand.server.accept.Quarantine;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.Changes;
import dev.dockhand.server.feed.FeedReader;
import dev.dockhand.server.feed.FeedRetention;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.feed.HeadPoll;
import dev.dockhand.server.feed.Heads;
import dev.dockhand.server.feed.Snapshot;
import dev.dockhand.server.http.Api;
import dev.dockhand.server.http.Meters;
import dev.dockhand.server.http.Spool;
import dev.dockhand.server.intake.Catalogue;
import dev.dockhand.server.intake.Intake;
import dev.dockhand.server.intake.OrderDesk;
import dev.dockhand.server.intake.PersonalData;
import dev.dockhand.server.people.AdminKeys;
import dev.dockhand.server.people.Callers;
import dev.dockhand.server.people.Enrolments;
import dev.dockhand.server.people.Peppers;
import dev.dockhand.server.people.Secrets;
import dev.dockhand.server.people.Stations;
import dev.dockhand.server.picture.PictureFetch;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.release.Orders;
import dev.dockhand.server.release.Release;
import dev.dockhand.server.release.Settling;
import dev.dockhand.server.release.WorkDesk;
import dev.dockhand.server.release.Works;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Expiry;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Puts the parts of one warehouse's server together: the composition root behind the database. */
final class Rooms {

    private static final Duration FEED_KEPT = Duration.ofDays(60);
    private static final Duration PEOPLE_KEPT = Duration.ofDays(7);
    private static final int FORGOTTEN_AT_ONCE = 1000;
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration TIDY = Duration.ofHours(1);

    private final Database database;
    private final Site site;
    private final Heads heads = new Heads();
    private final Expiry expiry;
    private final Release release;
    private final Orders orders;
    private final FeedRetention retention;
    private final PersonalData personalData;
    private final Pictures pictures;
    private final PictureFetch pictureFetch;
    private final Api api;
    private final Enrolments enrolments;
    private final AdminKeys adminKeys;
    private final Callers callers;

    Rooms(
            Database database,
            ServerSettings settings,
            String version,
            SecureRandom random,
            Secrets secrets,
            Spool spool,
            Meters meters) {
        this.database = database;
        this.site = settings.site();
        InstantSource time = settings.time();
        ZoneId zone = settings.zone();
        Ids ids = new Ids(time, random);
        FeedWriter feed = new FeedWriter(database, heads, time, ids::next);
        Exceptions exceptions = new Exceptions(ids, time);
        Ledger ledger = new Ledger(zone, exceptions);
        Availability availability = new Availability(exceptions);
        expiry = new Expiry(feed, availability, time, zone);
        Works works = new Works(time);
        WaybillPool waybills = new WaybillPool();
        release = new Release(feed, ledger, exceptions, time, zone);
        orders = new Orders(database, feed, works, availability, ledger, release, exceptions, time);
        retention = new FeedRetention(database, time, FEED_KEPT);
        personalData = new PersonalData(database, time, PEOPLE_KEPT);
        adminKeys = new AdminKeys(database, site);
        Stations stations = new Stations(database, site, time);
        callers = new Callers(stations, adminKeys);
        enrolments = new Enrolments(database, site, zone, stations, secrets, time);
        Peppers peppers = new Peppers(database, site, random);
        pictures = new Pictures(database, feed, site, Catalogue::items, time);
        pictureFetch = new PictureFetch(pictures, settings.privatePictures(), time);
        api = new Api(
                site,
                version,
                time,
                zone,
                database,
                enrolments,
                stations,
                peppers,
                settings.trustedProxies(),
                new Events(
                        feed, new dev.dockhand.server.accept.Intake(works, waybills, ledger, exceptions, time), orders),
                new Quarantine(feed, exceptions, time),
                new FeedReader(database, heads),
                new Snapshot(database, time),
                new WorkDesk(database, feed, works, ledger, release, waybills, exceptions, time),
                Intake.of(
                        site,
                        new Intake.Parts(
                                database,
                                feed,
                                ledger,
                                availability,
                                pictures,
                                peppers,
                                new Desk(orders, release, site),
                                ids,
                                time,
                                zone,
                                random)),
                orders,
                new Settling(feed, works, ledger, exceptions, time),
                exceptions,
                new Shipments(),
                waybills,
                pictures,
                spool,
                meters);
    }

    /** What the intake hands on to. */
    private record Desk(Orders orders, Release release, Site site) implements OrderDesk {

        @Override
        public boolean promise(Handle handle, Changes changes, OrderId order, Map<ItemId, Integer> wanted) {
            return orders.promise(handle, site, changes, order, wanted);
        }

        @Override
        public void ordersCame() {
            release.releasePromised(site);
        }

        @Override
        public void goodsCame() {
            orders.retryWaiting(site);
        }
    }

    Api api() {
        return api;
    }

    AdminKeys adminKeys() {
        return adminKeys;
    }

    Callers callers() {
        return callers;
    }

    /** Starts what runs beside the requests. What a killed server left undone is done by the first round. */
    List<AutoCloseable> startJobs() {
        return List.of(
                new HeadPoll(database, heads),
                every(RETRY, "release", this::releaseWhatCanBe),
                every(TIDY, "feed-retention", this::forgetOldFeed),
                every(TIDY, "erasure", () -> personalData.erase(site)),
                every(TIDY, "enrolment", enrolments::tidy),
                every(TIDY, "pictures", pictures::tidy),
                every(LOOK, "picture-fetch", pictureFetch::round),
                // Closed first, so that the round before it ends.
                pictureFetch);
    }

    private Housekeeping every(Duration period, String name, Runnable job) {
        return Housekeeping.every(period, name, api.meters().timed(name, job));
    }

    /** Answers every long poll that waits. */
    void stopWaiting() {
        heads.close();
    }

    private void releaseWhatCanBe() {
        expiry.sweep(site);
        orders.retryWaiting(site);
        release.releasePromised(site);
    }

    private void forgetOldFeed() {
        int gone;
        do {
            gone = retention.forget(site, FORGOTTEN_AT_ONCE);
        } while (gone == FORGOTTEN_AT_ONCE);
    }
}
