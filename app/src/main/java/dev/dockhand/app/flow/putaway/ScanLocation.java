package dev.dockhand.app.flow.putaway;

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
import dev.dockhand.app.flow.common.PlateLabel;
import dev.dockhand.app.flow.common.Shown;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Act.Condition;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.Plate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where does the plate go? Suggested, but the location that is scanned counts.
 *
 * @param before the step before
 * @param plate the plate in hand
 */
record ScanLocation(ScanPlate before, Plate plate) implements PutawayState {

    private static final int SUGGESTIONS = 5;

    @Override
    public Identifier piece() {
        return plate.plate();
    }

    @Override
    public Decision<PutawayState> onScan(ScannedCode code, Lookup lookup) {
        Optional<Location> location = Codes.location(code).flatMap(lookup::location);
        if (location.isEmpty()) {
            return notALocation(code, lookup);
        }
        Location.Kind kind = location.get().kind();
        if (kind == wanted()) {
            return put(location.get(), lookup);
        }
        String why = switch (kind) {
            case DOCK -> "putaway.is-dock";
            case DAMAGED -> "putaway.is-for-damaged";
            case STORAGE -> "putaway.is-for-good";
            case UNKNOWN -> "putaway.is-unknown";
        };
        List<Location> better = suggestions(lookup);
        return better.isEmpty()
                ? Answers.stop(this, why, location.get().code())
                : Answers.stop(
                        this,
                        why + "-try",
                        location.get().code(),
                        better.getFirst().code());
    }

    private Decision<PutawayState> notALocation(ScannedCode code, Lookup lookup) {
        Optional<Plate> scanned = Codes.plate(code).flatMap(lookup::plate);
        if (scanned.isEmpty()) {
            return Answers.unwanted(this, code, lookup, "putaway.location-wanted");
        }
        return scanned.get().plate().equals(plate.plate())
                ? Answers.note(this, "putaway.same-plate")
                : Answers.warn(this, "putaway.one-plate-at-a-time", plate.plate());
    }

    private Location.Kind wanted() {
        return plate.condition() == Condition.DAMAGED ? Location.Kind.DAMAGED : Location.Kind.STORAGE;
    }

    private List<Location> suggestions(Lookup lookup) {
        return lookup.putawayPlaces(plate.item()).stream()
                .filter(location -> location.kind() == wanted())
                .limit(SUGGESTIONS)
                .toList();
    }

    private Decision<PutawayState> put(Location location, Lookup lookup) {
        Movement movement =
                new Movement(plate.goods(), plate.quantity(), Place.of(plate.plate()), Place.of(location.code()));
        Act act = new Act.PutAway(plate.plate(), location.code());
        return Decision.did(
                before.without(plate.plate()),
                Verdict.done("putaway.done", plate.quantity(), Shown.item(plate.item(), lookup), location.code()),
                List.of(Drafts.free(lookup, act, List.of(movement))));
    }

    @Override
    public Decision<PutawayState> onKey(Command command, Lookup lookup) {
        return switch (command) {
            case BACK -> Answers.note(before, "putaway.put-down", plate.plate());
            case PRINT_AGAIN ->
                Decision.<PutawayState>show(this, Verdict.note("putaway.printing-again", plate.plate()))
                        .with(PlateLabel.again(plate, "", lookup));
            default -> Answers.noSuchKey(this);
        };
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Location> places = suggestions(lookup);
        boolean damaged = plate.condition() == Condition.DAMAGED;
        Text instruction = places.isEmpty()
                ? Text.of(damaged ? "putaway.any-damaged-location" : "putaway.any-location")
                : Text.of("putaway.scan-location", places.getFirst().code());
        Screen screen = Screen.of(
                        PutawayFlow.ID, "putaway.scan-location", instruction, Command.PRINT_AGAIN, Command.BACK)
                .withHint(Text.of(damaged ? "putaway.damaged.hint" : "putaway.scan-location.hint"))
                .withRows(rows(places), List.of(Text.of("putaway.plate-number", plate.plate())));
        Optional<Item> item = lookup.item(plate.item());
        return item.isEmpty()
                ? screen
                : screen.withItem(
                        Cards.of(
                                item.get(),
                                place(places),
                                plate.goods().lot(),
                                plate.goods().expiry()),
                        counter());
    }

    private Screen.Counter counter() {
        return new Screen.Counter(Quantity.ZERO, plate.quantity());
    }

    private static @Nullable String place(List<Location> places) {
        return places.isEmpty() ? null : places.getFirst().code().value();
    }

    private static List<Screen.Row> rows(List<Location> places) {
        List<Screen.Row> rows = new ArrayList<>();
        for (Location place : places) {
            Screen.Row.State state = rows.isEmpty() ? Screen.Row.State.CURRENT : Screen.Row.State.OPEN;
            rows.add(new Screen.Row(state, Text.of("putaway.place", place.code(), place.zone()), null));
        }
        return rows;
    }
}
