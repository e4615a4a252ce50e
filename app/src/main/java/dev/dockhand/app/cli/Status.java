package dev.dockhand.app.cli;

import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.memory.Station;
import dev.dockhand.station.memory.StationFacts;
import dev.dockhand.station.memory.StationSettings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how the station of a folder stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells who this station is and what it holds. While the station runs, only who it is.")
final class Status extends Common implements Callable<Integer> {

    private final InstantSource clock;

    @Mixin
    private HomeOption home = new HomeOption();

    Status(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            Identity identity = Identity.read(home.folder());
            Report.Line line = Report.line()
                    .with("station", identity.station().value())
                    .with("server", identity.server().toString())
                    .with("warehouse", identity.warehouse().id().value())
                    .with("folder", home.folder().toString());
            facts(line);
            report().print(line);
            return DONE;
        } catch (MemoryException e) {
            return refuse(NOT_DONE, StartFailure.of(e).english());
        }
    }

    private void facts(Report.Line line) throws MemoryException {
        Station.Parts parts = Station.Parts.real(StationSettings.USUAL, clock, new SecureRandom());
        try (Station station = Station.open(home.folder(), parts)) {
            StationFacts facts = station.facts(false);
            line.with("running", false)
                    .with("epoch", facts.epoch())
                    .with("events", facts.lastSeq())
                    .with("waiting", facts.sync().waiting())
                    .with("room", facts.health().room().name())
                    .with("freeBytes", facts.health().freeBytes())
                    .with("skipped", facts.skipped())
                    .with(
                            "notices",
                            facts.health().notices().stream()
                                    .map(Health.Notice::kind)
                                    .toList());
        } catch (MemoryException e) {
            if (e.reason() != MemoryException.Reason.IN_USE) {
                throw e;
            }
            line.with("running", true);
        }
    }
}
