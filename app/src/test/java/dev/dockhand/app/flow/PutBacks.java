package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.PutBack;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a floor in memory says of a tote: whether an open order wants what lies in it. */
final class PutBacks {

    private PutBacks() {}

    static Optional<PutBack> of(ToteCode tote, Floor floor) {
        List<Shipment> owners = floor.shipments(tote.value()).stream()
                .filter(shipment -> tote.equals(shipment.tote()))
                .toList();
        boolean isWanted = owners.stream()
                .anyMatch(owner -> owner.stage() == TaskStage.RELEASED || owner.stage() == TaskStage.PICKED);
        Optional<Shipment> owner = owners.stream().findFirst();
        List<PutBack.Line> lines = floor.inTote(tote).stream()
                .filter(balance -> balance.balance() > 0)
                .map(balance -> new PutBack.Line(
                        balance.goods(), Quantity.of(balance.balance()), from(owner, balance.goods(), floor)))
                .toList();
        return isWanted || lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new PutBack(
                        tote,
                        owner.map(Shipment::order).orElse(null),
                        owner.map(Shipment::closing).map(Shipment.Closing::at).orElse(null),
                        lines));
    }

    private static @Nullable LocationCode from(Optional<Shipment> owner, Goods goods, Floor floor) {
        return owner.flatMap(shipment -> floor.task(shipment.task())).stream()
                .map(ShipmentTask::lines)
                .flatMap(List::stream)
                .filter(line -> line.goods().equals(goods))
                .map(PickLine::location)
                .findFirst()
                .orElse(null);
    }
}
