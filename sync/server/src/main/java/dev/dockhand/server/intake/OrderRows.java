package dev.dockhand.server.intake;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.order.Order;
import dev.dockhand.model.order.OrderLine;
import dev.dockhand.model.order.Party;
import dev.dockhand.server.order.NewOrders;
import dev.dockhand.server.order.OrderDesk;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an order from its rows, one a line item. The first row tells everything but the lines. */
record OrderRows(NewOrders orders, OrderDesk desk) implements Loader<Order> {

    private static final int MOST_LINES = 500;
    private static final List<String> OF_THE_WHOLE = ImportKind.ORDERS.columns().stream()
            .filter(column -> !List.of("line", "sku", "quantity").contains(column))
            .toList();
    private static final int LONGEST_SERVICE = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_MESSAGE = 200;

    /** Whoever else wants this stock waits so long. */
    private static final int ORDERS_AT_ONCE = 25;

    @Override
    public Order read(List<Fields> rows) throws BadFieldException {
        Fields first = rows.getFirst();
        if (rows.size() > MOST_LINES) {
            throw first.bad("line", "TOO_LONG", "an order has at most %d lines".formatted(MOST_LINES));
        }
        BrandId brand = first.brand();
        return new Order(
                OrderId.of(brand, first.id("order", OrderNumber::new)),
                first.id("carrier", CarrierCode::new),
                first.code("service", LONGEST_SERVICE),
                first.optionalTime("cut_off"),
                party(first, "sender_"),
                party(first, "recipient_"),
                first.optionalText("message", LONGEST_MESSAGE),
                lines(rows, brand));
    }

    private static Party party(Fields row, String prefix) throws BadFieldException {
        return new Party(
                row.text(prefix + "name", LONGEST_NAME),
                row.phone(prefix + "phone"),
                row.postcode(prefix + "postcode"),
                row.text(prefix + "address", LONGEST_ADDRESS));
    }

    private static List<OrderLine> lines(List<Fields> rows, BrandId brand) throws BadFieldException {
        List<OrderLine> lines = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (Fields row : rows) {
            row.refuseUnlike(rows.getFirst(), "order", OF_THE_WHOLE);
            OrderLine line =
                    new OrderLine(row.number("line", 1, 100_000), row.item(brand), row.quantity("quantity", 1));
            if (!numbers.add(line.line())) {
                throw row.bad("line", "TWICE", "the order has this line twice");
            }
            lines.add(line);
        }
        lines.sort(Comparator.comparingInt(OrderLine::line));
        return lines;
    }

    @Override
    public String key(Order order) {
        return order.id().value();
    }

    @Override
    public int atOnce() {
        return ORDERS_AT_ONCE;
    }

    @Override
    public List<Admission> put(Tx tx, List<Order> things) {
        return orders.accept(tx, things);
    }

    @Override
    public void loaded(Site site) {
        desk.ordersCame(site);
    }
}
