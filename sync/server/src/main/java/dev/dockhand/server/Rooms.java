package dev.dockhand.server;

import dev.dockhand.server.accept.Events;
import dev.dockhand.server.accept.Quarantine;
import dev.dockhand.server.access.Access;
import dev.dockhand.server.access.Operators;
import dev.dockhand.server.access.Peppers;
import dev.dockhand.server.access.Secrets;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.catalogue.Locations;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedReader;
import dev.dockhand.server.feed.FeedRetention;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.feed.HeadPoll;
import dev.dockhand.server.feed.Heads;
import dev.dockhand.server.http.Api;
import dev.dockhand.server.http.Meters;
import dev.dockhand.server.http.Spool;
import dev.dockhand.server.inbound.OpeningStock;
import dev.dockhand.server.intake.Imports;
import dev.dockhand.server.intake.Intake;
import dev.dockhand.server.job.Jobs;
import dev.dockhand.server.order.Holds;
import dev.dockhand.server.order.NewOrders;
import dev.dockhand.server.order.PersonalData;
import dev.dockhand.server.order.Routing;
import dev.dockhand.server.picture.PictureFetch;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.release.HandOver;
import dev.dockhand.server.release.Orders;
import dev.dockhand.server.release.Release;
import dev.dockhand.server.release.Settling;
import dev.dockhand.server.release.WorkDesk;
import dev.dockhand.server.release.Works;
import dev.dockhand.server.snapshot.Snapshot;
import dev.dockhand.server.stock.Availability;
import dev.dockhand.server.stock.Calendar;
import dev.dockhand.server.stock.Expiry;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Ids;
import dev.dockhand.server.store.Site;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of the server together: the composition root behind the database. */
final class Rooms {

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
    private static final Duration FEED_KEPT = Duration.ofDays(60);
    private static final Duration PEOPLE_KEPT = Duration.ofDays(7);
    private static final int FORGOTTEN_AT_ONCE = 1000;
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration TIDY = Duration.ofHours(1);

    private final Database database;
    private final InstantSource time;
    private final Heads heads = new Heads();
    private final Expiry expiry;
    private final Release release;
    private final Orders orders;
    private final FeedRetention retention;
    private final PersonalData personalData;
    private final Pictures pictures;
    private final PictureFetch pictureFetch;
    private final Api api;
    private final Warehouses warehouses;
    private final Access access;

    Rooms(
            Database database,
            ServerSettings settings,
            String version,
            SecureRandom random,
            Secrets secrets,
            Spool spool,
            Meters meters) {
        this.database = database;
        this.time = settings.time();
        Ids ids = new Ids(time, random);
        FeedWriter feed = new FeedWriter(database, heads, time, ids::next);
        Exceptions exceptions = new Exceptions(ids, time);
        access = new Access(database, feed, secrets, time);
        warehouses = access.warehouses();
        Calendar calendar = (site, at) -> warehouses.get(site).today(at);
        Ledger ledger = new Ledger(calendar, exceptions);
        Availability availability = new Availability(exceptions);
        expiry = new Expiry(feed, availability, time, calendar);
        Works works = new Works(time);
        WaybillPool waybills = new WaybillPool(exceptions);
        release = new Release(feed, ledger, exceptions, time, calendar);
        orders = new Orders(database, feed, works, availability, ledger, release, exceptions, time);
        retention = new FeedRetention(database, time, FEED_KEPT);
        personalData = new PersonalData(database, time, PEOPLE_KEPT);
        Peppers peppers = new Peppers(database, random);
        pictures = new Pictures(database, feed, Items::find, time);
        pictureFetch = new PictureFetch(pictures, settings.privatePictures(), time);
        api = new Api(
                version,
                time,
                database,
                access.companies(),
                warehouses,
                access.keys(),
                access.enrolments(),
                access.stations(),
                peppers,
                settings.trustedProxies(),
                new Events(
                        feed, new dev.dockhand.server.accept.Intake(works, waybills, ledger, exceptions, time), orders),
                new Quarantine(feed, exceptions, time),
                new FeedReader(database, heads),
                new Snapshot(database, time),
                new WorkDesk(database, feed, works, ledger, release, waybills, exceptions, time),
                new Intake(new Intake.Parts(
                        database,
                        feed,
                        new Items(pictures),
                        new Locations(availability),
                        new Operators(database, peppers, random),
                        new OpeningStock(ledger, ids, time),
                        new NewOrders(warehouses, availability, orders, time),
                        new Routing(database, access.companies(), availability),
                        waybills,
                        exceptions,
                        orders,
                        warehouses,
                        access.companies(),
                        ids,
                        time)),
                orders,
                new Holds(feed, release::soon, time),
                new HandOver(feed, time),
                new Settling(feed, works, ledger, exceptions, time),
                exceptions,
                new Shipments(),
                waybills,
                pictures,
                spool,
                meters);
    }

    Api api() {
        return api;
    }

    /** Who may come in. */
    Access access() {
        return access;
    }

    /**
     * Starts what runs beside the requests. What a killed server left undone is done by the first round.
     *
     * @param process what this server is called among those on the database
     */
    List<AutoCloseable> startJobs(String process) {
        Imports imports = api.intake().imports();
        List<Jobs.Job> jobs = List.of(
                job("release", RETRY, () -> everywhere(this::releaseWhatCanBe)),
                job("feed-retention", TIDY, () -> everywhere(this::forgetOldFeed)),
                job("erasure", TIDY, () -> everywhere(this::forgetPeople)),
                job("enrolment", TIDY, access.enrolments()::tidy),
                job("pictures", TIDY, () -> everywhere(pictures::tidy)),
                job("imports", LOOK, () -> imports.round(warehouses.all())),
                job("picture-fetch", LOOK, () -> everywhere(pictureFetch::round)));
        return List.of(
                new HeadPoll(database, heads),
                Jobs.start(database, process, time, jobs),
                // Closed first, so that the rounds before them end.
                imports,
                release,
                pictureFetch);
    }

    private Jobs.Job job(String name, Duration period, Runnable work) {
        return new Jobs.Job(name, period, api.meters().timed(name, work));
    }

    /** One warehouse that fails keeps none of the others waiting. */
    private void everywhere(Consumer<Site> job) {
        for (Site site : warehouses.all()) {
            try {
                job.accept(site);
            } catch (RuntimeException e) {
                LOG.error("a job of warehouse {} failed; it is tried again", site, e);
            }
        }
    }

    /** Answers every long poll that waits. */
    void stopWaiting() {
        heads.close();
    }

    private void releaseWhatCanBe(Site site) {
        expiry.sweep(site);
        orders.retryWaiting(site);
        release.releasePromised(site);
    }

    private void forgetPeople(Site site) {
        personalData.erase(site);
        api.intake().views().forget(site, PEOPLE_KEPT);
    }

    private void forgetOldFeed(Site site) {
        int gone;
        do {
            gone = retention.forget(site, FORGOTTEN_AT_ONCE);
        } while (gone == FORGOTTEN_AT_ONCE);
    }
}
