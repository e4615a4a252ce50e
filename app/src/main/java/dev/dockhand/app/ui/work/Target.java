package dev.dockhand.app.ui.work;

import java.util.Optional;

/** What is to be scanned next, by the step that asks for it. */
public enum Target {
    BADGE,
    NOTICE,
    ITEM,
    PLATE,
    LOCATION,
    TOTE,
    WAYBILL;

    /** What a step asks for; absent where it asks for no barcode. */
    public static Optional<Target> of(String step) {
        return Optional.ofNullable(
                switch (step) {
                    case "signin.badge", "signin.ask-supervisor" -> BADGE;
                    case "receiving.choose-notice", "receiving.no-notice" -> NOTICE;
                    case "receiving.scan-item", "packing.scan-item", "picking.take", "putback.scan-item" -> ITEM;
                    case "putaway.scan-plate" -> PLATE;
                    case "putaway.scan-location", "putback.scan-location", "picking.scan-place" -> LOCATION;
                    case "picking.scan-tote", "packing.choose-work", "putback.scan-tote" -> TOTE;
                    case "packing.take-label", "packing.is-label-there", "packing.scan-label" -> WAYBILL;
                    default -> null;
                });
    }
}
