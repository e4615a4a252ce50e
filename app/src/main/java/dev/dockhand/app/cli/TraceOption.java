package dev.dockhand.app.cli;

import dev.dockhand.hardware.port.DeviceLink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where all bytes of a device are written, for {@code replay}. */
final class TraceOption {

    @Option(names = "--trace", paramLabel = "FILE", description = "write all bytes to this file, for replay")
    private @Nullable Path file;

    /** Writes what goes over a link from now on, if asked for. */
    void follow(DeviceLink link, String profile) throws IOException {
        if (file != null) {
            link.trace()
                    .recordTo(
                            file,
                            Map.of(
                                    "device",
                                    link.name(),
                                    "profile",
                                    profile,
                                    "address",
                                    link.address().uri()));
        }
    }
}
