package dev.dockhand.app.cli;

import dev.dockhand.model.id.StationId;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.link.EnrolmentException;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.memory.Station;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes this machine a station of a server. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Exchanges the one-time code that a supervisor shows for a key of this station.",
            "Enrolling again starts a new epoch; what was not sent yet is still sent."
        })
final class Enrol extends Common implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--server", required = true, paramLabel = "URL", description = "for instance http://server:8420")
    private URI server = URI.create("");

    @Option(names = "--code", required = true, description = "the one-time code")
    private String code = "";

    @Option(names = "--station", required = true, paramLabel = "NAME", description = "name of this station")
    private String station = "";

    @Override
    public Integer call() throws InterruptedException {
        try {
            Identity identity = Station.enrol(home.folder(), server, code, new StationId(station), HttpExchange::new);
            report().print(Report.line()
                    .with("station", identity.station().value())
                    .with("warehouse", identity.warehouse().value())
                    .with("number", identity.number())
                    .with("epoch", identity.epoch()));
            return DONE;
        } catch (EnrolmentException e) {
            return refuse(NOT_DONE, "not enrolled: " + words(e));
        } catch (MemoryException e) {
            return refuse(NOT_DONE, StartFailure.of(e).english());
        } catch (IllegalArgumentException e) {
            return refuse(MISUSED, String.valueOf(e.getMessage()));
        }
    }

    private String words(EnrolmentException e) {
        return switch (e.reason()) {
            case UNREACHABLE ->
                "no dockhand-server answers at %s; look at the address and the network".formatted(server);
            case CODE_REFUSED -> "the code is wrong, used or too old; ask a supervisor for another one";
            case OTHER_VERSION -> "the server speaks another version; IT must update it or this station";
            case SERVER_REFUSED -> "the server does not take this station: " + e.getMessage();
            case OTHER_STATION -> "the folder belongs to another station; name another one by --home";
        };
    }
}
