package dev.dockhand.app.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shop with a large catalogue, and a few large orders whose items lie all over it.
 *
 * @param items how many items there are
 * @param orders how many orders
 * @param lines lines of an order, each another item
 * @param units units of a line
 */
record LargeShop(int items, int orders, int lines, int units) implements Shop {

    /** More than a burst takes, so that a parcel stays open behind it. */
    private static final int LEFT_OVER = 1;

    /** The item of a line; no two lines of the shop have the same. */
    int item(int order, int line) {
        int ordered = orders * lines;
        return 1 + ((order - 1) * lines + line - 1) * (items / ordered);
    }

    /** What a burst scans: every unit of an order but those that are left over, in an order of its own. */
    List<Integer> burst(int order, long seed) {
        List<Integer> scans = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            scans.addAll(Collections.nCopies(units, item(order, line)));
        }
        Collections.shuffle(scans, new Random(seed));
        return scans;
    }

    @Override
    public String itemsCsv() {
        return GeneratedShop.itemsCsv(items);
    }

    @Override
    public String locationsCsv() {
        return GeneratedShop.LOCATIONS
                + each((order, line) -> "A-%06d,A,STORAGE,%d".formatted(item(order, line), line));
    }

    @Override
    public String stockCsv() {
        return "location,brand,sku,lot,expiry,quantity\n"
                + each((order, line) -> "A-%06d,b,%s,,,%d"
                        .formatted(item(order, line), GeneratedShop.sku(item(order, line)), units * 10));
    }

    @Override
    public String waybillsCsv() {
        return GeneratedShop.waybillsCsv(orders * 2);
    }

    @Override
    public String ordersCsv() {
        return GeneratedShop.ORDER_HEADER
                + each((order, line) -> GeneratedShop.orderRow(order, line, item(order, line), units + LEFT_OVER));
    }

    private interface Row {
        String of(int order, int line);
    }

    private String each(Row row) {
        IntFunction<String> rows = order -> IntStream.rangeClosed(1, lines)
                .mapToObj(line -> row.of(order, line))
                .collect(Collectors.joining("\n", "", "\n"));
        return IntStream.rangeClosed(1, orders).mapToObj(rows).collect(Collectors.joining());
    }
}
