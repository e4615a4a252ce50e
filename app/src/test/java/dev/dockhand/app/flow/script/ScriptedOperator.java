package dev.dockhand.app.flow.script;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.FlowId;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the screen as a person does and does what it asks for, job after job, until no job has work left. Tells deeds, not
 * inputs, so that a harness can do them on real devices. Not thread-safe.
 */
public final class ScriptedOperator {

    private static final Grams SOME_WEIGHT = Grams.of(500);
    /** From this many units on, the quantity key is quicker than scanning. */
    private static final int MANY = 3;

    private final String badge;
    private final String pin;
    private final List<FlowId> plan;
    private final Supplier<String> totes;
    private final Predicate<WaybillNumber> labelIsThere;

    /**
     * A person with a plan.
     *
     * @param badge text of the badge
     * @param pin the badge's PIN
     * @param plan jobs in the order in which they are done to their end
     * @param totes gives the code of an empty tote each time
     * @param labelIsThere looks whether a label with this waybill lies in the printer's tray
     */
    public ScriptedOperator(
            String badge,
            String pin,
            List<FlowId> plan,
            Supplier<String> totes,
            Predicate<WaybillNumber> labelIsThere) {
        this.badge = badge;
        this.pin = pin;
        this.plan = new ArrayList<>(plan);
        this.totes = totes;
        this.labelIsThere = labelIsThere;
    }

    /**
     * What to do next.
     *
     * @param screen what is shown
     * @param mustAnswer whether a red verdict waits for an answer
     */
    public Deed next(Screen screen, boolean mustAnswer) {
        if (mustAnswer) {
            return new Deed.Press(Command.ACKNOWLEDGE);
        }
        return switch (screen.step()) {
            case "undo.ask" -> press(Command.BACK);
            case "signin.badge" -> new Deed.Scan(badge);
            case "signin.pin" -> new Deed.Type(pin);
            case "menu.choose" ->
                plan.isEmpty()
                        ? new Deed.Rest()
                        : new Deed.Choose(plan.getFirst().name());
            default ->
                switch (screen.flow().name()) {
                    case "RECEIVING" -> receive(screen);
                    case "PUTAWAY", "PUTBACK" -> bring(screen);
                    case "PICKING" -> pick(screen);
                    case "PACKING" -> pack(screen);
                    default -> new Deed.Rest();
                };
        };
    }

    private Deed receive(Screen screen) {
        return switch (screen.step()) {
            case "receiving.choose-notice" -> firstOption(screen, id -> new Deed.Scan(new AsnId(id).name()));
            case "receiving.scan-item" ->
                openRow(screen).map(ScriptedOperator::scan).orElse(press(Command.FINISH));
            case "receiving.count" -> isCounted(screen) ? press(Command.CONFIRM) : press(Command.QUANTITY);
            case "receiving.quantity" -> new Deed.Type(Integer.toString(Math.max(1, openOfCurrentRow(screen))));
            case "receiving.choose-lot" -> firstOption(screen, Deed.Choose::new);
            case "receiving.ask-lot" -> new Deed.Type("LOT-1");
            case "receiving.ask-expiry" -> announcedOr(screen, "300100");
            case "receiving.choose-item", "receiving.ask-over", "receiving.confirm-lot", "receiving.confirm-expiry" ->
                firstOption(screen, Deed.Choose::new);
            case "receiving.close" -> press(Command.FINISH);
            case "receiving.confirm-unannounced", "receiving.review" -> press(Command.CONFIRM);
            default -> press(Command.BACK);
        };
    }

    private Deed bring(Screen screen) {
        if (!screen.step().endsWith(".scan-location")) {
            return firstOption(screen, Deed.Choose::new);
        }
        Screen.ItemCard card = screen.item();
        return card == null || card.place() == null ? done(screen.flow()) : new Deed.Scan(card.place());
    }

    private Deed pick(Screen screen) {
        return switch (screen.step()) {
            case "picking.no-work" -> done(screen.flow());
            case "picking.scan-tote" -> new Deed.Scan(totes.get());
            case "picking.scan-place" -> new Deed.Scan(place(screen));
            case "picking.take" -> scanOrCount(screen);
            case "picking.quantity" -> new Deed.Type(Integer.toString(Math.max(1, left(screen))));
            case "picking.elsewhere" -> firstOption(screen, Deed.Choose::new);
            case "picking.cancelled" -> press(Command.CONFIRM);
            default -> press(Command.BACK);
        };
    }

