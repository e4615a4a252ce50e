package dev.dockhand.app.proof;

import dev.dockhand.model.id.CheckDigit;
import dev.dockhand.model.id.ItemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shop as CSV files: items with their stock, and orders with one to four lines. The same seed makes the same shop.
 *
 * @param items how many items; each lies in a place of its own
 * @param orders how many orders
 * @param seed what decides the lines
 */
public record GeneratedShop(int items, int orders, long seed) implements Shop {

    static final String BADGE = "OP-1001";
    static final String PIN = "246810";
    static final String ORDER_HEADER =
            "brand,order,carrier,service,cut_off,sender_name,sender_phone,sender_postcode,sender_address,recipient_name,recipient_phone,recipient_postcode,recipient_address,message,line,sku,quantity\n";
    static final String LOCATIONS = "code,zone,kind,walk\nDOCK-1,DOCK,DOCK,1\nDMG-1,DMG,DAMAGED,999999\n";
    private static final int STOCK = 500;
    private static final int MOST_LINES = 4;
    private static final int MOST_UNITS = 3;

    /** The barcode of an item: an EAN-13 of the in-house range. */
    public static String gtin(int item) {
        String digits = "200" + String.format(Locale.ROOT, "%09d", item);
        return digits + CheckDigit.of(digits);
    }

    public static String sku(int item) {
        return String.format(Locale.ROOT, "SKU-%06d", item);
    }

    /** The same with its brand. */
    public static ItemId item(int number) {
        return new ItemId("b/" + sku(number));
    }

    static String order(int order) {
        return String.format(Locale.ROOT, "ORD-%04d", order);
    }

    @Override
    public String itemsCsv() {
        return itemsCsv(items);
    }

    static String itemsCsv(int items) {
        return "sku,brand,name_ko,name_en,barcodes,lot_tracked,expiry_tracked,unit_grams,note\n"
                + each(
                        items,
                        n -> "%s,b,수분크림 %d호,Cream no. %d,%s,false,false,%d,"
                                .formatted(sku(n), n, n, gtin(n), 100 + n % 50));
    }

    @Override
    public String locationsCsv() {
        return LOCATIONS + each(items, n -> "A-%06d,A,STORAGE,%d".formatted(n, 100 + n));
    }

    @Override
    public String stockCsv() {
        return "location,brand,sku,lot,expiry,quantity\n"
                + each(items, n -> "A-%06d,b,%s,,,%d".formatted(n, sku(n), STOCK));
    }

    @Override
    public String waybillsCsv() {
        return waybillsCsv(orders * 2);
    }

    static String waybillsCsv(int count) {
        return "carrier,number\n" + each(count, n -> "CJ,6329%08d".formatted(n));
    }

    @Override
    public String ordersCsv() {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int n = 1; n <= orders; n++) {
            List<Integer> chosen = IntStream.rangeClosed(1, items).boxed().collect(Collectors.toList());
            Collections.shuffle(chosen, random);
            int lines = 1 + random.nextInt(MOST_LINES);
            for (int line = 1; line <= lines; line++) {
                rows.add(orderRow(n, line, chosen.get(line), 1 + random.nextInt(MOST_UNITS)));
            }
        }
        return ORDER_HEADER + String.join("\n", rows) + "\n";
    }

    /** A line of an order; the recipient of each order has another name and another street. */
    static String orderRow(int order, int line, int item, int units) {
        return "b,%s,CJ,standard,2030-01-01T16:00:00+09:00,글로우랩,02-555-0100,10881,경기도 파주시 문발로 100,"
                        .formatted(order(order))
                + "%s,010-9022-3877,06236,\"서울특별시 강남구 %s로 %d, 17층\",,%d,%s,%d"
                        .formatted(hangul(order), hangul(order + 7_000), order, line, sku(item), units);
    }

    /** Three syllables that no other number gives. */
    private static String hangul(int number) {
        StringBuilder name = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            name.append((char) ('가' + (number * 31 * i + i * 997) % 11_172));
        }
        return name.toString();
    }

    private static String each(int count, java.util.function.IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }
}
