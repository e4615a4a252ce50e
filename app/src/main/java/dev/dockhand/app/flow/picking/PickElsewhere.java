package dev.dockhand.app.flow.picking;

import dev.dockhand.app.flow.Command;
import dev.dockhand.app.flow.Decision;
import dev.dockhand.app.flow.Lookup;
import dev.dockhand.app.flow.Screen;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.common.Answers;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.StockBalance;
import dev.dockhand.model.task.PickLine;
import java.util.ArrayList;
import java.util.List;

/**
 * The rest of the line is not here, but the same goods lie elsewhere: is it taken from there?
 *
 * @param pick the list in hand
 * @param tote the tote in hand
 * @param line the line that is being picked
 * @param before the step before
 */
record PickElsewhere(Pick pick, ToteCode tote, PickLine line, PickState before) implements PickState {

    private static final String NO = "NO";
    private static final int MOST = 3;

    /** Asks for another place where there is one, else why the rest is missing. */
    static Decision<PickState> orProblem(Pick pick, ToteCode tote, PickLine line, PickState before, Lookup lookup) {
        PickElsewhere step = new PickElsewhere(pick, tote, line, before);
        return step.places(lookup).isEmpty()
                ? Answers.note(step.problem(), "picking.what-is-wrong")
                : Answers.note(step, "picking.also-elsewhere");
    }

    private PickProblem problem() {
        return new PickProblem(pick, tote, line, before);
    }

    @Override
    public Pick inHand() {
        return pick;
    }

    /** Another place with good units of the same lot that no other line of this list needs, the best first. */
    private List<StockBalance> places(Lookup lookup) {
        if (lookup.isExpired(line.goods().expiry())) {
            return List.of();
        }
        return lookup.stock(line.item()).stream()
                .filter(balance -> balance.goods().equals(line.goods()))
                .filter(balance -> isOtherShelf(balance.place(), lookup) && free(balance) > 0)
                .limit(MOST)
                .toList();
    }

    private boolean isOtherShelf(Place place, Lookup lookup) {
        boolean isOnTheList = place.equals(Place.of(line.location()))
                || pick.task().lines().stream()
                        .anyMatch(own -> own.line() == line.line() && place.equals(Place.of(own.location())));
        return !isOnTheList
                && place.kind() == Place.Kind.LOCATION
                && lookup.location(new LocationCode(place.code()))
                        .filter(location -> location.kind() == Location.Kind.STORAGE)
                        .isPresent();
    }

    private int free(StockBalance balance) {
        int needed = pick.task().lines().stream()
                .filter(own -> own.item().equals(line.item())
                        && Place.of(own.location()).equals(balance.place()))
                .mapToInt(own -> pick.open(own).units())
                .sum();
        return balance.balance() - needed;
    }

    @Override
    public Decision<PickState> onChoice(String option, Lookup lookup) {
        if (option.equals(NO)) {
            return Answers.note(problem(), "picking.what-is-wrong");
        }
        return places(lookup).stream()
                .filter(balance -> balance.place().code().equals(option))
                .findFirst()
                .map(balance -> goTo(new LocationCode(option)))
                .orElseGet(() -> Answers.noSuchChoice(this));
    }

    private Decision<PickState> goTo(LocationCode place) {
        PickLine there = new PickLine(line.line(), line.goods(), place, line.quantity(), line.picked(), line.shorted());
        return Answers.note(new ScanPlace(pick, tote, there), "picking.go-elsewhere", pick.open(line), place);
    }

    @Override
    public Decision<PickState> onKey(Command command, Lookup lookup) {
        return command == Command.BACK ? Answers.note(before, "picking.scan-on") : Answers.noSuchKey(this);
    }

    @Override
    public Screen screen(Lookup lookup) {
        List<Screen.Option> options = new ArrayList<>();
        for (StockBalance balance : places(lookup)) {
            options.add(new Screen.Option(
                    balance.place().code(),
                    Text.of("picking.elsewhere.place", balance.place().code()),
                    Text.of("picking.elsewhere.units", free(balance))));
        }
        options.add(new Screen.Option(NO, Text.of("picking.elsewhere.NO"), null));
        return Screen.of(
                        PickingFlow.ID,
                        "picking.elsewhere",
                        Text.of("picking.elsewhere", pick.open(line)),
                        Command.BACK)
                .withHint(Text.of("picking.elsewhere.hint"))
                .withOptions(options)
                .withRows(pick.rows(lookup), pick.summary());
    }
}
