package dev.dockhand.app.demo;

import dev.dockhand.app.bench.BenchView;
import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.ReadModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads from the screen what an operator would do next, as a person does; only what is printed on goods is looked up. Free
 * of state.
 */
final class Wishes {

    private static final Wish WAIT = new Wish.Wait();
    private static final Wish DECIDE = new Wish.Decide();
    private static final int TOTES = 60;

    private final Supplier<ReadModel> memory;
    private final List<SampleData.Badge> badges;

    /** Looks goods up there, and knows whose badges lie on the table. */
    Wishes(Supplier<ReadModel> memory, List<SampleData.Badge> badges) {
        this.memory = memory;
        this.badges = List.copyOf(badges);
    }

    /** What the station asks for now. */
    Wish of(BenchView view) {
        if (view.mustAnswer()) {
            return new Wish.Press(Command.ACKNOWLEDGE);
        }
        Screen screen = view.screen();
        return switch (screen.step()) {
            case "signin.badge" -> badge(false);
            case "signin.ask-supervisor" -> badge(true);
            case "signin.pin", "signin.supervisor-pin" -> pin(screen);
            case "receiving.choose-notice" -> notice(screen);
            case "receiving.scan-item" -> announced(screen);
            case "receiving.choose-lot", "receiving.ask-expiry" -> firstOption(screen);
            case "receiving.count" -> count(screen);
            case "receiving.quantity" -> new Wish.Type(String.valueOf(Math.max(1, open(screen))));
            case "receiving.ask-over", "receiving.ask-damage", "receiving.choose-item", "receiving.which-notice" ->
                firstOption(screen);
            case "receiving.confirm-unannounced" -> new Wish.Press(Command.BACK);
            case "receiving.review" -> new Wish.Press(Command.CONFIRM);
            case "receiving.close" -> new Wish.Press(Command.FINISH);
            case "putaway.scan-plate" -> plate(screen);
            case "putback.scan-tote", "putback.scan-item" -> firstOption(screen);
            case "picking.scan-tote" -> tote(screen);
            case "putaway.scan-location", "putback.scan-location", "picking.scan-place" -> place(screen);
            case "picking.take", "packing.scan-item" -> unit(screen);
            case "picking.cancelled", "packing.cancelled" -> new Wish.Press(Command.CONFIRM);
            case "picking.elsewhere",
                    "picking.problem",
                    "packing.choose-item",
                    "packing.choose-order",
                    "packing.ask-reason",
                    "packing.weight-reason" -> firstOption(screen);
            case "packing.choose-work" -> parcel(screen);
            case "packing.weigh" -> weigh(screen);
            case "packing.weight-off", "packing.reprint" -> new Wish.Press(Command.BACK);
            case "packing.scan-label" -> waybill(screen);
            case "packing.is-label-there" -> new Wish.Press(Command.PRINT_AGAIN);
            case "packing.take-label" -> WAIT;
            default -> DECIDE;
        };
    }

    private Wish badge(boolean supervisor) {
        return badges.stream()
                .filter(each -> each.supervisor() == supervisor)
                .findFirst()
                .<Wish>map(each -> Wish.Scan.of(Wish.Kind.BADGE, each.badge(), each.name()))
                .orElse(DECIDE);
    }

    private Wish pin(Screen screen) {
        return badges.stream()
                .filter(each -> screen.instruction().arguments().contains(each.name()))
                .findFirst()
                .<Wish>map(each -> new Wish.Type(each.pin()))
                .orElse(DECIDE);
    }

    private static Wish firstOption(Screen screen) {
        return screen.options().isEmpty()
                ? DECIDE
                : new Wish.Choose(screen.options().getFirst().id());
    }

    private static Wish notice(Screen screen) {
        return screen.options().stream()
                .findFirst()
                .map(option -> new AsnId(option.id()).name())
                .<Wish>map(number -> Wish.Scan.of(Wish.Kind.NOTICE, number, number))
                .orElse(DECIDE);
    }

    /** The first announced line that is not complete, by the code on its case. */
    private Wish announced(Screen screen) {
        Optional<Asn> asn =
                argument(screen, AsnId.class).flatMap(number -> memory.get().asn(number));
        if (asn.isEmpty()) {
            return DECIDE;
        }
        List<Asn.Line> lines = asn.get().lines();
        for (int i = 0; i < Math.min(lines.size(), screen.rows().size()); i++) {
            Screen.Counter counter = screen.rows().get(i).count();
            if (counter != null && counter.of().isMoreThan(counter.done())) {
                Asn.Line line = lines.get(i);
                Item item = memory.get().item(line.item()).orElseThrow();
                return scan(
                        item,
                        Codes.lotted(item, line.goods().lot(), line.goods().expiry()));
            }
        }
        return new Wish.Press(Command.FINISH);
    }

