package dev.dockhand.app.flow.menu;

import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.common.Work;
import java.util.Set;

/** The jobs that the menu offers, in the order that goods take. */
enum Job {
    RECEIVING(FlowId.RECEIVING, "menu.receiving"),
    PUTAWAY(FlowId.PUTAWAY, "menu.putaway"),
    PICKING(FlowId.PICKING, "menu.picking"),
    PACKING(FlowId.PACKING, "menu.packing");

    private final FlowId flow;
    private final String key;

    Job(FlowId flow, String key) {
        this.flow = flow;
        this.key = key;
    }

    FlowId flow() {
        return flow;
    }

    /** Key of its name; {@code .count} and {@code .opened} follow it in the bundle. */
    String key() {
        return key;
    }

    /** How much of it waits. */
    int count(Lookup lookup) {
        return switch (this) {
            case RECEIVING ->
                (int) lookup.openAsns().stream().filter(asn -> !asn.closed()).count();
            case PUTAWAY -> lookup.plates().size();
            case PICKING -> Work.toPick(lookup, Set.of()).size();
            case PACKING -> Work.toPack(lookup, Set.of()).size();
        };
    }
}
