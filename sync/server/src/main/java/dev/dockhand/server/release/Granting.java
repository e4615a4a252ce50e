package dev.dockhand.server.release;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.dispatch.Routes;
import dev.dockhand.server.dispatch.WaybillPool;
import dev.dockhand.server.exception.ExceptionDraft;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.stock.Posting;
import dev.dockhand.server.store.Columns;
import dev.dockhand.server.store.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Leases free work to a station, and binds waybill numbers to it. */
final class Granting {

    private static final String FREE = """
        SELECT task, shipment, carrier, waybill FROM shipment
        WHERE company = :company AND warehouse = :warehouse AND holder IS NULL
            AND stage IN ('RELEASED', 'PICKED') AND (:stage = '' OR stage = :stage) AND NOT waiting
            AND (:any OR task = ANY(:among)) AND (waybill IS NOT NULL OR carrier <> ALL(:dry))
        ORDER BY cut_off, shipment LIMIT :limit FOR UPDATE SKIP LOCKED\
        """;

    private static final String LEASE = """
        INSERT INTO lease (company, warehouse, task, token, station, epoch, based_on_seq, granted_at)
        SELECT :company, :warehouse, task, token, :station, COALESCE((
            SELECT epoch FROM station
            WHERE company = :company AND warehouse = :warehouse AND station = :station), 1), :seq, :at
        FROM unnest(:tasks, :tokens) AS d (task, token)\
        """;

    private static final String END = """
        UPDATE lease SET ended_at = :at, how_ended = :how, ended_by = :by
        WHERE company = :company AND warehouse = :warehouse AND task = :task AND token = :token AND ended_at IS NULL\
        """;

    private final Works works;
    private final WaybillPool waybills;
    private final Exceptions exceptions;
    private final InstantSource time;

    Granting(Works works, WaybillPool waybills, Exceptions exceptions, InstantSource time) {
        this.works = works;
        this.waybills = waybills;
        this.exceptions = exceptions;
        this.time = time;
    }

    /**
     * One station's wish, within one transaction.
     *
     * @param stage only work that has come so far, absent for any
     * @param among only this work, absent for any
     */
    record Scene(
            Tx tx,
            StationId station,
            @Nullable TaskStage stage,
            @Nullable List<TaskId> among) {

        Scene(Tx tx, StationId station) {
            this(tx, station, null, null);
        }
    }

    private record Free(TaskId task, ShipmentId shipment, CarrierCode carrier, boolean bound) {}

    /** Grants so many pieces of free work, most urgent first; fewer when there are fewer. Says how many. */
    int grant(Scene scene, int wanted) {
        Tx tx = scene.tx();
        WaybillPool.End end = waybills.end(tx);
        Set<String> dry = new TreeSet<>();
        Set<String> flowing = new HashSet<>();
        int left = wanted;
        while (left > 0) {
            List<Free> free = free(scene, dry, left);
            int dryBefore = dry.size();
            List<TaskId> bound = bound(tx, end, free, dry, flowing);
            lease(scene, bound);
            left -= bound.size();
            if (dry.size() == dryBefore) {
                break;
            }
        }
        dry.forEach(carrier -> exceptions.raise(
                tx,
                ExceptionDraft.own(ExceptionKind.NO_WAYBILL, carrier, "no waybill number of this carrier is left")));
        flowing.removeAll(dry);
        exceptions.resolve(tx, ExceptionKind.NO_WAYBILL, flowing, "numbers came");
        waybills.spare().fill(tx, end, scene.station());
        if (!flowing.isEmpty()) {
            waybills.marks().watch(tx);
        }
        return wanted - left;
    }

    private static List<Free> free(Scene scene, Set<String> dry, int limit) {
        List<TaskId> among = scene.among();
        return scene.tx()
                .query(FREE)
                .bind("stage", scene.stage() == null ? "" : scene.stage().name())
                .bind("any", among == null)
                .bindArray(
                        "among",
                        String.class,
                        among == null
                                ? List.of()
                                : among.stream().map(TaskId::value).toList())
                .bindArray("dry", String.class, List.copyOf(dry))
                .bind("limit", limit)
                .map((row, context) -> new Free(
                        new TaskId(row.getString("task")),
                        new ShipmentId(row.getString("shipment")),
                        new CarrierCode(row.getString("carrier")),
                        row.getString("waybill") != null))
                .list();
    }

    /** The work that has a waybill number, or got one now; carriers without numbers are dry. */
    private List<TaskId> bound(Tx tx, WaybillPool.End end, List<Free> free, Set<String> dry, Set<String> flowing) {
        Map<CarrierCode, List<ShipmentId>> unbound = new LinkedHashMap<>();
        free.stream()
                .filter(one -> !one.bound())
                .forEach(one -> unbound.computeIfAbsent(one.carrier(), carrier -> new ArrayList<>())
                        .add(one.shipment()));
        Set<ShipmentId> bound = new HashSet<>();
        unbound.forEach((carrier, shipments) -> {
            Set<ShipmentId> got = waybills.bind(tx, end, carrier, shipments);
            bound.addAll(got);
            if (!got.isEmpty()) {
                flowing.add(carrier.value());
            }
            if (got.size() < shipments.size()) {
                dry.add(carrier.value());
            }
        });
        return free.stream()
                .filter(one -> one.bound() || bound.contains(one.shipment()))
                .map(Free::task)
                .toList();
    }

    /**
     * The lease of somebody's work ends.
     *
     * @param how as the table has it
     * @param by supervisor whose word ended it, absent for nobody
     */
    void end(Tx tx, Work work, String how, @Nullable String by) {
        tx.update(END)
                .bind("task", work.task().value())
                .bind("token", work.token())
                .bind("how", how)
                .bind("by", by)
                .bind("at", time.instant())
                .execute();
    }

    /** Gives work to a station, whoever held it: under the next token. */
    void lease(Scene scene, List<TaskId> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Tx tx = scene.tx();
        StationId station = scene.station();
        List<Works.Change> leased = works.lock(tx, tasks, List.of()).stream()
                .map(work -> new Works.Change(work, work.leasedTo(station, work.token() + 1)))
                .toList();
        works.save(tx, new Posting(), leased);
        Columns.of(leased)
                .text("tasks", one -> one.after().task())
                .longs("tokens", one -> one.after().token())
                .in(tx.update(LEASE))
                .bind("station", station.value())
                .bind("seq", Desk.lastSeq(tx, station))
                .bind("at", time.instant())
                .execute();
        Routes.missing(tx, tasks)
                .forEach(carrier -> exceptions.raise(
                        tx,
                        ExceptionDraft.own(
                                ExceptionKind.NO_ROUTE,
                                carrier.value(),
                                "its routing table lacks addresses that are sent to; their labels carry no routing")));
    }
}
