package dev.dockhand.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.SyncStatus;
import dev.dockhand.station.memory.Station;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Compares what the operator saw, what the station knows and what the server has, after a shift. */
final class Audit {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_NANOS = 200_000_000;
    private static final int MOST_ITEMS = 10_000;

    private final Administrator administrator;
    private final Station station;
    private final VirtualBench bench;
    private final List<Check> checks = new ArrayList<>();

    Audit(Administrator administrator, Station station, VirtualBench bench) {
        this.administrator = administrator;
        this.station = station;
        this.bench = bench;
    }

    /**
     * One comparison.
     *
     * @param name what is compared
     * @param agrees whether both sides agree
     * @param floor what the operator saw or the station knows
     * @param server what the server has
     */
    record Check(String name, boolean agrees, String floor, String server) {}

    /** Compares everything, once the station has nothing left to send. */
    List<Check> of(ShiftResult shift) throws IOException, InterruptedException {
        boolean drained = await(() -> station.sync().state() == SyncStatus.State.IN_STEP
                && station.sync().waiting() == 0);
        check("The station's queue is empty", drained, station.sync().waiting() + " waiting", "");
        shipments(shift);
        stock();
        putBacks();
        return List.copyOf(checks);
    }

    private void check(String name, boolean agrees, String floor, String server) {
        checks.add(new Check(name, agrees, floor, server));
    }

    private void shipments(ShiftResult shift) throws IOException, InterruptedException {
        Map<String, JsonNode> onServer = new TreeMap<>();
        List<JsonNode> list = administrator.list("/v1/admin/shipments", "shipments");
        list.forEach(shipment -> onServer.put(shipment.path("order").asText(), shipment));
        Map<String, String> closed = new TreeMap<>();
        shift.parcels()
                .forEach(parcel ->
                        closed.put(parcel.order().value(), parcel.waybill().value()));
        check(
                "Shipments",
                list.size() == shift.parcels().size() && onServer.keySet().equals(closed.keySet()),
                String.valueOf(shift.parcels().size()),
                String.valueOf(list.size()));
        Map<String, String> waybills = onServer.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().path("waybill").asText()));
        Set<String> distinct = new HashSet<>(waybills.values());
        check(
                "Waybills, distinct and on the right order",
                distinct.size() == closed.size() && waybills.equals(closed),
                String.valueOf(new HashSet<>(closed.values()).size()),
                String.valueOf(distinct.size()));
        sharedNumbers(closed, waybills);
        labels(list, closed);
    }

    /** Orders of one number are told apart by their brands. */
    private void sharedNumbers(Map<String, String> closed, Map<String, String> onServer) {
        String here = shared(closed);
        String there = shared(onServer);
        check("Parcels of two brands under one order number", here.equals(there), here, there);
    }

    private static String shared(Map<String, String> waybills) {
        Map<String, List<String>> byNumber = waybills.keySet().stream()
                .sorted()
                .collect(Collectors.groupingBy(order -> new OrderId(order).name(), Collectors.toList()));
        return byNumber.values().stream()
                .filter(orders -> orders.size() > 1)
                .flatMap(List::stream)
                .map(order -> order + " " + waybills.get(order))
                .collect(Collectors.joining(", "));
    }

    /** Each label of a closed parcel came out once, unless the operator asked for another copy. */
    private void labels(List<JsonNode> onServer, Map<String, String> closed) {
        int papers = 0;
        int copies = 0;
        boolean agree = true;
        for (JsonNode shipment : onServer) {
            String waybill = shipment.path("waybill").asText();
            int asked = shipment.path("labels").asInt();
            int out = (int) bench.labels().stream()
                    .filter(label -> label.isGood() && waybill.equals(label.code()))
                    .count();
            papers += out;
            copies += asked;
            agree &= out >= 1 && out <= asked && closed.containsValue(waybill);
        }
        check("Labels, each printed and readable", agree, papers + " on paper", copies + " sent");
    }

    private void stock() throws InterruptedException, IOException {
        Map<String, Long> here = here();
        Map<String, Long> there = there();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!here.equals(there) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
            here = here();
            there = there();
        }
        check("Stock, unit by unit, " + there.size() + " balances", here.equals(there), units(here), units(there));
    }

    private void putBacks() throws IOException, InterruptedException {
        int here = station.view().putBacks().size();
        int there = administrator.list("/v1/admin/put-backs", "totes").size();
        check("Totes to put back", here == 0 && there == 0, String.valueOf(here), String.valueOf(there));
    }

    private static String units(Map<String, Long> balances) {
        return balances.values().stream().mapToLong(Long::longValue).sum() + " units";
    }

    private Map<String, Long> here() {
        ReadModel view = station.view();
        Map<String, Long> balances = new TreeMap<>();
        for (Item item : view.items(null, MOST_ITEMS)) {
            for (StockBalance balance : view.stock(item.id())) {
                add(balances, balance);
            }
        }
        return balances;
    }

    private Map<String, Long> there() throws IOException, InterruptedException {
        Map<String, Long> balances = new TreeMap<>();
        for (JsonNode row : administrator.list("/v1/admin/stock", "stock")) {
            add(balances, dev.dockhand.model.json.Json.mapper().treeToValue(row, StockBalance.class));
        }
        return balances;
    }

    private static void add(Map<String, Long> balances, StockBalance balance) {
        Place place = balance.place();
        if (place.kind().isOnHand() && balance.balance() != 0) {
            String key = place + " " + balance.item() + " " + balance.goods().lot() + " "
                    + balance.goods().expiry();
            balances.merge(key, (long) balance.balance(), Long::sum);
        }
    }

    /** Exceptions that wait for a supervisor, in words; information, not a failure. */
    List<String> exceptions() throws IOException, InterruptedException {
        return administrator.list("/v1/admin/exceptions", "exceptions").stream()
                .map(node -> node.path("kind").asText())
                .toList();
    }

    private static boolean await(java.util.function.BooleanSupplier until) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!until.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
