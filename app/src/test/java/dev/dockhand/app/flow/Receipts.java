package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Plate;
import java.util.List;

/** What receiving and putaway did to notices and plates. */
final class Receipts {

    private Receipts() {}

    static Asn counted(Asn asn, List<Act.GoodsReceived> received, List<Act.ReceiptClosed> closed) {
        List<Asn.Line> lines = asn.lines().stream()
                .map(line -> new Asn.Line(
                        line.line(),
                        new Goods(line.item(), line.goods().lot(), line.goods().expiry()),
                        line.expected(),
                        received.stream()
                                .filter(act -> act.asn().equals(asn.id()) && act.line() == line.line())
                                .map(Act.GoodsReceived::quantity)
                                .reduce(line.received(), Quantity::plus)))
                .toList();
        boolean isClosed =
                asn.closed() || closed.stream().anyMatch(act -> act.asn().equals(asn.id()));
        return new Asn(asn.id(), asn.supplier(), asn.expectedOn(), lines, isClosed);
    }

    static List<Plate> waiting(List<Act.GoodsReceived> received, List<Act.PutAway> put) {
        List<LicensePlate> gone = put.stream().map(Act.PutAway::plate).toList();
        return received.stream()
                .filter(act -> !gone.contains(act.plate()))
                .map(act -> new Plate(
                        act.plate(),
                        new Goods(act.item(), act.goods().lot(), act.goods().expiry()),
                        act.quantity(),
                        act.condition()))
                .toList();
    }

    static LicensePlate sscc(long serial) {
        String digits = "0880123400%07d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return new LicensePlate(digits + (10 - sum % 10) % 10);
    }
}
