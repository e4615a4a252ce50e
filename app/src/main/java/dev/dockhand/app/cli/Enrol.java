package dev.dockhand.app.cli;

import dev.dockhand.app.machine.Enrolling;
import dev.dockhand.app.machine.EnrolmentForm;
import dev.dockhand.app.machine.MachineSettings;
import dev.dockhand.app.machine.NotEnrolledException;
import dev.dockhand.app.ui.texts.Texts;
import dev.dockhand.station.link.Identity;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes this machine a station of a server. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Exchanges the one-time code that a supervisor made for its name for a key of this station.",
            "What is not given is taken from the environment or /etc/dockhand/station.conf.",
            "Enrolling again takes a code made with --replace and starts a new epoch; what was not sent yet is still"
                    + " sent."
        })
final class Enrol extends Common implements Callable<Integer> {

    private final MachineSettings settings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--server",
            required = true,
            descriptionKey = MachineSettings.SERVER,
            paramLabel = "URL",
            description = "for instance http://server:8420")
    private String server = "";

    @Option(names = "--code", required = true, descriptionKey = MachineSettings.CODE, description = "the one-time code")
    private String code = "";

    @Option(
            names = "--station",
            required = true,
            descriptionKey = MachineSettings.STATION,
            paramLabel = "NAME",
            description = "name of this station, for which the code was made")
    private String station = "";

    Enrol(MachineSettings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Identity identity = new Enrolling(home.folder(), settings).enrol(new EnrolmentForm(server, code, station));
            report().print(Report.line()
                    .with("station", identity.station().value())
                    .with("warehouse", identity.warehouse().id().value())
                    .with("number", identity.number())
                    .with("epoch", identity.epoch()));
            return DONE;
        } catch (NotEnrolledException e) {
            return refuse(NOT_DONE, "not enrolled: " + Texts.in(Locale.ENGLISH).of(e.words()));
        }
    }
}
