package dev.dockhand.app.cli;

import dev.dockhand.app.device.DeviceFiles;
import dev.dockhand.app.device.DeviceSettings;
import dev.dockhand.hardware.port.PortFinder;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the devices that are set up and the ports of this machine. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Lists the devices of this station and the ports of this machine.")
final class Devices extends Common implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        try {
            for (DeviceSettings device : DeviceFiles.devices(home.folder()).read()) {
                report().print(Report.line()
                        .with("device", device.id())
                        .with("kind", device.kind().name())
                        .with("address", device.address().isBlank() ? "off" : device.address())
                        .with("profile", device.profile())
                        .with("options", device.options().isEmpty() ? null : device.options()));
            }
        } catch (IOException e) {
            return refuse(NOT_DONE, "the list of devices cannot be read: " + e.getMessage());
        }
        new PortFinder()
                .list()
                .forEach(port -> report().print(
                                Report.line().with("port", port.address().uri()).with("name", port.description())));
        return DONE;
    }
}
