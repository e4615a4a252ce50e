package dev.dockhand.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import dev.dockhand.server.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;

/** A rolling log file that only its owner may read. */
public final class PrivateLogFile extends RollingFileAppender<ILoggingEvent> {

    /** As named by the settings of the log. */
    public PrivateLogFile() {}

    @Override
    public void openFile(String name) throws IOException {
        super.openFile(name);
        OwnerOnly.file(Path.of(name));
    }
}
