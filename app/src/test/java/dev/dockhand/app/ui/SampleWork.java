package dev.dockhand.app.ui;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Scans;
import dev.dockhand.app.flow.packing.PackState;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickState;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.TaskStage;
import java.time.LocalDate;
import java.util.List;

/** Picking and packing, the good steps and the red ones. */
record SampleWork(SampleShop shop, SampleViews views) {

    private static final int LONG_LIST = 40;

    void keepAll() {
        picking();
        pickingProblems();
        longList();
        packing();
        elsewhere();
        shortAtTheBench();
        label();
        packingProblems();
    }

    private static String code(Item item) {
        return item.barcodes().getFirst();
    }

    private Desk<PickState> picker(Floor floor) {
        return Desk.open(new PickingFlow(), floor);
    }

    private void picking() {
        Floor floor = shop.pickingFloor();
        var desk = picker(floor);
        views.keep(desk);
        desk.scan(SampleShop.TOTE).scan(SampleShop.CREAM_PLACE.value());
        desk.scan(code(shop.cream)).scan(code(shop.toner));
        views.keep(desk);
        views.keep(desk.press(Command.QUANTITY));
        views.keep(desk.enter("2"));
        desk.scan(SampleShop.SERUM_PLACE.value()).scan(code(shop.serum));
        views.keep(desk.press(Command.PROBLEM));
        views.keep(desk.choose("NO"));
        views.keep("picking-scan-place-fetch", desk.restart());
        views.keep("picking-no-work", picker(shop.floor()));
    }

    private void pickingProblems() {
        var desk = picker(shop.pickingFloor());
        desk.scan(SampleShop.TOTE).scan(SampleShop.CREAM_PLACE.value());
        desk.scan(code(shop.cream));
        views.keep("picking-stop-wrong-item", desk.scan(code(shop.serum)));
        views.keepRedAndAnswered(desk.callOff(new TaskId("task-42")));
    }

    private void longList() {
        var desk = picker(shop.longListFloor(LONG_LIST));
        desk.scan(SampleShop.TOTE).scan(SampleShop.CREAM_PLACE.value());
        for (int unit = 0; unit < 35; unit++) {
            desk.scan(SampleShop.longListCode(1 + unit / 2));
        }
        views.keep("picking-long-list", desk);
    }

    private Desk<PackState> packer() {
        return Desk.open(new PackingFlow(), shop.packingFloor());
    }

    private Desk<PackState> opened() {
        return packer().scan(SampleShop.TOTE);
    }

    /** Everything but a toner pad and a sun cream is in the box. */
    private Desk<PackState> halfPacked() {
        var desk = opened().scan(code(shop.cream)).scan(Scans.gs1(code(shop.serum), "2611A", SampleShop.EXPIRY, null));
        return desk.scan(code(shop.serum)).scan(code(shop.toner)).scan(code(shop.toner));
    }

    private Desk<PackState> packed() {
        return halfPacked().scan(code(shop.toner)).scan(code(shop.sun));
    }

    private void packing() {
        views.keep(packer());
        views.keep(Desk.open(new PackingFlow(), shop.twoBrandsFloor())
                .scan(shop.order(42).order().name()));
        views.keepUndoQuestion(halfPacked().press(Command.BACK));
        views.keep(halfPacked());
        views.keepOffline("packing-scan-item-offline", halfPacked());
        views.keep(halfPacked().press(Command.QUANTITY));
        views.keep(packer().scan("T-0419").scan(code(shop.rose)));
        views.keep(packed());
        views.onScale("412");
        var off = packed().weigh(412);
        views.keepRedAndAnswered(off);
        views.keep(off.press(Command.CONFIRM));
        views.onScale("955");
        views.keep(packed().press(Command.QUANTITY));
    }

    /** A tote of another station is scanned. */
    private void elsewhere() {
        Floor floor = shop.floor().with(Floors.elsewhere(8, TaskStage.PICKED, new StationId("ST-02"), "T-0421"));
        views.keep(Desk.open(new PackingFlow(), floor).scan("T-0421"));
        for (Leases.Why why : List.of(Leases.Why.BEING_PICKED, Leases.Why.BEING_PACKED)) {
            views.keep(Desk.open(new PackingFlow(), floor)
                    .scan("T-0421")
                    .give(new Input.NotGranted(new Leases.Refusal(
                            why,
                            new OrderId("b/O-8"),
                            new ToteCode("T-0421"),
                            new StationId("ST-02"),
                            floor.operators().getFirst().id(),
                            Floors.NOW))));
        }
    }

    /** Units that were picked and are missing or damaged at the bench. */
    private void shortAtTheBench() {
        var desk = halfPacked();
        views.keep(desk.press(Command.PROBLEM));
        views.keep(desk.choose(shop.toner.id().value()));
        views.keep(desk.press(Command.QUANTITY));
        views.keep(desk.enter("1").choose("BROKEN"));
    }

    private void label() {
        var desk = packed().weigh(955);
        String job = desk.print().job();
        views.keep(desk);
        views.keep(desk.press(Command.PRINT_AGAIN));
        desk.press(Command.BACK);
        views.keep(desk.printed(job, Input.Printed.Outcome.UNKNOWN));
        views.keep(desk.choose("LABEL_THERE"));
        String waybill = String.valueOf(desk.screen().instruction().arguments().getFirst());
        views.keep(desk.scan(waybill).scan(waybill));
    }

    private void packingProblems() {
        views.keep("packing-stop-wrong-item", halfPacked().scan(code(shop.oil)));
        LocalDate gone = LocalDate.of(2026, 11, 22);
        views.keep("packing-stop-expired", opened().scan(Scans.gs1(code(shop.serum), "2611A", gone, null)));
        views.keepRedAndAnswered(packed().callOff(new TaskId("task-42")));
    }
}
