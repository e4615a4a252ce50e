package dev.dockhand.app.proof;

import dev.dockhand.app.demo.Administrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The office of the soak, which never runs out of orders and deliveries. There is little stock, so orders want more than there
 * is, and what is delivered is promised at once.
 */
final class Supply implements Shop {

    private static final int ITEMS = 12;
    private static final int STOCK = 15;
    private static final int WAYBILLS = 40_000;
    private static final int OPEN_ORDERS = 60;
    private static final int OPEN_NOTICES = 2;
    private static final int MOST_UNITS = 3;
    private static final int MOST_LINES = 3;
    private static final int DELIVERED = 25;
    private static final int LOOK_MILLIS = 2_000;
    private static final GeneratedShop GOODS = new GeneratedShop(ITEMS, 0, 1);

    private final ServerBox server;
    private final Random chance;
    private int orders;
    private int notices;

    Supply(ServerBox server, Random chance) {
        this.server = server;
        this.chance = chance;
    }

    @Override
    public String itemsCsv() {
        return GOODS.itemsCsv();
    }

    @Override
    public String locationsCsv() {
        return GOODS.locationsCsv();
    }

    @Override
    public String stockCsv() {
        StringBuilder rows = new StringBuilder("location,brand,sku,lot,expiry,quantity\n");
        for (int item = 1; item <= ITEMS; item++) {
            rows.append("A-%06d,b,%s,,,%d\n".formatted(item, GeneratedShop.sku(item), STOCK));
        }
        return rows.toString();
    }

    @Override
    public String waybillsCsv() {
        return GeneratedShop.waybillsCsv(WAYBILLS);
    }

    @Override
    public String ordersCsv() {
        List<String> rows = new ArrayList<>();
        for (int more = 0; more < OPEN_ORDERS / 2; more++) {
            orders++;
            int first = chance.nextInt(ITEMS);
            int lines = 1 + chance.nextInt(MOST_LINES);
            for (int line = 1; line <= lines; line++) {
                rows.add(GeneratedShop.orderRow(
                        orders, line, 1 + (first + line) % ITEMS, 1 + chance.nextInt(MOST_UNITS)));
            }
        }
        return GeneratedShop.ORDER_HEADER + String.join("\n", rows) + "\n";
    }

    private String asnsCsv() {
        StringBuilder rows = new StringBuilder("brand,asn,supplier,expected_on,line,sku,lot,expiry,quantity\n");
        notices++;
        for (int line = 1; line <= ITEMS / 2; line++) {
            int item = 1 + (notices * ITEMS / 2 + line) % ITEMS;
            rows.append("b,ASN-%05d,Glow Ltd,2026-11-23,%d,%s,,,%d\n"
                    .formatted(notices, line, GeneratedShop.sku(item), 1 + chance.nextInt(DELIVERED)));
        }
        return rows.toString();
    }

    /** Loads what a shop begins with. */
    void begin() throws IOException, InterruptedException {
        try (Administrator office = server.office()) {
            office.put("/v1/companies/demo/brands/b", Map.of());
        }
        load("items", itemsCsv());
        load("locations", locationsCsv());
        load("operators", operatorsCsv());
        load("stock", stockCsv());
        load("waybills", waybillsCsv());
        load("orders", ordersCsv());
        load("asns", asnsCsv());
    }

    private void load(String kind, String csv) throws IOException, InterruptedException {
        try (Administrator office = server.office()) {
            int rejected = office.load(kind, csv).path("rejected").size();
            if (rejected > 0) {
                throw new AssertionError(String.format(Locale.ROOT, "%d rows of %s were refused", rejected, kind));
            }
        }
    }

    /** Keeps orders and deliveries coming until it is interrupted. */
    void keepComing() {
        try {
            while (true) {
                if (number("SELECT count(*) FROM orders WHERE state IN ('WAITING', 'PROMISED', 'RELEASED')")
                        < OPEN_ORDERS) {
                    insist("orders", ordersCsv());
                }
                if (number("SELECT count(*) FROM asn WHERE NOT closed") < OPEN_NOTICES
                        && number("SELECT count(*) FROM orders WHERE state <> 'WAITING' AND state <> 'PACKED'")
                                < OPEN_ORDERS / 2) {
                    insist("asns", asnsCsv());
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same file is loaded again until the server says that it has it. */
    private void insist(String kind, String csv) throws InterruptedException {
        while (true) {
            try {
                load(kind, csv);
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
    }

    /** How many orders are in each state, and how many plates wait to be put away, while the database answers. */
    static List<String> orders(ServerBox server) {
        try {
            return server.tables().rows("""
                SELECT lower(state) || ' ' || count(*) FROM orders GROUP BY state
                UNION ALL SELECT 'plates ' || count(*) FROM plate WHERE location IS NULL\
                """);
        } catch (IllegalStateException | UncheckedIOException e) {
            return List.of("not known");
        }
    }

    /** Many while the server is away, so that nothing is loaded then. */
    private long number(String sql) {
        try {
            return server.tables().number(sql);
        } catch (IllegalStateException | UncheckedIOException e) {
            return Long.MAX_VALUE;
        }
    }
}
