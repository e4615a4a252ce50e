package dev.dockhand.app.machine;

import dev.dockhand.app.flow.Text;
import dev.dockhand.model.id.StationId;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.link.EnrolmentException;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.link.Identity;
import dev.dockhand.station.memory.Station;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes this machine a station of a server, whoever asks for it: a command, the page, or the settings of the machine. */
public final class Enrolling {

    private static final Logger LOG = LoggerFactory.getLogger(Enrolling.class);
    private static final int USUAL_PORT = 8420;

    private final Path folder;
    private final MachineSettings settings;

    /** Makes a station of a folder, by what is set for the machine where nothing else is said. */
    public Enrolling(Path folder, MachineSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Whether there is nothing to do. */
    public boolean isDone() {
        return Identity.isIn(folder);
    }

    /** What the settings of the machine say. */
    public EnrolmentForm preset() {
        return EnrolmentForm.of(settings);
    }

    /**
     * Enrols, and takes the one-time code out of the settings of the machine.
     *
     * @throws NotEnrolledException when it does not; nothing was changed
     */
    public Identity enrol(EnrolmentForm form) throws NotEnrolledException, InterruptedException {
        URI server = address(form.server());
        try {
            Identity identity =
                    Station.enrol(folder, server, form.code().strip(), name(form.station()), HttpExchange::new);
            forgetCode();
            return identity;
        } catch (EnrolmentException e) {
            throw new NotEnrolledException(words(e, server), e.reason() == EnrolmentException.Reason.UNREACHABLE, e);
        } catch (MemoryException e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw new NotEnrolledException(Text.of("start." + reason), false, e);
        }
    }

    /** A code works once, so one that cannot be taken out is no danger; it is said in the log. */
    private void forgetCode() {
        try {
            settings.forget(MachineSettings.CODE);
        } catch (IOException e) {
            LOG.warn("the used one-time code could not be taken out of the settings of the machine: {}", e.toString());
        }
    }

    /** An address as people type it: a scheme and the usual port are added where they are missing. */
    static URI address(String typed) throws NotEnrolledException {
        String text = typed.strip();
        boolean bare = !text.contains("://");
        try {
            URI uri = new URI(bare ? "http://" + text : text).parseServerAuthority();
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw new NotEnrolledException(Text.of("enrol.address", text), false, null);
            }
            int port = bare && uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            return new URI(uri.getScheme(), null, uri.getHost(), port, null, null, null);
        } catch (URISyntaxException e) {
            throw new NotEnrolledException(Text.of("enrol.address", text), false, e);
        }
    }

    private static StationId name(String typed) throws NotEnrolledException {
        try {
            return new StationId(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new NotEnrolledException(Text.of("enrol.name"), false, e);
        }
    }

    private static Text words(EnrolmentException e, URI server) {
        return switch (e.reason()) {
            case UNREACHABLE -> Text.of("enrol.unreachable", server);
            case CODE_REFUSED -> Text.of("enrol.code-refused");
            case CODE_FOR_OTHER_NAME -> Text.of("enrol.code-for-other-name");
            case NAME_TAKEN -> Text.of("enrol.name-taken");
            case TOO_MANY_TRIES -> Text.of("enrol.too-many-tries");
            case OTHER_VERSION -> Text.of("enrol.other-version");
            case SERVER_REFUSED -> Text.of("enrol.server-refused", String.valueOf(e.getMessage()));
            case OTHER_STATION -> Text.of("enrol.other-station", String.valueOf(e.getMessage()));
        };
    }
}