    private Deed pack(Screen screen) {
        return switch (screen.step()) {
            case "packing.choose-work" -> nextOrder(screen);
            case "packing.scan-item" -> scanOrCount(screen);
            case "packing.choose-item", "packing.problem", "packing.lost-reason", "packing.ask-reason" ->
                firstOption(screen, Deed.Choose::new);
            case "packing.quantity" -> new Deed.Type(Integer.toString(Math.max(1, left(screen))));
            case "packing.weigh" -> new Deed.PutOnScale(weight(screen));
            case "packing.type-weight" ->
                new Deed.Type(
                        weight(screen).value().setScale(0, RoundingMode.HALF_UP).toPlainString());
            case "packing.cancelled", "packing.problem-shelf" -> press(Command.CONFIRM);
            case "packing.take-label" -> new Deed.Wait();
            case "packing.is-label-there" ->
                waybill(screen).filter(labelIsThere).isPresent()
                        ? new Deed.Choose("LABEL_THERE")
                        : press(Command.PRINT_AGAIN);
            case "packing.scan-label" ->
                waybill(screen)
                        .<Deed>map(number -> new Deed.Scan(number.value()))
                        .orElse(new Deed.Wait());
            default -> press(Command.BACK);
        };
    }

    private Deed nextOrder(Screen screen) {
        if (screen.options().isEmpty()) {
            return done(screen.flow());
        }
        Text detail = screen.options().getFirst().detail();
        return Stream.ofNullable(detail)
                .flatMap(text -> arguments(text, ToteCode.class))
                .findFirst()
                .<Deed>map(tote -> new Deed.Scan(tote.value()))
                .orElse(new Deed.Choose(screen.options().getFirst().id()));
    }

    private static Deed scanOrCount(Screen screen) {
        if (screen.commands().contains(Command.QUANTITY) && left(screen) >= MANY) {
            return press(Command.QUANTITY);
        }
        Screen.ItemCard card = screen.item();
        return card == null ? press(Command.PROBLEM) : scan(card.item());
    }

    private Deed firstOption(Screen screen, Function<String, Deed> deed) {
        return screen.options().isEmpty()
                ? done(screen.flow())
                : deed.apply(screen.options().getFirst().id());
    }

    private static Deed announcedOr(Screen screen, String typed) {
        return screen.options().isEmpty()
                ? new Deed.Type(typed)
                : new Deed.Choose(screen.options().getFirst().id());
    }

    /** This job has nothing left: back to the menu for the next one. */
    private Deed done(FlowId job) {
        plan.remove(job);
        return press(Command.MENU);
    }

    private static Deed press(Command command) {
        return new Deed.Press(command);
    }

    private static Deed scan(Item item) {
        return new Deed.Scan(
                item.barcodes().isEmpty() ? item.sku().value() : item.barcodes().getFirst());
    }

    private static String place(Screen screen) {
        Screen.ItemCard card = screen.item();
        return card == null || card.place() == null ? "?" : card.place();
    }

    private static int left(Screen screen) {
        Screen.Counter counter = screen.counter();
        return counter == null ? 0 : counter.of().units() - counter.done().units();
    }

    private static boolean isCounted(Screen screen) {
        Screen.Counter counter = screen.counter();
        return counter == null || counter.done().units() >= counter.of().units();
    }

    private static Optional<Item> openRow(Screen screen) {
        return screen.rows().stream()
                .filter(row -> row.state() == Screen.Row.State.OPEN)
                .flatMap(row -> arguments(row.label(), Item.class))
                .findFirst();
    }

    private static int openOfCurrentRow(Screen screen) {
        return screen.rows().stream()
                .filter(row -> row.state() == Screen.Row.State.CURRENT)
                .map(Screen.Row::count)
                .flatMap(Stream::ofNullable)
                .map(counter -> counter.of().units() - counter.done().units())
                .findFirst()
                .orElse(1);
    }

    private static Grams weight(Screen screen) {
        return screen.summary().stream()
                .filter(text -> text.key().equals("packing.expected"))
                .flatMap(text -> arguments(text, Grams.class))
                .findFirst()
                .orElse(SOME_WEIGHT);
    }

    private static Optional<WaybillNumber> waybill(Screen screen) {
        return arguments(screen.instruction(), WaybillNumber.class).findFirst();
    }

    private static <T> Stream<T> arguments(Text text, Class<T> type) {
        return text.arguments().stream().filter(type::isInstance).map(type::cast);
    }
}
