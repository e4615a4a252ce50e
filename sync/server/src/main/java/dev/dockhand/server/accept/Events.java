package dev.dockhand.server.accept;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.feed.FeedWriter;
import dev.dockhand.server.release.Orders;
import dev.dockhand.server.store.BusyException;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the events of stations, each exactly once. A push is one transaction: all of it is committed, or nothing. An event
 * that this server fails on is kept as it came and put before a supervisor, so that it never holds up those behind it.
 */
public final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    /** SQLSTATE classes that say something about the database and nothing about the events. */
    private static final Set<String> OUT_OF_ORDER = Set.of("08", "40", "53", "55", "57", "58", "XX");

    private final FeedWriter feed;
    private final Intake intake;
    private final Orders orders;

    /** Works with these services. */
    public Events(FeedWriter feed, Intake intake, Orders orders) {
        this.feed = feed;
        this.intake = intake;
        this.orders = orders;
    }

    /**
     * Takes a push. When goods came that can be sold, orders that wait for them are tried again.
     *
     * @param epoch the station's epoch that the events are of; old epochs may be pushed too
     * @param lines events in order, the bytes as they came
     * @param opaque whether the station says that the server failed on this one event again and again
     * @return what became of them, or why nothing was taken
     * @throws PushTooLargeException when there are more than the protocol allows
     * @throws BusyException when the warehouse had no turn in time; the station sends the same again
     */
    public Answer accept(Site site, StationId station, int epoch, List<byte[]> lines, boolean opaque) {
        check(lines);
        List<RawEvent> events =
                lines.stream().map(line -> RawEvent.read(line, opaque)).toList();
        Taking taking = takeAll(site, station, epoch, events);
        if (taking.worthRetrying()) {
            retryWaiting(site);
        }
        return taking.answer();
    }

    static void check(List<byte[]> lines) {
        if (lines.size() > Protocol.MAX_EVENTS) {
            throw new PushTooLargeException("%d events, at most %d".formatted(lines.size(), Protocol.MAX_EVENTS));
        }
        long bytes = lines.stream().mapToLong(line -> line.length).sum();
        if (bytes > Protocol.MAX_PUSH_BYTES) {
            throw new PushTooLargeException("%d bytes, at most %d".formatted(bytes, Protocol.MAX_PUSH_BYTES));
        }
    }

    private Taking takeAll(Site site, StationId station, int epoch, List<RawEvent> events) {
        try {
            return take(site, station, epoch, events);
        } catch (BusyException e) {
            throw e;
        } catch (RuntimeException e) {
            if (isOutOfOrder(e)) {
                throw e;
            }
            LOG.warn("a push of {} events of station {} failed; taking them one by one", events.size(), station, e);
            return oneByOne(site, station, epoch, events);
        }
    }

    private static boolean isOutOfOrder(RuntimeException error) {
        String state = Database.sqlState(error);
        return Database.isOutOfOrder(error) || state.length() == 5 && OUT_OF_ORDER.contains(state.substring(0, 2));
    }

    private Taking take(Site site, StationId station, int epoch, List<RawEvent> events) {
        return feed.inTransaction(site, tx -> intake.take(tx, station, epoch, events));
    }

    private Taking oneByOne(Site site, StationId station, int epoch, List<RawEvent> events) {
        List<Push.Outcome> outcomes = new ArrayList<>();
        boolean worthRetrying = false;
        Push.Result last = new Push.Result(0, epoch, 0, EventCodec.NO_PREVIOUS, List.of());
        for (RawEvent event : events) {
            Taking taking = one(site, station, epoch, event);
            if (!(taking.answer() instanceof Answer.Taken taken)) {
                return taking;
            }
            worthRetrying |= taking.worthRetrying();
            last = taken.result();
            outcomes.addAll(last.outcomes());
        }
        return new Taking(
                new Answer.Taken(new Push.Result(last.serverEpoch(), epoch, last.acked(), last.lastHash(), outcomes)),
                worthRetrying);
    }

    private Taking one(Site site, StationId station, int epoch, RawEvent event) {
        try {
            return take(site, station, epoch, List.of(event));
        } catch (BusyException e) {
            throw e;
        } catch (RuntimeException e) {
            if (isOutOfOrder(e)) {
                throw e;
            }
            LOG.error("event {} of station {} cannot be applied; it is kept for a supervisor", event.seq(), station, e);
            String problem = "the server failed on it: " + e.getClass().getSimpleName();
            return take(site, station, epoch, List.of(event.opaque(problem)));
        }
    }

    /** The push is committed already, so a failure here must not be the station's. The next receipt tries again. */
    private void retryWaiting(Site site) {
        try {
            orders.retryWaiting(site);
        } catch (RuntimeException e) {
            LOG.warn("waiting orders of {} could not be tried again now", site, e);
        }
    }

    /**
     * A push that was dealt with.
     *
     * @param answer for the station
     * @param worthRetrying whether goods came that can be sold, or a parcel waits for units in the place of lost ones
     */
    record Taking(Answer answer, boolean worthRetrying) {}
}