    private static Wish count(Screen screen) {
        Screen.Counter counter = screen.counter();
        boolean more = counter != null && counter.of().isMoreThan(counter.done());
        return new Wish.Press(more ? Command.QUANTITY : Command.CONFIRM);
    }

    /** Units of the current line that are still to come. */
    static int open(Screen screen) {
        return screen.rows().stream()
                .filter(row -> row.state() == Screen.Row.State.CURRENT)
                .map(Screen.Row::count)
                .filter(counter -> counter != null)
                .mapToInt(counter -> counter.of().units() - counter.done().units())
                .findFirst()
                .orElse(1);
    }

    private static Wish plate(Screen screen) {
        return screen.options().stream()
                .findFirst()
                .<Wish>map(option ->
                        Wish.Scan.of(Wish.Kind.PLATE, Codes.plate(new LicensePlate(option.id())), option.id()))
                .orElse(DECIDE);
    }

    private Wish place(Screen screen) {
        Screen.ItemCard card = screen.item();
        String place = card == null ? null : card.place();
        if (place == null) {
            place = memory.get().locations().stream()
                    .filter(location -> location.kind() == Location.Kind.DAMAGED)
                    .map(location -> location.code().value())
                    .findFirst()
                    .orElse(null);
        }
        return place == null ? DECIDE : Wish.Scan.of(Wish.Kind.LOCATION, place, place);
    }

    /** An empty tote; each order begins to look at another one, as a person takes the next of the pile. */
    private Wish tote(Screen screen) {
        List<String> totes = totes();
        int first = order(screen)
                .map(order -> Math.floorMod(order.hashCode(), totes.size()))
                .orElse(0);
        return Stream.concat(totes.subList(first, totes.size()).stream(), totes.subList(0, first).stream())
                .filter(code ->
                        memory.get().contents(Place.of(new ToteCode(code))).isEmpty())
                .findFirst()
                .<Wish>map(code -> Wish.Scan.of(Wish.Kind.TOTE, code, code))
                .orElse(DECIDE);
    }

    /** The totes of the demo. */
    static List<String> totes() {
        return IntStream.rangeClosed(1, TOTES)
                .mapToObj(n -> String.format(Locale.ROOT, "TOTE-%02d", n))
                .toList();
    }

    private static Wish unit(Screen screen) {
        Screen.ItemCard card = screen.item();
        return card == null ? DECIDE : scan(card.item(), Codes.unit(card.item()));
    }

    private static Wish scan(Item item, String code) {
        return new Wish.Scan(Wish.Kind.ITEM, code, item.sku().value(), item);
    }

    private Wish parcel(Screen screen) {
        for (Screen.Option option : screen.options()) {
            Optional<ShipmentTask> task = memory.get().tasks().stream()
                    .filter(each -> each.id().value().equals(option.id()))
                    .findFirst();
            if (task.isPresent()) {
                String order = task.get().order().name();
                Progress progress = memory.get().progress(task.get().id());
                String tote = progress.tote() == null ? order : progress.tote().value();
                return Wish.Scan.of(Wish.Kind.TOTE, tote, tote);
            }
        }
        return DECIDE;
    }

    private static Wish weigh(Screen screen) {
        return new Wish.Put(argument(screen, Grams.class).orElse(Grams.of(500)));
    }

    private static Wish waybill(Screen screen) {
        return screen.instruction().arguments().stream()
                .filter(WaybillNumber.class::isInstance)
                .map(WaybillNumber.class::cast)
                .findFirst()
                .<Wish>map(number -> Wish.Scan.of(Wish.Kind.WAYBILL, number.value(), number.value()))
                .orElse(DECIDE);
    }

    /** The order that the screen is about, if it is about one. */
    static Optional<OrderId> order(Screen screen) {
        return argument(screen, OrderId.class);
    }

    /** A value among the words below the rows. */
    private static <T> Optional<T> argument(Screen screen, Class<T> type) {
        return screen.summary().stream()
                .map(Text::arguments)
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, last) -> last);
    }
}
