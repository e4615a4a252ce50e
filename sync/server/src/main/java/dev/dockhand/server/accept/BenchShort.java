package dev.dockhand.server.accept;

import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.task.TaskStage;
import dev.dockhand.server.release.Work;
import dev.dockhand.server.release.WorkLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Units were missing or damaged at the bench: the work goes back to picking, and waits until others were found. */
final class BenchShort {

    private BenchShort() {}

    static void shorted(Case it, Act.PackShorted act) {
        String about =
                it.work().map(work -> work.order().value()).orElse(act.item().value());
        it.raise(
                ExceptionKind.SHORT_PICK,
                about,
                "%s x %s %s at the bench, tote %s, reason %s"
                        .formatted(
                                act.quantity(),
                                act.item(),
                                act.fault().name().toLowerCase(Locale.ROOT),
                                act.tote(),
                                act.reason()));
        it.currentWork().ifPresent(work -> shorted(it, act, work, about));
    }

    private static void shorted(Case it, Act.PackShorted act, Work work, String about) {
        if (!act.parts().stream().allMatch(part -> wasPicked(work, part))) {
            it.unknown(about, "fewer units were picked than are said to be lost at the bench");
            return;
        }
        act.parts()
                .forEach(part -> it.add(new Outcome.LineLost(
                        work.task(), part.line(), part.quantity().units())));
        if (work.stage() == TaskStage.PICKED) {
            it.add(new Outcome.StageSet(work.task(), TaskStage.RELEASED));
        }
    }

    private static boolean wasPicked(Work work, Act.PackShorted.Part part) {
        WorkLine line = work.lines().get(part.line());
        return line != null && line.picked() >= part.quantity().units();
    }

    /** Takes back that units were lost at the bench. */
    static void found(Case it, Act.PackShorted act) {
        it.work().ifPresent(work -> {
            Work after = work;
            for (Act.PackShorted.Part part : act.parts()) {
                int units = part.quantity().units();
                it.add(new Outcome.LineLost(after.task(), part.line(), -units));
                after = after.lose(part.line(), -units);
            }
            if (after.stage() == TaskStage.RELEASED && after.isAllPicked()) {
                it.add(new Outcome.StageSet(after.task(), TaskStage.PICKED));
            }
        });
    }

    /** Lost units leave the tote, for nowhere or for a place of damaged goods. */
    static Optional<String> moves(Moves moves, Act.PackShorted act) {
        List<Movement> said = moves.event().movements();
        Place to = said.isEmpty() ? Place.CORRECTION : said.getFirst().to();
        if (!to.equals(Place.CORRECTION) && moves.world().evidence().kind(to) != Location.Kind.DAMAGED) {
            return Optional.of("lost units do not go to " + to);
        }
        List<Movement> right = new ArrayList<>();
        for (Act.PackShorted.Part part : act.parts()) {
            WorkLine line = moves.line(part.line());
            if (line == null || !line.item().equals(act.item())) {
                return Moves.otherGoods(part.line());
            }
            right.add(Moves.taken(line, part.quantity(), Place.of(act.tote()), to));
        }
        return moves.exactly(right);
    }
}
