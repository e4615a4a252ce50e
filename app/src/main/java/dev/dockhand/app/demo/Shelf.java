package dev.dockhand.app.demo;

import dev.dockhand.app.demo.SampleData.Badge;
import dev.dockhand.app.flow.Command;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.station.ReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Everything of the little warehouse that carries a barcode. */
final class Shelf {

    private static final int MOST_ITEMS = 1000;
    private static final int DIGITS = 10;

    private final Supplier<ReadModel> memory;
    private final List<Badge> badges;

    Shelf(Supplier<ReadModel> memory, List<Badge> badges) {
        this.memory = memory;
        this.badges = List.copyOf(badges);
    }

    /** What lies together. */
    enum Board {
        BADGES,
        ITEMS,
        PLACES,
        TOTES,
        PAPERS,
        KEYS
    }

    /**
     * A thing with a barcode.
     *
     * @param code what the scanner sends
     * @param ko its name in Korean
     * @param en its name in English
     * @param detail smaller words, the same in both languages
     * @param item the item, absent for everything else
     * @param order the order number of a pick list that the shop can still call off, absent for everything else
     */
    record Thing(
            String code,
            String ko,
            String en,
            String detail,
            @Nullable Item item,
            @Nullable String order) {

        static Thing of(String code, String name, String detail) {
            return new Thing(code, name, name, detail, null, null);
        }

        String name(Locale language) {
            return language.getLanguage().equals("ko") ? ko : en;
        }

        boolean matches(String query) {
            String wanted = query.strip().toLowerCase(Locale.ROOT);
            return (ko + " " + en + " " + detail + " " + code)
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted);
        }
    }

    /** What lies there now. Reads the station's memory, so not on the thread of the screen. */
    List<Thing> on(Board board) {
        ReadModel now = memory.get();
        return switch (board) {
            case BADGES ->
                badges.stream()
                        .map(badge -> Thing.of(badge.badge(), badge.name(), "PIN " + badge.pin()))
                        .toList();
            case ITEMS -> now.items(null, MOST_ITEMS).stream().map(Shelf::thing).toList();
            case PLACES ->
                now.locations().stream()
                        .map(place ->
                                Thing.of(place.code().value(), place.code().value(), place.zone()))
                        .toList();
            case TOTES ->
                Wishes.totes().stream().map(tote -> Thing.of(tote, tote, "")).toList();
            case PAPERS -> papers(now);
            case KEYS -> keys();
        };
    }

    static Thing thing(Item item) {
        String barcode = item.barcodes().isEmpty() ? "" : item.barcodes().getFirst();
        String note = item.note().isBlank() ? "" : " · " + item.note();
        return new Thing(
                Codes.unit(item), item.nameKo(), item.nameEn(), item.sku() + " · " + barcode + note, item, null);
    }

    private static List<Thing> papers(ReadModel now) {
        List<Thing> papers = new ArrayList<>();
        now.openAsns()
                .forEach(asn -> papers.add(Thing.of(asn.id().name(), asn.id().name(), asn.supplier())));
        now.plates()
                .forEach(plate -> papers.add(Thing.of(
                        Codes.plate(plate.plate()),
                        plate.plate().value(),
                        plate.item().sku() + " × " + plate.quantity())));
        now.tasks()
                .forEach(task -> papers.add(new Thing(
                        task.order().name(),
                        task.order().name(),
                        task.order().value(),
                        task.carrier() + " · " + task.waybill(),
                        null,
                        task.order().value())));
        return papers;
    }

    private static List<Thing> keys() {
        List<Thing> keys = new ArrayList<>();
        for (Command command : Command.values()) {
            keys.add(Thing.of(command.barcode(), command.barcode(), ""));
        }
        IntStream.range(0, DIGITS).forEach(digit -> keys.add(Thing.of("DH-" + digit, "DH-" + digit, "")));
        keys.add(Thing.of("DH-ENTER", "DH-ENTER", ""));
        keys.add(Thing.of("DH-ERASE", "DH-ERASE", ""));
        return keys;
    }
}
