package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Discrepancy;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Plate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a notice so far, here and at other stations. Kept here and not looked up after each count, because the
 * read model may be a moment behind; what other stations count comes in with {@link #fresh}.
 *
 * @param asn the notice as it was last looked up, with units of all stations as far as this one was told
 * @param told what this station had counted by then
 * @param mine what was counted here since it was opened, in order
 * @param last the plate that was made last, for printing its label again; absent before the first
 */
record Receipt(
        Asn asn,
        List<Act.GoodsReceived> told,
        List<Act.GoodsReceived> mine,
        @Nullable Plate last) {

    Receipt {
        told = List.copyOf(told);
        mine = List.copyOf(mine);
    }

    static Receipt of(Asn asn, Lookup lookup) {
        return new Receipt(asn, lookup.receivedHere(asn.id()), List.of(), null);
    }

    /** The same receipt with what other stations have counted meanwhile; each count from here is in it once. */
    Receipt fresh(Lookup lookup) {
        List<Act.GoodsReceived> countedHere = lookup.receivedHere(asn.id());
        return lookup.asn(asn.id())
                .map(now -> new Receipt(now, countedHere, mine, last))
                .orElse(this);
    }

    Receipt plus(Act.GoodsReceived count, Plate plate) {
        List<Act.GoodsReceived> more = new ArrayList<>(mine);
        more.add(count);
        return new Receipt(asn, told, more, plate);
    }

    /** What was counted here and is not in the notice yet. */
    private List<Act.GoodsReceived> untold() {
        Set<LicensePlate> plates = told.stream().map(Act.GoodsReceived::plate).collect(Collectors.toSet());
        return mine.stream().filter(count -> !plates.contains(count.plate())).toList();
    }

    /** Everything that was counted at this station. */
    List<Act.GoodsReceived> here() {
        List<Act.GoodsReceived> all = new ArrayList<>(told);
        all.addAll(untold());
        return all;
    }

    /** Units of a line, in any condition, of all stations as far as this one was told. */
    Quantity received(Asn.Line line) {
        return line.received().plus(units(untold(), count -> count.line() == line.line()));
    }

    private static Quantity units(List<Act.GoodsReceived> counts, Predicate<Act.GoodsReceived> which) {
        return counts.stream().filter(which).map(Act.GoodsReceived::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    Optional<Asn.Line> line(int number) {
        return asn.lines().stream().filter(line -> line.line() == number).findFirst();
    }

    /** Lines that name an item. */
    List<Asn.Line> linesOf(ItemId item) {
        return asn.lines().stream().filter(line -> line.item().equals(item)).toList();
    }

    /** The lots that the notice announces for an item. */
    List<Lot> lotsOf(ItemId item) {
        return linesOf(item).stream()
                .flatMap(line -> Stream.ofNullable(line.goods().lot()))
                .distinct()
                .toList();
    }

    /** Units of a line that are still to come; none when more came than was announced. */
    Quantity open(Asn.Line line) {
        Quantity came = received(line);
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

    /** The line that a count belongs to: the one whose lot and date fit best; of those one with room first. */
    Optional<Asn.Line> lineFor(Count count) {
        return linesOf(count.item().id()).stream().min((a, b) -> Integer.compare(rank(a, count), rank(b, count)));
    }

    private int rank(Asn.Line line, Count count) {
        boolean sameLot = line.goods().lot() != null && line.goods().lot().equals(count.lot());
        int lot = sameLot ? 0 : line.goods().lot() == null || count.lot() == null ? 1 : 2;
        boolean otherDate = line.goods().expiry() != null
                && count.expiry() != null
                && !line.goods().expiry().equals(count.expiry());
        return lot * 4 + (otherDate ? 2 : 0) + (open(line).isZero() ? 1 : 0);
    }

    /** Lines on which nobody has counted anything. */
    List<Asn.Line> untouched() {
        return asn.lines().stream()
                .filter(line -> !line.expected().isZero() && received(line).isZero())
                .toList();
    }

    /** In which ways what came differs from what was announced. */
    List<Discrepancy> discrepancies() {
        List<Act.GoodsReceived> here = here();
        List<Discrepancy> found = new ArrayList<>();
        for (Asn.Line line : asn.lines()) {
            Quantity came = received(line);
            if (came.isMoreThan(line.expected())) {
                found.add(difference(line, Discrepancy.Kind.OVER, came.minus(line.expected())));
            } else if (line.expected().isMoreThan(came)) {
                found.add(
                        difference(line, Discrepancy.Kind.SHORT, line.expected().minus(came)));
            }
            Quantity broken =
                    units(here, count -> count.line() == line.line() && count.condition() == Act.Condition.DAMAGED);
            if (!broken.isZero()) {
                found.add(difference(line, Discrepancy.Kind.DAMAGED, broken));
            }
            Batch.of(here, line.line())
                    .forEach((batch, units) -> batch.differs(line)
                            .ifPresent(kind -> found.add(new Discrepancy(
                                    line.line(), new Goods(line.item(), batch.lot(), batch.expiry()), kind, units))));
        }
        Map<String, Quantity> foreign = new TreeMap<>();
        here.stream()
                .filter(count -> count.line() == 0)
                .forEach(count -> foreign.merge(count.item().value(), count.quantity(), Quantity::plus));
        foreign.forEach((item, units) -> found.add(new Discrepancy(0, new ItemId(item), Discrepancy.Kind.OVER, units)));
        return found;
    }

    private static Discrepancy difference(Asn.Line line, Discrepancy.Kind kind, Quantity quantity) {
        return new Discrepancy(line.line(), line.item(), kind, quantity);
    }

    /** The notice's lines at the side. */
    List<Screen.Row> rows(int current, Lookup lookup) {
        return asn.lines().stream()
                .map(line -> row(line, current, label(line, lookup)))
                .toList();
    }

    /** The notice's lines with the lots and dates that were counted on each. */
    List<Screen.Row> countedRows(Lookup lookup) {
        List<Act.GoodsReceived> here = here();
        return asn.lines().stream()
                .map(line -> row(line, -1, counted(line, here, label(line, lookup))))
                .toList();
    }

    /** With lots and dates that were counted here; those of other stations are not known. */
    private Text counted(Asn.Line line, List<Act.GoodsReceived> here, Text label) {
        String batches = Batch.words(here, line.line());
        Text counted = batches.isEmpty() ? label : Text.of("receiving.row-counted", label, batches);
        int elsewhere = received(line).units()
                - units(here, count -> count.line() == line.line()).units();
        return line.goods().lot() == null || elsewhere <= 0
                ? counted
                : Text.of("receiving.row-elsewhere", counted, Quantity.of(elsewhere));
    }

    private Screen.Row row(Asn.Line line, int current, Text label) {
        return new Screen.Row(stateOf(line, current), label, new Screen.Counter(received(line), line.expected()));
    }

    private Screen.Row.State stateOf(Asn.Line line, int current) {
        if (line.line() == current) {
            return Screen.Row.State.CURRENT;
        }
        if (received(line).isMoreThan(line.expected())) {
            return Screen.Row.State.OVER;
        }
        return open(line).isZero() ? Screen.Row.State.DONE : Screen.Row.State.OPEN;
    }

    private static Text label(Asn.Line line, Lookup lookup) {
        Object item = Shown.item(line.item(), lookup);
        return line.goods().lot() == null
                ? Text.of("receiving.row", item)
                : Text.of("receiving.row-lot", item, line.goods().lot());
    }
}
