package dev.dockhand.server.accept;

import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.release.Works;
import dev.dockhand.server.stock.Ledger;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one push within one transaction: what is new of it is decided, written and told to the stations. */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final WorldLoader loader;
    private final Effects effects;
    private final Exceptions exceptions;
    private final InstantSource time;

    /** Works with these services. */
    public Intake(Works works, WaybillPool waybills, Ledger ledger, Exceptions exceptions, InstantSource time) {
        this.loader = new WorldLoader(works, waybills, time);
        this.effects = new Effects(works, waybills, ledger, exceptions);
        this.exceptions = exceptions;
        this.time = time;
    }

    Events.Taking take(Tx tx, StationId station, int epoch, List<RawEvent> lines) {
        EventLog log = new EventLog(tx, station, epoch);
        if (epoch < 1 || epoch > log.newestEpoch().orElse(0)) {
            return refused(Push.Code.EPOCH_CONFLICT, 1, lines);
        }
        Continuity.Head head = log.lock();
        List<RawEvent> numbered = number(log, head, lines);
        Map<Long, EventLog.Stored> stored = stored(log, head, numbered);
        Map<Long, String> hashes = new HashMap<>();
        stored.forEach((seq, event) -> hashes.put(seq, event.hash()));
        return switch (Continuity.judge(numbered, head, hashes)) {
            case Continuity.Refuse refuse -> refused(refuse.code(), refuse.expected(), lines);
            case Continuity.Take take -> {
                long serverEpoch = Meta.serverEpoch(tx);
                Effects.Scene scene = new Effects.Scene(tx, time.instant());
                Done done = take.fresh().isEmpty() ? Done.NOTHING : apply(scene, log, station, epoch, take.fresh());
                Map<Long, Push.Status> statuses = new HashMap<>(done.statuses());
                take.repeats().forEach(seq -> statuses.put(seq, status(stored, seq)));
                long acked = head.lastSeq() + take.fresh().size();
                Push.Result result = new Push.Result(
                        serverEpoch, epoch, acked, RawEvent.lastHash(numbered), outcomes(numbered, statuses));
                yield new Events.Taking(new Answer.Taken(result), done.worthRetrying());
            }
        };
    }

    private static Push.Status status(Map<Long, EventLog.Stored> stored, long seq) {
        EventLog.Stored event = stored.get(seq);
        return event == null ? Push.Status.QUARANTINED : event.status();
    }

    private static List<Push.Outcome> outcomes(List<RawEvent> lines, Map<Long, Push.Status> statuses) {
        return lines.stream()
                .map(line -> new Push.Outcome(line.seq(), statuses.getOrDefault(line.seq(), Push.Status.QUARANTINED)))
                .toList();
    }

    private static Events.Taking refused(Push.Code code, long expected, List<RawEvent> lines) {
        Push.Refusal refusal = new Push.Refusal(code, expected, RawEvent.lastHash(lines));
        return new Events.Taking(new Answer.Refused(refusal), false);
    }

    private static List<RawEvent> number(EventLog log, Continuity.Head head, List<RawEvent> lines) {
        boolean allNameless = lines.stream().allMatch(line -> line.event() == null);
        Map<String, Long> known = allNameless && !lines.isEmpty()
                ? log.numbers(lines.stream().map(RawEvent::hash).toList())
                : Map.of();
        return Continuity.number(lines, head, known);
    }

    private static Map<Long, EventLog.Stored> stored(EventLog log, Continuity.Head head, List<RawEvent> lines) {
        return lines.isEmpty() || lines.getFirst().seq() > head.lastSeq()
                ? Map.of()
                : log.stored(lines.getFirst().seq(), lines.getLast().seq());
    }

    /** What applying events led to. */
    private record Done(Map<Long, Push.Status> statuses, boolean worthRetrying) {
        private static final Done NOTHING = new Done(Map.of(), false);
    }

    private Done apply(Effects.Scene scene, EventLog log, StationId station, int epoch, List<RawEvent> fresh) {
        List<RawEvent> checked = fresh.stream()
                .map(raw -> belongs(scene.tx().site(), station, epoch, raw))
                .toList();
        List<FloorEvent> readable = checked.stream()
                .map(RawEvent::event)
                .filter(java.util.Objects::nonNull)
                .toList();
        World world = loader.load(scene.tx(), readable);
        List<Work> before = world.works();
        List<RawEvent> lines = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        checked.forEach(raw -> lines.add(decide(world, raw, decided)));
        Posting posting = effects.write(scene, before, world, decided);
        Map<Long, ExceptionId> raised = raise(scene, station, epoch, lines, decided);
        Map<Long, Push.Status> statuses = statuses(decided);
        log.append(
                lines.stream()
                        .map(raw -> new EventLog.Fresh(
                                raw, statuses.getOrDefault(raw.seq(), Push.Status.QUARANTINED), raised.get(raw.seq())))
                        .toList(),
                scene.now());
        markUndone(log, decided);
        boolean more = effects.post(scene, posting);
        scene.tx().tell(new Feed.StationHead(station, epoch, lines.getLast().seq()));
        boolean waits = world.works().stream().anyMatch(Work::waits);
        return new Done(statuses, waits || more);
    }

    /** An event that names another writer than the one who sent it is not believed. */
    private static RawEvent belongs(Site site, StationId station, int epoch, RawEvent raw) {
        FloorEvent event = raw.event();
        boolean foreign = event != null
                && !(event.company().equals(site.company())
                        && event.warehouse().equals(site.warehouse())
                        && event.station().equals(station)
                        && event.epoch() == epoch);
        return foreign
                ? raw.misfit(new RawEvent.Problem(
                        ExceptionKind.MISFIT_EVENT, "", "it names another station, epoch or warehouse"))
                : raw;
    }

    /** Decides on one line; one that does not fit or cannot be decided on is kept as it came and counts nowhere. */
    private static RawEvent decide(World world, RawEvent raw, List<Decided> decided) {
        FloorEvent event = raw.event();
        if (event == null) {
            return raw;
        }
        try {
            Optional<RawEvent.Problem> misfit = Fit.misfit(world, event);
            if (misfit.isPresent()) {
                return raw.misfit(misfit.get());
            }
            Decision decision = Decider.decide(world, event);
            world.apply(event, decision);
            decided.add(new Decided(raw, event, decision));
            return raw;
        } catch (RuntimeException e) {
            LOG.error("event {} of station {} cannot be decided on", event.seq(), event.station(), e);
            return raw.opaque("the server failed on it: " + e.getClass().getSimpleName());
        }
    }

    private static Map<Long, Push.Status> statuses(List<Decided> decided) {
        Map<Long, Push.Status> statuses = new HashMap<>();
        decided.forEach(one -> statuses.put(one.event().seq(), one.decision().status()));
        return statuses;
    }

    private Map<Long, ExceptionId> raise(
            Effects.Scene scene, StationId station, int epoch, List<RawEvent> lines, List<Decided> decided) {
        Map<Long, ExceptionId> raised = new HashMap<>();
        for (RawEvent raw : lines) {
            RawEvent.Problem problem = raw.problem();
            if (problem != null) {
                String about =
                        problem.about().isEmpty() ? "%s/%d/%d".formatted(station, epoch, raw.seq()) : problem.about();
                raised.put(raw.seq(), raise(scene, problem.kind(), about, station, null, problem.detail()));
            }
        }
        Set<String> unknown = new HashSet<>();
        for (Decided one : decided) {
            for (Outcome outcome : one.decision().outcomes()) {
                if (outcome instanceof Outcome.Raised draft) {
                    ExceptionId id = raise(
                            scene,
                            draft.kind(),
                            draft.about(),
                            station,
                            one.event().id(),
                            draft.detail());
                    raised.putIfAbsent(one.event().seq(), id);
                }
            }
            if (unknown.addAll(one.raw().unknown())) {
                String detail = RawEvent.unknown(one.raw().unknown());
                EventId event = one.event().id();
                ExceptionId id = raise(scene, ExceptionKind.PARTLY_READ_EVENT, station.value(), station, event, detail);
                raised.putIfAbsent(one.event().seq(), id);
            }
        }
        return raised;
    }

    private ExceptionId raise(
            Effects.Scene scene,
            ExceptionKind kind,
            String about,
            StationId station,
            @Nullable EventId event,
            String detail) {
        return exceptions.raise(scene.tx(), new ExceptionDraft(kind, about, station, event, detail));
    }

    private static void markUndone(EventLog log, List<Decided> decided) {
        for (Decided one : decided) {
            for (Outcome outcome : one.decision().outcomes()) {
                if (outcome instanceof Outcome.Undone undone) {
                    log.undone(undone.event(), one.event().id());
                }
            }
        }
    }
}
