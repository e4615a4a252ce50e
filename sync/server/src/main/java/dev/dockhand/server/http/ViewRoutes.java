package dev.dockhand.server.http;

import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.server.accept.Quarantine;
import dev.dockhand.server.access.Stations;
import dev.dockhand.server.dispatch.Shipments;
import dev.dockhand.server.dispatch.WaybillLevel;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.release.PutBacks;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Site;
import dev.dockhand.server.store.Tx;
import java.util.List;
import java.util.function.Function;

/** What an administrator sees. No recipient is in any of it. */
final class ViewRoutes {

    private final Api api;
    private final Views views;
    private final OrderViews orderViews;

    ViewRoutes(Api api) {
        this.api = api;
        this.views = new Views(api.database());
        this.orderViews = new OrderViews(api.database());
    }

    List<Route> all() {
        return List.of(
                get(
                        "/v1/admin/status",
                        call -> Reply.json(views.status(
                                call.site(),
                                api.version(),
                                api.warehouses().get(call.site()),
                                api.time().instant()))),
                get("/v1/admin/stations", this::stations),
                Route.get("/v1/admin/orders", Access.BRAND, this::orders),
                Route.get("/v1/admin/orders/{brand}/{order}", Access.BRAND, this::order),
                Route.get("/v1/admin/stock", Access.BRAND, this::stock),
                get("/v1/admin/shipments", this::shipments),
                get("/v1/admin/put-backs", this::putBacks),
                get("/v1/admin/labels/{waybill}", this::labels),
                get("/v1/admin/exceptions", this::exceptions),
                get("/v1/admin/quarantine/{station}/{epoch}", this::quarantine),
                get("/v1/admin/waybills", this::waybills),
                get("/v1/admin/waybill-ranges", this::waybillRanges),
                Route.get("/v1/availability", Access.BRAND, this::availabilities),
                Route.get("/v1/availability/{brand}/{sku}", Access.BRAND, this::availability));
    }

    private static Route get(String path, Endpoint endpoint) {
        return Route.get(path, Access.WAREHOUSE, endpoint);
    }

    private Reply stations(Call call) {
        return Listing.part(
                call,
                "stations",
                0,
                (after, limit) -> api.stations().list(call.site()).stream()
                        .filter(station -> station.number() > after)
                        .limit(limit)
                        .toList(),
                Stations.View::number);
    }

    private Reply orders(Call call) {
        Scope scope = call.scope();
        String state = call.query("state").orElse("");
        return Listing.part(
                call,
                "orders",
                "",
                (after, limit) -> orderViews.list(scope, state, after, limit),
                order -> order.order().value());
    }

    private Reply order(Call call) {
        OrderId order = call.order();
        return orderViews
                .find(call.scopeOf(order, api.intake()), order)
                .map(Reply::json)
                .orElseThrow(() -> HttpError.notFound("there is no order " + order));
    }

    private Reply stock(Call call) {
        Scope scope = call.scope();
        String item = call.query("item", ItemId::new).map(ItemId::value).orElse("");
        String place = call.query("place", Place::parse).map(Place::toString).orElse("");
        return Listing.part(
                call,
                "stock",
                Views.BalanceKey.START,
                (after, limit) -> views.stock(scope, item, place, after, limit),
                Views.BalanceKey::of);
    }

    private Reply shipments(Call call) {
        Site site = call.site();
        return Listing.part(
                call,
                "shipments",
                Shipments.PackedKey.START,
                (after, limit) -> large(site, tx -> api.shipments().packed(tx, after, limit)),
                Shipments.PackedKey::of);
    }

    private Reply putBacks(Call call) {
        Site site = call.site();
        return Listing.part(
                call,
                "totes",
                "",
                (after, limit) -> large(site, tx -> PutBacks.list(tx, after, limit)),
                tote -> tote.tote().value());
    }

    private Reply labels(Call call) {
        Site site = call.site();
        WaybillNumber waybill = call.path("waybill", WaybillNumber::new);
        return Listing.part(
                call,
                "labels",
                Shipments.LabelKey.START,
                (after, limit) -> large(site, tx -> api.shipments().labels(tx, waybill, after, limit)),
                Shipments.LabelKey::of);
    }

    private Reply exceptions(Call call) {
        Site site = call.site();
        boolean all = call.flag("all");
        return Listing.part(
                call,
                "exceptions",
                Exceptions.Key.START,
                (after, limit) -> large(site, tx -> api.exceptions().list(tx, all, after, limit)),
                Exceptions.Key::of);
    }

    private Reply quarantine(Call call) {
        Site site = call.site();
        StationId station = call.path("station", StationId::new);
        int epoch = call.path("epoch", Integer::parseInt);
        return Listing.part(
                call,
                "events",
                new Quarantine.Key(call.number("from", 0, 0, Long.MAX_VALUE), ""),
                (after, limit) -> large(site, tx -> api.quarantine().list(tx, station, epoch, after, limit)),
                Quarantine.Key::of);
    }

    private Reply waybills(Call call) {
        return Listing.of(
                call,
                "waybills",
                large(call.site(), WaybillLevel::all),
                level -> level.carrier().value());
    }

    private Reply waybillRanges(Call call) {
        return Listing.of(
                call,
                "ranges",
                large(call.site(), tx -> api.waybills().ranges().levels(tx)),
                range -> range.first().value());
    }

    private Reply availabilities(Call call) {
        Scope scope = call.scope();
        return Listing.part(
                call,
                "availability",
                "",
                (after, limit) -> views.availability(scope, after, limit),
                level -> level.item().value());
    }

    private Reply availability(Call call) {
        ItemId item = call.item();
        return views.availability(call.scope(), item)
                .map(Reply::json)
                .orElseThrow(() -> HttpError.notFound("there is no item " + item));
    }

    private <T> T large(Site site, Function<Tx, T> work) {
        return api.database().readLarge(site, work);
    }
}
