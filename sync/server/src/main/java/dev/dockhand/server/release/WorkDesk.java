package dev.dockhand.server.release;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out work under leases. The token of a task rises with every grant and every break, so late work under an older
 * lease is recognised. A silent station keeps its leases: only it gives them back, or a supervisor breaks them.
 */
public final class WorkDesk {

    private static final Logger LOG = LoggerFactory.getLogger(WorkDesk.class);
    private static final int MOST = 200;

    private static final String HELD = """
        SELECT count(*) FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND holder = :station
            AND stage IN ('RELEASED', 'PICKED') AND NOT waiting\
        """;

    private final Database database;
    private final FeedWriter feed;
    private final Works works;
    private final Ledger ledger;
    private final Release release;
    private final WaybillPool waybills;
    private final Granting granting;
    private final HandingOn handingOn;
    private final InstantSource time;

    /** Works with these services. */
    public WorkDesk(
            Database database,
            FeedWriter feed,
            Works works,
            Ledger ledger,
            Release release,
            WaybillPool waybills,
            Exceptions exceptions,
            InstantSource time) {
        this.database = database;
        this.feed = feed;
        this.works = works;
        this.ledger = ledger;
        this.release = release;
        this.waybills = waybills;
        this.granting = new Granting(works, waybills, exceptions, time);
        this.handingOn = new HandingOn(works, granting);
        this.time = time;
    }

    /**
     * A lease that a supervisor broke.
     *
     * @param task the work
     * @param station who held it; it may still be working on it, and must be told by a person
     * @param token the token from now on
     */
    public record Broken(TaskId task, StationId station, long token) {}

    /** What a station holds and has not finished, most urgent cut-off first; late cancels that nobody answered included. */
    public List<ShipmentTask> held(Site site, StationId station) {
        return database.read(site, tx -> Desk.held(tx, station));
    }

    /** The numbers that wait at a station for further boxes. */
    public List<Leases.Spare> spare(Site site, StationId station) {
        return database.read(site, tx -> waybills.spare().held(tx, station));
    }

    /**
     * Grants any work, most urgent cut-off first, until the station holds so much, or the work that is named, whatever is held
     * already. Picked goods that nobody has begun to pack go from their holder to the station that names them. A waybill number
     * is bound to each shipment at its first grant; where none is left it is not granted, and a supervisor is told.
     *
     * @return everything that the station holds now, and why the named work is not among it
     */
    public Leases.Grant grant(Site site, StationId station, Leases.Request wish) {
        release.releasePromised(site);
        Optional<Leases.Refusal> refusal = feed.inTransaction(site, tx -> {
            if (wish.isNamed()) {
                return handingOn.take(new Granting.Scene(tx, station), wish);
            }
            int most = Math.clamp(wish.upTo(), 1, MOST);
            granting.grant(new Granting.Scene(tx, station, wish.stage(), null), most - count(tx, station));
            return Optional.empty();
        });
        // Here a push may commit between two statements; the station would take its acts for part of an older list.
        return Leases.Grant.of(held(site, station), spare(site, station), refusal.orElse(null));
    }

    private static int count(Tx tx, StationId station) {
        return tx.query(HELD)
                .bind("station", station.value())
                .mapTo(Integer.class)
                .one();
    }

    /**
     * A station does not want to go on with a piece of work. What it did stays done, and the next holder goes on from
     * there.
     *
     * @return whether the station held it
     */
    public boolean giveBack(Site site, StationId station, TaskId task) {
        return feed.inTransaction(
                site,
                tx -> works.lock(tx, List.of(task), List.of()).stream()
                        .filter(work -> station.equals(work.holder()) && work.stage() != TaskStage.PACKED)
                        .peek(work -> release(tx, work, work.token(), "RETURNED", null))
                        .findFirst()
                        .isPresent());
    }

    /**
     * A supervisor takes work away from a station that does not answer. Whatever that station still does or did to it
     * becomes an exception when it arrives. Work that was called off and not answered is freed so, too.
     *
     * @param by the supervisor
     * @return whose lease was broken; nothing when nobody held the work, or it is finished
     */
    public Optional<Broken> breakLease(Site site, TaskId task, String by) {
        Optional<Broken> broken = feed.inTransaction(site, tx -> {
            List<Broken> found = new ArrayList<>();
            for (Work work : works.lock(tx, List.of(task), List.of())) {
                @Nullable StationId holder = work.holder();
                if (holder != null && work.isPickable()) {
                    release(tx, work, work.token() + 1, "BROKEN", by);
                    found.add(new Broken(task, holder, work.token() + 1));
                }
            }
            return found.stream().findFirst();
        });
        broken.ifPresent(found -> LOG.warn(
                "lease of task {} broken by {}: station {} may still be working on it", task, by, found.station()));
        return broken;
    }

    private void release(Tx tx, Work work, long token, String how, @Nullable String by) {
        Posting posting = new Posting();
        works.save(tx, posting, work, work.leasedTo(null, token));
        granting.end(tx, work, how, by);
        ledger.post(tx, posting, time.instant());
    }
}
