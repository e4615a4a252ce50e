package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Discrepancy;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Plate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a notice so far, here and at other stations. Kept here and not looked up after each count, because the
 * read model may be a moment behind; what other stations count comes in with {@link #fresh}.
 *
 * @param asn the notice as it was last looked up
 * @param received units by line, in any condition, of all stations as far as this one was told
 * @param damaged damaged units by line, those before it was opened included as far as this station counted them
 * @param unannounced units of items that the notice does not name, counted in the same way
 * @param mine what was counted here since it was opened, in order
 * @param last the plate that was made last, for printing its label again; absent before the first
 */
record Receipt(
        Asn asn,
        Map<Integer, Quantity> received,
        Map<Integer, Quantity> damaged,
        Map<Sku, Quantity> unannounced,
        List<Act.GoodsReceived> mine,
        @Nullable Plate last) {

    Receipt {
        received = Map.copyOf(received);
        damaged = Map.copyOf(damaged);
        unannounced = Map.copyOf(unannounced);
        mine = List.copyOf(mine);
    }

    static Receipt of(Asn asn, Lookup lookup) {
        return of(asn, lookup.receivedHere(asn.number()));
    }

    private static Receipt of(Asn asn, List<Act.GoodsReceived> countedHere) {
        Map<Integer, Quantity> received = new HashMap<>();
        asn.lines().forEach(line -> received.put(line.line(), line.received()));
        Map<Integer, Quantity> damaged = new HashMap<>();
        Map<Sku, Quantity> unannounced = new HashMap<>();
        for (Act.GoodsReceived before : countedHere) {
            if (before.line() == 0) {
                unannounced.merge(before.sku(), before.quantity(), Quantity::plus);
            } else if (before.condition() == Act.Condition.DAMAGED) {
                damaged.merge(before.line(), before.quantity(), Quantity::plus);
            }
        }
        return new Receipt(asn, received, damaged, unannounced, List.of(), null);
    }

    /** The same receipt with what other stations have counted meanwhile; each count from here is in it once. */
    Receipt fresh(Lookup lookup) {
        List<Act.GoodsReceived> countedHere = lookup.receivedHere(asn.number());
        Optional<Asn> now = lookup.asn(asn.number());
        if (now.isEmpty()) {
            return this;
        }
        Receipt total = of(now.get(), countedHere);
        Set<LicensePlate> told =
                countedHere.stream().map(Act.GoodsReceived::plate).collect(Collectors.toSet());
        for (Act.GoodsReceived count : mine) {
            total = told.contains(count.plate()) ? total : total.with(count);
        }
        return new Receipt(total.asn, total.received, total.damaged, total.unannounced, mine, last);
    }

    Receipt plus(Act.GoodsReceived count, Plate plate) {
        List<Act.GoodsReceived> more = new ArrayList<>(mine);
        more.add(count);
        Receipt total = with(count);
        return new Receipt(asn, total.received, total.damaged, total.unannounced, more, plate);
    }

    private Receipt with(Act.GoodsReceived count) {
        Map<Integer, Quantity> lines = new HashMap<>(received);
        Map<Integer, Quantity> broken = new HashMap<>(damaged);
        Map<Sku, Quantity> foreign = new LinkedHashMap<>(unannounced);
        if (count.line() == 0) {
            foreign.merge(count.sku(), count.quantity(), Quantity::plus);
        } else {
            lines.merge(count.line(), count.quantity(), Quantity::plus);
            if (count.condition() == Act.Condition.DAMAGED) {
                broken.merge(count.line(), count.quantity(), Quantity::plus);
            }
        }
        return new Receipt(asn, lines, broken, foreign, mine, last);
    }

    Quantity received(int line) {
        return received.getOrDefault(line, Quantity.ZERO);
    }

    Optional<Asn.Line> line(int number) {
        return asn.lines().stream().filter(line -> line.line() == number).findFirst();
    }

    /** Units of a line that are still to come; none when more came than was announced. */
    Quantity open(Asn.Line line) {
        Quantity came = received(line.line());
        return came.isMoreThan(line.expected())
                ? Quantity.ZERO
                : line.expected().minus(came);
    }

    /** Whether the count makes its line more than was announced. */
    boolean isOver(Count count) {
        return line(count.line())
                .filter(line -> count.quantity().isMoreThan(open(line)))
                .isPresent();
    }

    /** The line that a count belongs to: same lot first, then one that names no lot, then any; one with room first. */
    Optional<Asn.Line> lineFor(Count count) {
        return asn.lines().stream()
                .filter(line -> line.sku().equals(count.item().sku()))
                .min((a, b) -> Integer.compare(rank(a, count), rank(b, count)));
    }

    private int rank(Asn.Line line, Count count) {
        boolean sameLot = line.lot() != null && line.lot().equals(count.lot());
        int lot = sameLot ? 0 : line.lot() == null || count.lot() == null ? 1 : 2;
        return lot * 2 + (open(line).isZero() ? 1 : 0);
    }

    /** In which ways what came differs from what was announced. */
    List<Discrepancy> discrepancies() {
        List<Discrepancy> found = new ArrayList<>();
        for (Asn.Line line : asn.lines()) {
            Quantity came = received(line.line());
            if (came.isMoreThan(line.expected())) {
                found.add(difference(line, Discrepancy.Kind.OVER, came.minus(line.expected())));
            } else if (line.expected().isMoreThan(came)) {
                found.add(
                        difference(line, Discrepancy.Kind.SHORT, line.expected().minus(came)));
            }
            Quantity broken = damaged.getOrDefault(line.line(), Quantity.ZERO);
            if (!broken.isZero()) {
                found.add(difference(line, Discrepancy.Kind.DAMAGED, broken));
            }
        }
        unannounced.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> a.value().compareTo(b.value())))
                .map(entry -> new Discrepancy(0, entry.getKey(), Discrepancy.Kind.OVER, entry.getValue()))
                .forEach(found::add);
        return found;
    }

    private static Discrepancy difference(Asn.Line line, Discrepancy.Kind kind, Quantity quantity) {
        return new Discrepancy(line.line(), line.sku(), kind, quantity);
    }

    /** The notice's lines at the side. */
    List<Screen.Row> rows(int current, Lookup lookup) {
        return asn.lines().stream()
                .map(line -> new Screen.Row(
                        stateOf(line, current),
                        label(line, lookup),
                        new Screen.Counter(received(line.line()), line.expected())))
                .toList();
    }

    private Screen.Row.State stateOf(Asn.Line line, int current) {
        if (line.line() == current) {
            return Screen.Row.State.CURRENT;
        }
        return open(line).isZero() ? Screen.Row.State.DONE : Screen.Row.State.OPEN;
    }

    private static Text label(Asn.Line line, Lookup lookup) {
        Object item = Shown.item(line.sku(), lookup);
        return line.lot() == null ? Text.of("receiving.row", item) : Text.of("receiving.row-lot", item, line.lot());
    }
}
