package dev.dockhand.server.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.dockhand.server.store.OwnerOnly;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets the log of the program up; an embedding program has its own. */
final class Logs {

    /** Helidon logs to the JDK; what it says at every start is no news. Held, because the JDK forgets levels otherwise. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private Logs() {}

    /** To standard error and to a file in the data folder that is rolled every day and kept 30 days, at most 1 GB. */
    static void toFile(Path data) throws IOException {
        OwnerOnly.folder(data);
        Path folder = data.resolve("log").toAbsolutePath();
        OwnerOnly.folder(folder);
        configure("logback-run.xml", folder.toString());
    }

    /** Warnings only, for commands that ask a running server. */
    static void quiet() throws IOException {
        configure("logback-quiet.xml", "");
    }

    private static void configure(String resource, String folder) throws IOException {
        HELIDON.setLevel(Level.WARNING);
        URL url = Logs.class.getResource(resource);
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context) || url == null) {
            return;
        }
        try {
            context.reset();
            context.putProperty("folder", folder);
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(url);
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        } catch (JoranException e) {
            throw new IOException("the log cannot be set up in " + folder, e);
        }
    }
}
