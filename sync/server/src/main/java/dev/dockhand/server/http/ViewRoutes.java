package dev.dockhand.server.http;

import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WaybillNumber;
import java.util.List;
import java.util.Map;

/** What an administrator sees. No recipient is in any of it. */
final class ViewRoutes {

    private static final int PAGE = 1000;
    private static final int LARGE_PAGE = 10_000;

    private final Api api;
    private final Views views;

    ViewRoutes(Api api) {
        this.api = api;
        this.views = new Views(api.database(), api.site());
    }

    List<Route> all() {
        return List.of(
                get("/v1/admin/status", call -> Reply.json(views.status(api.version(), api.zone(), api.today()))),
                get(
                        "/v1/admin/stations",
                        call -> Reply.json(Map.of("stations", api.stations().list()))),
                get("/v1/admin/orders/{brand}/{order}", this::order),
                get("/v1/admin/stock", this::stock),
                get("/v1/admin/shipments", this::shipments),
                get("/v1/admin/labels/{waybill}", this::labels),
                get("/v1/admin/exceptions", this::exceptions),
                get("/v1/admin/quarantine/{station}/{epoch}", this::quarantine),
                get("/v1/admin/waybills", this::waybills),
                get("/v1/availability", this::availabilities),
                get("/v1/availability/{brand}/{sku}", this::availability));
    }

    private static Route get(String path, Endpoint endpoint) {
        return Route.get(path, Access.ADMINISTRATOR, endpoint);
    }

    private Reply order(Call call) {
        OrderId order = call.order();
        return views.order(order).map(Reply::json).orElseThrow(() -> HttpError.notFound("there is no order " + order));
    }

    private Reply stock(Call call) {
        String item = call.query("item", ItemId::new).map(ItemId::value).orElse("");
        String place = call.query("place", Place::parse).map(Place::toString).orElse("");
        return Reply.json(Map.of("stock", views.stock(item, place, limit(call, LARGE_PAGE))));
    }

    private Reply shipments(Call call) {
        String after = call.query("after").orElse("");
        int limit = limit(call, PAGE);
        return Reply.json(Map.of(
                "shipments",
                api.database().readLarge(handle -> api.shipments().packed(handle, api.site(), after, limit))));
    }

    private Reply labels(Call call) {
        WaybillNumber waybill = call.path("waybill", WaybillNumber::new);
        return Reply.json(Map.of(
                "labels", api.database().read(handle -> api.shipments().labels(handle, api.site(), waybill))));
    }

    private Reply exceptions(Call call) {
        boolean all = call.query("all").map(Boolean::parseBoolean).orElse(false);
        int limit = limit(call, PAGE);
        return Reply.json(Map.of(
                "exceptions",
                api.database().readLarge(handle -> api.exceptions().list(handle, api.site(), all, limit))));
    }

    private Reply quarantine(Call call) {
        StationId station = call.path("station", StationId::new);
        int epoch = call.path("epoch", Integer::parseInt);
        long from = call.number("from", 0, 0, Long.MAX_VALUE);
        int limit = limit(call, PAGE);
        return Reply.json(Map.of(
                "events",
                api.database().read(handle -> api.quarantine().list(handle, api.site(), station, epoch, from, limit))));
    }

    private Reply waybills(Call call) {
        return Reply.json(Map.of(
                "waybills", api.database().read(handle -> api.waybills().levels(handle, api.site()))));
    }

    private Reply availabilities(Call call) {
        String after = call.query("after").orElse("");
        return Reply.json(Map.of("availability", views.availability(after, limit(call, LARGE_PAGE))));
    }

    private Reply availability(Call call) {
        ItemId item = call.item();
        return views.availability(item)
                .map(Reply::json)
                .orElseThrow(() -> HttpError.notFound("there is no item " + item));
    }

    private static int limit(Call call, int most) {
        return Math.toIntExact(call.number("limit", most, 1, most));
    }
}
