package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.Lookup;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Discrepancy;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.StockBalance;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one lot and one date.
 *
 * @param lot lot, absent for items without lots
 * @param expiry expiry date, absent where there is none
 */
record Batch(@Nullable Lot lot, @Nullable LocalDate expiry) {

    private boolean isPlain() {
        return lot == null && expiry == null;
    }

    /** What was counted on a line, in the order in which it came. */
    static Map<Batch, Quantity> of(List<Act.GoodsReceived> counts, int line) {
        Map<Batch, Quantity> batches = new LinkedHashMap<>();
        counts.stream()
                .filter(count -> count.line() == line)
                .forEach(count -> batches.merge(
                        new Batch(count.goods().lot(), count.goods().expiry()), count.quantity(), Quantity::plus));
        return batches;
    }

    /** The lots and dates that were counted on a line, as printed on the goods; empty where there are none. */
    static String words(List<Act.GoodsReceived> counts, int line) {
        return of(counts, line).entrySet().stream()
                .filter(batch -> !batch.getKey().isPlain())
                .map(batch -> String.format(
                        Locale.ROOT,
                        "%s × %,d",
                        batch.getKey(),
                        batch.getValue().units()))
                .collect(Collectors.joining(", "));
    }

    /** In which way this is not what a line announces; nothing where it is. */
    Optional<Discrepancy.Kind> differs(Asn.Line line) {
        if (lot != null
                && line.goods().lot() != null
                && !lot.equals(line.goods().lot())) {
            return Optional.of(Discrepancy.Kind.OTHER_LOT);
        }
        return expiry != null
                        && line.goods().expiry() != null
                        && !expiry.equals(line.goods().expiry())
                ? Optional.of(Discrepancy.Kind.OTHER_EXPIRY)
                : Optional.empty();
    }

    /** A lot in the spelling in which it is announced or known already, so that l1 and L1 are no two lots. */
    static Lot spelled(Lot lot, Receipt receipt, Item item, Lookup lookup) {
        List<Lot> known = known(receipt, item, lookup)
                .map(Batch::lot)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return known.contains(lot)
                ? lot
                : known.stream().filter(other -> isSame(lot, other)).findFirst().orElse(lot);
    }

    /** Whether two lots differ in nothing but capitals. */
    static boolean isSame(Lot left, Lot right) {
        return left.value().equalsIgnoreCase(right.value());
    }

    /** The dates that this lot of an item has: as announced, else as counted here, else as in stock. */
    static List<LocalDate> dates(@Nullable Lot lot, Receipt receipt, Item item, Lookup lookup) {
        List<LocalDate> announced = dates(announced(receipt, item), lot, true);
        return announced.isEmpty() && lot != null ? dates(known(receipt, item, lookup), lot, false) : announced;
    }

    private static List<LocalDate> dates(Stream<Batch> batches, @Nullable Lot lot, boolean alsoOfNoLot) {
        return batches.filter(batch -> Objects.equals(batch.lot(), lot) || alsoOfNoLot && batch.lot() == null)
                .map(Batch::expiry)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private static Stream<Batch> announced(Receipt receipt, Item item) {
        return receipt.linesOf(item.id()).stream()
                .map(line -> new Batch(line.goods().lot(), line.goods().expiry()));
    }

    private static Stream<Batch> known(Receipt receipt, Item item, Lookup lookup) {
        Stream<Batch> counted = receipt.here().stream()
                .filter(count -> count.item().equals(item.id()))
                .map(count -> new Batch(count.goods().lot(), count.goods().expiry()));
        Stream<Batch> inStock = lookup.stock(item.id()).stream()
                .filter(balance -> balance.balance() > 0)
                .map((StockBalance balance) ->
                        new Batch(balance.goods().lot(), balance.goods().expiry()));
        return Stream.concat(announced(receipt, item), Stream.concat(counted, inStock));
    }

    @Override
    public String toString() {
        return Stream.of(lot, expiry)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
