package dev.dockhand.server.people;

import dev.dockhand.model.id.StationId;
import java.util.Optional;

/** Tells who a caller is by the header {@code Authorization: Bearer <name>.<secret>}. */
public final class Callers {

    private static final String SCHEME = "Bearer ";
    private static final String ADMINISTRATOR = "admin";
    private static final int LONGEST = 200;

    private final Stations stations;
    private final AdminKeys adminKeys;

    /** Looks keys up there. */
    public Callers(Stations stations, AdminKeys adminKeys) {
        this.stations = stations;
        this.adminKeys = adminKeys;
    }

    /**
     * Who has this key.
     *
     * @param authorization the header's value
     * @return absent when the key is nobody's
     */
    public Optional<Caller> of(String authorization) {
        int dot = authorization.lastIndexOf('.');
        if (!authorization.startsWith(SCHEME) || dot <= SCHEME.length() || authorization.length() > LONGEST) {
            return Optional.empty();
        }
        String name = authorization.substring(SCHEME.length(), dot);
        String secret = authorization.substring(dot + 1);
        if (name.equals(ADMINISTRATOR)) {
            return adminKeys.accepts(secret) ? Optional.of(new Caller.Administrator()) : Optional.empty();
        }
        return Enrolments.isStationName(name)
                ? stations.authenticate(new StationId(name), secret).map(Caller.class::cast)
                : Optional.empty();
    }
}
