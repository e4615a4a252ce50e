package dev.dockhand.app.flow.receiving;

import dev.dockhand.app.flow.JobDefinition;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.event.Act;
import java.util.Optional;

/** Goods come in. */
public final class ReceivingJob extends JobDefinition {

    /** The job. */
    public ReceivingJob() {
        super(ReceivingFlow.ID, ReceivingFlow::new, "menu.receiving", "RECEIVE", "mdrmz-move_to_inbox");
    }

    @Override
    public Text detail(Lookup lookup) {
        return Text.of(
                "menu.receiving.count",
                lookup.openAsns().stream().filter(asn -> !asn.closed()).count());
    }

    @Override
    public boolean opensBy(ScannedCode code, Lookup lookup) {
        return Codes.notices(code, lookup).stream().anyMatch(asn -> !asn.closed());
    }

    @Override
    public Optional<Text> left(Lookup lookup) {
        return lookup.openAsns().stream()
                .filter(asn -> !lookup.receivedHere(asn.id()).isEmpty())
                .findFirst()
                .map(asn -> Text.of(
                        "common.left-receiving",
                        asn.id(),
                        counted(asn, lookup),
                        asn.lines().size()));
    }

    private static long counted(Asn asn, Lookup lookup) {
        return lookup.receivedHere(asn.id()).stream()
                .mapToInt(Act.GoodsReceived::line)
                .filter(line -> line > 0)
                .distinct()
                .count();
    }
}
