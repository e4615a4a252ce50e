package dev.dockhand.server.access;

import java.util.Optional;

/**
 * Tells who a caller is by the header {@code Authorization: Bearer <name>.<secret>}. The name is that of a station, or admin for
 * every other key; it helps people to tell keys apart, and the secret decides.
 */
public final class Callers {

    private static final String SCHEME = "Bearer ";
    private static final String ACCOUNT = "admin";
    private static final int LONGEST = 200;

    private final Stations stations;
    private final AccessKeys keys;
    private final KnownKeys known;

    /** Looks keys up there. */
    Callers(Stations stations, AccessKeys keys, KnownKeys known) {
        this.stations = stations;
        this.keys = keys;
        this.known = known;
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
        String hash = Secrets.hash(authorization.substring(dot + 1));
        String name = authorization.substring(SCHEME.length(), dot);
        Optional<Caller> caller = known.of(
                        hash, () -> stations.find(hash).map(Caller.class::cast).or(() -> keys.find(hash)))
                .filter(found -> isNamed(found, name));
        caller.ifPresent(stations::noteSeen);
        return caller;
    }

    private static boolean isNamed(Caller caller, String name) {
        return caller instanceof Caller.Station station
                ? station.station().value().equals(name)
                : name.equals(ACCOUNT);
    }
}
