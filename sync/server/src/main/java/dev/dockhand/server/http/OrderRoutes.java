package dev.dockhand.server.http;

import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.server.access.Caller;
import dev.dockhand.server.order.Holds;
import dev.dockhand.server.release.Orders;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is decided about an order. Each is answered with the order as it stands then. */
final class OrderRoutes {

    private static final Pattern HOLD = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int LONGEST_NOTE = 500;

    private final Api api;
    private final OrderViews views;

    OrderRoutes(Api api) {
        this.api = api;
        this.views = new OrderViews(api.database());
    }

    List<Route> all() {
        String order = "/v1/admin/orders/{brand}/{order}";
        return List.of(
                Route.post(order + "/cancel", Access.BRAND, this::cancel),
                Route.post(order + "/shorts", Access.BRAND, this::decide),
                Route.post(order + "/holds", Access.BRAND, this::hold),
                Route.post(order + "/holds/{hold}/lift", Access.BRAND, this::lift),
                Route.post("/v1/admin/shipments/{shipment}/hand-over", Access.WAREHOUSE, this::handOver));
    }

    private Reply cancel(Call call) {
        OrderId order = call.order();
        Orders.Cancelled result =
                api.orders().cancel(call.scopeOf(order, api.intake()).site(), order);
        return switch (result) {
            case CANCELLED, ALREADY_CANCELLED -> Reply.json(Map.of("result", result.name()));
            case ALREADY_PACKED, ALREADY_HANDED_OVER ->
                throw new HttpError(409, result.name(), "the parcel is closed; the order cannot be called off here");
            case UNKNOWN -> throw HttpError.notFound("there is no order " + order);
        };
    }

    /**
     * What somebody wants of an order.
     *
     * @param decision what becomes of what is missing
     * @param hold what a hold is called
     * @param note why it is held
     * @param by who wants it; the name of the key where it is absent
     */
    private record Wish(
            @Nullable ShortRule decision,
            @Nullable String hold,
            @Nullable String note,
            @Nullable String by) {

        String who(Caller.Account account) {
            return by == null || by.isBlank() ? account.name() : by;
        }
    }

    private Reply decide(Call call) throws IOException {
        OrderId order = call.order();
        Scope scope = call.scopeOf(order, api.intake());
        Wish wish = call.json(Wish.class);
        if (wish.decision() == null || wish.decision() == ShortRule.ASK) {
            throw HttpError.badRequest("BAD_JSON", "decision is needed: WAIT, SHIP_REST or CANCEL_REST");
        }
        api.orders().decide(scope.site(), order, wish.decision(), wish.who(call.account()));
        return view(scope, order);
    }

    private Reply hold(Call call) throws IOException {
        OrderId order = call.order();
        Scope scope = call.scopeOf(order, api.intake());
        Wish wish = call.json(Wish.class);
        String note = wish.note() == null ? "" : wish.note();
        if (wish.hold() == null || !HOLD.matcher(wish.hold()).matches() || note.length() > LONGEST_NOTE) {
            throw HttpError.badRequest(
                    "BAD_JSON", "hold is needed: a name such as ADDRESS; its note has at most " + LONGEST_NOTE);
        }
        api.holds().hold(scope.site(), order, wish.hold(), note, who(call, wish));
        return view(scope, order);
    }

    private Reply lift(Call call) throws IOException {
        OrderId order = call.order();
        Scope scope = call.scopeOf(order, api.intake());
        api.holds().lift(scope.site(), order, call.path("hold", text -> text), who(call, call.json(Wish.class)));
        return view(scope, order);
    }

    private static Holds.Who who(Call call, Wish wish) {
        Caller.Account account = call.account();
        return new Holds.Who(wish.who(account), account.role());
    }

    private Reply handOver(Call call) throws IOException {
        Site site = call.site();
        ShipmentId shipment = call.path("shipment", ShipmentId::new);
        OrderId order =
                api.handOver().take(site, shipment, call.json(Wish.class).who(call.account()));
        return view(Scope.of(site), order);
    }

    private Reply view(Scope scope, OrderId order) {
        return views.find(scope, order)
                .map(Reply::json)
                .orElseThrow(() -> HttpError.notFound("there is no order " + order));
    }
}
