package dev.dockhand.server.http;

import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.accept.Quarantine;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.people.Stations;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What an administrator sees. No recipient is in any of it. */
final class ViewRoutes {

    private final Api api;
    private final Views views;
    private final OrderViews orderViews;

    ViewRoutes(Api api) {
        this.api = api;
        this.views = new Views(api.database(), api.site());
        this.orderViews = new OrderViews(api.database(), api.site());
    }

    List<Route> all() {
        return List.of(
                get("/v1/admin/status", call -> Reply.json(views.status(api.version(), api.zone(), api.today()))),
                get("/v1/admin/stations", this::stations),
                get("/v1/admin/orders", this::orders),
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

    private Reply stations(Call call) {
        return Listing.part(
                call,
                "stations",
                0,
                (after, limit) -> api.stations().list().stream()
                        .filter(station -> station.number() > after)
                        .limit(limit)
                        .toList(),
                Stations.View::number);
    }

    private Reply orders(Call call) {
        String state = call.query("state").orElse("");
        return Listing.part(
                call,
                "orders",
                "",
                (after, limit) -> orderViews.list(state, after, limit),
                order -> order.order().value());
    }

    private Reply order(Call call) {
        OrderId order = call.order();
        return orderViews
                .find(order)
                .map(Reply::json)
                .orElseThrow(() -> HttpError.notFound("there is no order " + order));
    }

    private Reply stock(Call call) {
        String item = call.query("item", ItemId::new).map(ItemId::value).orElse("");
        String place = call.query("place", Place::parse).map(Place::toString).orElse("");
        return Listing.part(
                call,
                "stock",
                Views.BalanceKey.START,
                (after, limit) -> views.stock(item, place, after, limit),
                Views.BalanceKey::of);
    }

    private Reply shipments(Call call) {
        return Listing.part(
                call,
                "shipments",
                "",
                (after, limit) -> large(handle -> api.shipments().packed(handle, api.site(), after, limit)),
                packed -> packed.shipment().value());
    }

    private Reply labels(Call call) {
        WaybillNumber waybill = call.path("waybill", WaybillNumber::new);
        return Listing.part(
                call,
                "labels",
                Shipments.LabelKey.START,
                (after, limit) -> large(handle -> api.shipments().labels(handle, api.site(), waybill, after, limit)),
                Shipments.LabelKey::of);
    }

    private Reply exceptions(Call call) {
        boolean all = call.flag("all");
        return Listing.part(
                call,
                "exceptions",
                Exceptions.Key.START,
                (after, limit) -> large(handle -> api.exceptions().list(handle, api.site(), all, after, limit)),
                Exceptions.Key::of);
    }

    private Reply quarantine(Call call) {
        StationId station = call.path("station", StationId::new);
        int epoch = call.path("epoch", Integer::parseInt);
        return Listing.part(
                call,
                "events",
                new Quarantine.Key(call.number("from", 0, 0, Long.MAX_VALUE), ""),
                (after, limit) ->
                        large(handle -> api.quarantine().list(handle, api.site(), station, epoch, after, limit)),
                Quarantine.Key::of);
    }

    private Reply waybills(Call call) {
        return Listing.part(
                call,
                "waybills",
                "",
                (after, limit) -> large(handle -> api.waybills().levels(handle, api.site())).stream()
                        .filter(level -> level.carrier().value().compareTo(after) > 0)
                        .limit(limit)
                        .toList(),
                level -> level.carrier().value());
    }

    private Reply availabilities(Call call) {
        return Listing.part(
                call,
                "availability",
                "",
                views::availability,
                level -> level.item().value());
    }

    private Reply availability(Call call) {
        ItemId item = call.item();
        return views.availability(item)
                .map(Reply::json)
                .orElseThrow(() -> HttpError.notFound("there is no item " + item));
    }

    private <T> T large(Function<Handle, T> work) {
        return api.database().readLarge(work);
    }
}
