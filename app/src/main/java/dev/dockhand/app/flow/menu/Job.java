package dev.dockhand.app.flow.menu;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Work;
import java.util.Set;

/** The jobs that the menu offers, in the order that goods take. */
enum Job {
    RECEIVING(FlowId.RECEIVING, "menu.receiving"),
    PUTAWAY(FlowId.PUTAWAY, "menu.putaway"),
    PICKING(FlowId.PICKING, "menu.picking"),
    PACKING(FlowId.PACKING, "menu.packing"),
    LABELS(FlowId.LABELS, "menu.labels");

    private final FlowId flow;
    private final String key;

    Job(FlowId flow, String key) {
        this.flow = flow;
        this.key = key;
    }

    FlowId flow() {
        return flow;
    }

    /** Key of its name; {@code .opened} follows it in the bundle. */
    String key() {
        return key;
    }

    /** How much of it waits, or what it is for. */
    Text detail(Lookup lookup) {
        return switch (this) {
            case RECEIVING ->
                Text.of(
                        "menu.receiving.count",
                        lookup.openAsns().stream().filter(asn -> !asn.closed()).count());
            case PUTAWAY -> Text.of("menu.putaway.count", lookup.plates().size());
            case PICKING ->
                Text.of("menu.picking.count", Work.toPick(lookup, Set.of()).size());
            case PACKING ->
                Text.of("menu.packing.count", Work.toPack(lookup, Set.of()).size());
            case LABELS -> Text.of("menu.labels.detail");
        };
    }
}
