package dev.dockhand.app.flow;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.StockBalance;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from the acts on a {@link Floor}. */
final class Reckoned {

    private Reckoned() {}

    /** What lies at a place after these movements. */
    static List<StockBalance> lying(Place place, Collection<StockBalance> before, List<Movement> movements) {
        Map<Goods, Integer> units = new LinkedHashMap<>();
        before.stream()
                .filter(balance -> balance.place().equals(place))
                .forEach(balance -> units.merge(balance.goods(), balance.balance(), Integer::sum));
        for (Movement movement : movements) {
            int count = movement.quantity().units();
            if (movement.to().equals(place)) {
                units.merge(movement.goods(), count, Integer::sum);
            }
            if (movement.from().equals(place)) {
                units.merge(movement.goods(), -count, Integer::sum);
            }
        }
        return units.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new StockBalance(place, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Every tote that something was in. */
    static Set<ToteCode> totes(Collection<StockBalance> before, List<Movement> movements) {
        return Stream.concat(
                        before.stream().map(StockBalance::place),
                        movements.stream().flatMap(moved -> Stream.of(moved.from(), moved.to())))
                .filter(place -> place.kind() == Place.Kind.TOTE)
                .map(place -> new ToteCode(place.code()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Wrong PINs since the last right one, or since a supervisor forgave them. */
    static int failedSignIns(String badge, @Nullable Operator person, List<Draft> acts) {
        int failed = 0;
        for (Draft draft : acts) {
            if (draft.act() instanceof Act.SignInRefused refused
                    && refused.badge().equals(badge)) {
                failed++;
            } else if (person != null && forgives(draft, person.id())) {
                failed = 0;
            }
        }
        return failed;
    }

    private static boolean forgives(Draft draft, OperatorId person) {
        return draft.act() instanceof Act.BadgeUnlocked(var unlocked)
                ? person.equals(unlocked)
                : (draft.act() instanceof Act.SignedIn || draft.act() instanceof Act.Approved)
                        && person.equals(draft.operator());
    }
}
