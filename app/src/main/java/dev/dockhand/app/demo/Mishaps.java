package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.ShiftPlan.Surroundings;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.station.ReadModel;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** What goes wrong in a shift, and how a good operator answers it. */
final class Mishaps {

    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(60);
    private static final Duration WALK = Duration.ofSeconds(2);
    private static final Grams STONE = Grams.of(700);
    private static final int SOME_ITEMS = 50;

    private final Hands hands;
    private final VirtualBench bench;
    private final Supplier<ReadModel> memory;
    private final Surroundings around;
    private boolean paper = true;

    Mishaps(Hands hands, VirtualBench bench, Supplier<ReadModel> memory, Surroundings around) {
        this.hands = hands;
        this.bench = bench;
        this.memory = memory;
        this.around = around;
    }

    boolean canBeDamaged(BenchView view) {
        Screen.Counter counter = view.screen().counter();
        return counter != null && counter.done().units() == 1 && counter.of().units() > 2;
    }

    /** The unit in hand is broken: it gets a plate of its own. */
    BenchView damaged() throws InterruptedException {
        BenchView why = hands.press(Command.PROBLEM);
        hands.grant(new Wish.Choose(why.screen().options().getFirst().id()));
        return hands.press(Command.CONFIRM);
    }

    /** Two more came than were announced. */
    BenchView over(BenchView view) throws InterruptedException {
        int units = Math.max(1, Wishes.open(view.screen())) + 2;
        hands.grant(new Wish.Type(String.valueOf(units)));
        return hands.press(Command.CONFIRM);
    }

    boolean canBeShort(BenchView view) {
        return view.screen().rows().size() >= 2;
    }

    /** The place is empty. */
    BenchView shorted() throws InterruptedException {
        BenchView why = hands.press(Command.PROBLEM);
        Screen.ItemCard card = why.screen().item();
        if (why.screen().step().equals("picking.scan-place") && card != null && card.place() != null) {
            hands.scan(card.place());
            why = hands.press(Command.PROBLEM);
        }
        if (why.screen().step().equals("picking.elsewhere")) {
            why = hands.grant(new Wish.Choose(why.screen().options().getLast().id()));
        }
        return hands.grant(new Wish.Choose(why.screen().options().getFirst().id()));
    }

    /** Something that nobody ordered is scanned, stopped and put aside. */
    BenchView wrongItem(BenchView view) throws InterruptedException {
        Screen.ItemCard card = view.screen().item();
        for (Item item : memory.get().items(null, SOME_ITEMS)) {
            if (card == null || !item.id().equals(card.item().id())) {
                BenchView stopped = hands.scan(Codes.unit(item));
                if (stopped.mustAnswer()) {
                    return hands.press(Command.ACKNOWLEDGE);
                }
            }
        }
        return hands.view();
    }

    /** Something lies on the pan beside the parcel; it is taken off and the parcel weighed again. */
    BenchView tooHeavy(Wish wish) throws InterruptedException {
        if (!(wish instanceof Wish.Put(var expected))) {
            return hands.grant(wish);
        }
        BenchView stopped = hands.weigh(expected.plus(STONE));
        return stopped.mustAnswer() ? hands.press(Command.ACKNOWLEDGE) : stopped;
    }

    void noPaper() {
        bench.printer().dials().paperOut(true);
        paper = false;
    }

    boolean hasPaper() {
        return paper;
    }

    /** Puts paper in, after a walk to the shelf. */
    void putPaperIn() throws InterruptedException {
        if (!paper) {
            hands.pause(WALK);
            bench.printer().dials().paperOut(false);
            paper = true;
        }
    }

    /** Looks at the printer: what lies there is scanned, else the label is printed again. */
    BenchView isLabelThere(BenchView view) throws InterruptedException {
        String waybill = view.screen().instruction().arguments().stream()
                .filter(WaybillNumber.class::isInstance)
                .map(Object::toString)
                .findFirst()
                .orElse("");
        hands.pause(WALK);
        return hands.hasLabel(waybill) ? hands.scan(waybill) : hands.grant(new Wish.Press(Command.PRINT_AGAIN));
    }

    /** The shop calls the order off; the bench shouts, and the goods go back. */
    BenchView calledOff(OrderId order) throws InterruptedException, IOException {
        around.cancel(order);
        hands.await("the alarm of a late cancel", CANCEL_PATIENCE, BenchView::mustAnswer);
        hands.press(Command.ACKNOWLEDGE);
        return hands.press(Command.CONFIRM);
    }
}
