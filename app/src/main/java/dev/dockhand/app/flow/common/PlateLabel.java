package dev.dockhand.app.flow.common;

import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.task.Plate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The label of a license plate, template {@code license-plate}. */
public final class PlateLabel {

    private static final String TEMPLATE = "license-plate";
    private static final String JOB = "plate:";

    private PlateLabel() {}

    /**
     * Prints the label.
     *
     * @param plate what it stands on
     * @param receipt the notice that the goods came with; empty where it is not known any more
     */
    public static Effect.Print print(Plate plate, String receipt, Lookup lookup) {
        return print(plate, receipt, false, lookup);
    }

    /** Prints the same label once more, as the operator asked for; the number stays. */
    public static Effect.Print again(Plate plate, String receipt, Lookup lookup) {
        return print(plate, receipt, true, lookup);
    }

    private static Effect.Print print(Plate plate, String receipt, boolean again, Lookup lookup) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("sscc", plate.plate().value());
        data.put("item", Map.of("sku", plate.item().name(), "name", name(plate, lookup)));
        data.put("quantity", plate.quantity().units());
        lookup.item(plate.item())
                .ifPresent(item -> data.put("owner", item.brand().value()));
        if (plate.goods().lot() != null) {
            data.put("lot", plate.goods().lot().value());
        }
        if (plate.goods().expiry() != null) {
            data.put("expiry", plate.goods().expiry().toString());
        }
        if (!receipt.isEmpty()) {
            data.put("receipt", receipt);
        }
        return new Effect.Print(JOB + plate.plate().value(), TEMPLATE, data, again);
    }

    /** Whether a print job is a plate's. */
    public static boolean isJob(String job) {
        return job.startsWith(JOB);
    }

    /** The plate's number in the name of a print job. */
    public static String plateOf(String job) {
        return job.substring(JOB.length());
    }

    private static String name(Plate plate, Lookup lookup) {
        return lookup.item(plate.item())
                .map((Item item) -> item.name(Locale.KOREAN))
                .orElse(plate.item().name());
    }
}
