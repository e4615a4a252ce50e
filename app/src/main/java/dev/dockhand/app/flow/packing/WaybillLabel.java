package dev.dockhand.app.flow.packing;

import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.order.Party;
import dev.dockhand.model.task.ShipmentTask;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The label that the carrier wants on the box, template {@code waybill}. */
final class WaybillLabel {

    private static final String TEMPLATE = "waybill";

    private WaybillLabel() {}

    /** Prints a copy. The waybill number is the same on every copy. */
    static Effect.Print print(Parcel parcel, int copy, Lookup lookup) {
        return new Effect.Print(job(parcel, copy), TEMPLATE, data(parcel, lookup));
    }

    /** The name of the print job of a copy. */
    static String job(Parcel parcel, int copy) {
        return "waybill:" + parcel.task().id() + ":" + parcel.at() + ":" + copy;
    }

    private static Map<String, Object> data(Parcel parcel, Lookup lookup) {
        ShipmentTask task = parcel.task();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("waybill", parcel.box().waybill().value());
        data.put("carrier", task.carrier().value());
        data.put("service", task.service());
        data.put("routing", task.routing());
        data.put("orderNumber", task.order().name());
        data.put("parcel", box(parcel));
        data.put("recipient", party(task.recipient()));
        data.put("sender", party(task.sender()));
        data.put("items", items(parcel, lookup));
        data.put("message", task.message());
        return data;
    }

    private static Map<String, Object> box(Parcel parcel) {
        Map<String, Object> box = new LinkedHashMap<>();
        box.put("number", parcel.at());
        box.put("of", parcel.count());
        if (parcel.box().weight() != null) {
            box.put(
                    "grams",
                    parcel.box()
                            .weight()
                            .value()
                            .setScale(0, RoundingMode.HALF_UP)
                            .intValueExact());
        }
        return box;
    }

    private static Map<String, Object> party(Party party) {
        return Map.of(
                "name", party.name(),
                "phone", party.phone(),
                "postcode", party.postcode(),
                "address", party.address());
    }

    private static List<Map<String, Object>> items(Parcel parcel, Lookup lookup) {
        return parcel.items().stream()
                .filter(item -> !parcel.box().packed(item).isZero())
                .map(item -> Map.<String, Object>of(
                        "name",
                        name(item, lookup),
                        "quantity",
                        parcel.box().packed(item).units()))
                .toList();
    }

    private static String name(ItemId id, Lookup lookup) {
        return lookup.item(id).map(item -> item.name(Locale.KOREAN)).orElse(id.name());
    }
}
