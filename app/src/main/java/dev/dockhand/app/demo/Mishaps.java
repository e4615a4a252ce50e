package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.demo.ShiftPlan.Surroundings;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.station.ReadModel;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

    /** Whether orders of two brands that have one number wait to be packed. */
    boolean hasSharedNumber(BenchView view) {
        return shared(view).isPresent();
    }

    private Optional<String> shared(BenchView view) {
        Set<String> known = new HashSet<>();
        return view.screen().options().stream()
                .flatMap(option -> memory.get().task(new TaskId(option.id())).stream())
                .map(task -> task.order().name())
                .filter(number -> !known.add(number))
                .findFirst();
    }

    /** The paper in the tote says the number alone; the bench asks whose it is. */
    BenchView sharedNumber(BenchView view) throws InterruptedException {
        BenchView asked = hands.scan(shared(view).orElseThrow());
        return hands.grant(new Wish.Choose(asked.screen().options().getFirst().id()));
    }

    /** Whether goods of another brand carry the barcode of the next unit too. */
    boolean hasSharedCode(BenchView view) {
        Screen.ItemCard card = view.screen().item();
        return card != null
                && card.item().barcodes().stream()
                        .flatMap(code -> memory.get().itemsByBarcode(code).stream())
                        .anyMatch(other -> !other.brand().equals(card.item().brand()));
    }

    /** Its barcode is scanned, and nobody is asked. */
    BenchView sharedCode(Wish unit) throws InterruptedException {
        BenchView after = hands.grant(unit);
        if (after.screen().step().equals("packing.choose-item")) {
            throw new ShiftStuckException("the order in hand did not decide whose goods were scanned");
        }
        return after;
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
