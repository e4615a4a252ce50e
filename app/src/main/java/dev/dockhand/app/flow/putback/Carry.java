package dev.dockhand.app.flow.putback;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.app.flow.common.Cards;
import dev.dockhand.app.flow.common.Codes;
import dev.dockhand.app.flow.common.Drafts;
import dev.dockhand.app.flow.common.Found;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PutBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where do the units in hand go? Suggested is where they were picked, but the location that is scanned counts.
 *
 * @param tote the tote in hand
 * @param goods what was taken out of it
 * @param units how many
 */
record Carry(ToteCode tote, Goods goods, Quantity units) implements PutBackState {

    private static final int SUGGESTIONS = 5;

    @Override
    public Identifier piece() {
        return tote;
    }

    @Override
    public Decision<PutBackState> onScan(ScannedCode code, Lookup lookup) {
        Optional<Location> location = Codes.location(code).flatMap(lookup::location);
        if (location.isPresent()) {
            return at(location.get(), lookup);
        }
        List<Item> items = Found.items(code, lookup);
        if (items.isEmpty()) {
            return Answers.unwanted(this, code, lookup, "putback.location-wanted");
        }
        if (items.stream().noneMatch(item -> item.id().equals(goods.item()))) {
            return Answers.warn(this, "putback.one-at-a-time", units, Shown.item(goods.item(), lookup));
        }
        if (code.lot() != null && !code.lot().equals(goods.lot())) {
            return Answers.stop(this, "putback.wrong-lot", code.lot(), tote);
        }
        return lying(lookup) > units.units()
                ? Decision.show(
                        new Carry(tote, goods, units.plus(Quantity.ONE)),
                        Verdict.good("putback.one-more", units.plus(Quantity.ONE), Shown.item(goods.item(), lookup)))
                : tooMany(lookup);
    }

    private Decision<PutBackState> at(Location location, Lookup lookup) {
        return switch (location.kind()) {
            case STORAGE -> put(location, "putback.done", lookup);
            case DAMAGED -> put(location, "putback.damaged", lookup);
            case DOCK, UNKNOWN -> Answers.stop(this, "putback.no-place", location.code());
        };
    }

    private Decision<PutBackState> put(Location location, String words, Lookup lookup) {
        int left = lookup.putBack(tote).map(there -> there.units().units()).orElse(0) - units.units();
        if (lying(lookup) < units.units()) {
            return tooMany(lookup);
        }
        Movement movement = new Movement(goods, units, Place.of(tote), Place.of(location.code()));
        Act act = new Act.PutBack(tote, goods, units, location.code());
        Text done = Text.of(words, units, Shown.item(goods.item(), lookup), location.code());
        Verdict.Tone tone = location.kind() == Location.Kind.STORAGE ? Verdict.Tone.GOOD : Verdict.Tone.WARN;
        Verdict verdict = left == 0 && tone == Verdict.Tone.GOOD
                ? Verdict.done("putback.emptied", done, tote)
                : new Verdict(tone, done);
        return Decision.did(
                left == 0 ? new ScanTote() : new TakeGoods(tote),
                verdict,
                List.of(Drafts.free(lookup, act, List.of(movement))));
    }

    private Decision<PutBackState> tooMany(Lookup lookup) {
        return Answers.stop(
                this, "putback.too-many", Quantity.of(lying(lookup)), Shown.item(goods.item(), lookup), tote);
    }

    /** Units of these goods that are in the tote by all that is known here. */
    int lying(Lookup lookup) {
        return line(lookup).map(line -> line.quantity().units()).orElse(0);
    }

    private Optional<PutBack.Line> line(Lookup lookup) {
        return lookup.putBack(tote).stream()
                .flatMap(there -> there.lines().stream())
                .filter(line -> line.goods().equals(goods))
                .findFirst();
    }

    @Override
    public Decision<PutBackState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case QUANTITY ->
                lying(lookup) > 0
                        ? Answers.note(new CarryQuantity(this), "putback.enter-quantity", lying(lookup))
                        : tooMany(lookup);
            case BACK -> Answers.note(new TakeGoods(tote), "putback.put-down", Shown.item(goods.item(), lookup), tote);
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Location> places =
                places(goods, line(lookup).map(PutBack.Line::from).orElse(null), lookup);
        Text instruction = places.isEmpty()
                ? Text.of("putback.any-location")
                : Text.of("putback.scan-location", places.getFirst().code());
        return withCard(
                Screen.of(PutBackFlow.ID, "putback.scan-location", instruction, Command.QUANTITY, Command.BACK)
                        .withHint(Text.of("putback.scan-location.hint"))
                        .withCounting(),
                places,
                lookup);
    }

    /** With the card of the goods, how many of them are in hand, and the places. */
    Screen withCard(Screen screen, List<Location> places, Lookup lookup) {
        List<Screen.Row> rows = new ArrayList<>();
        for (Location place : places) {
            Screen.Row.State state = rows.isEmpty() ? Screen.Row.State.CURRENT : Screen.Row.State.OPEN;
            rows.add(new Screen.Row(state, Text.of("putback.place", place.code(), place.zone()), null));
        }
        Screen listed = screen.withRows(rows, List.of(Text.of("putback.out-of", tote)));
        @Nullable
        String place = places.isEmpty() ? null : places.getFirst().code().value();
        return lookup.item(goods.item())
                .map(item -> listed.withItem(
                        Cards.of(item, place, goods.lot(), goods.expiry()),
                        new Screen.Counter(units, Quantity.of(lying(lookup)))))
                .orElse(listed);
    }

    /** Where goods may be put, the best first: where they were picked, then where others of them lie. */
    static List<Location> places(Goods goods, @Nullable LocationCode from, Lookup lookup) {
        return Stream.concat(
                        Optional.ofNullable(from).flatMap(lookup::location).stream(),
                        lookup.putawayPlaces(goods.item()).stream())
                .filter(location -> location.kind() == Location.Kind.STORAGE)
                .distinct()
                .limit(SUGGESTIONS)
                .toList();
    }
}
