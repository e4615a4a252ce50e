package dev.dockhand.server;

import dev.dockhand.server.http.Limits;
import dev.dockhand.server.http.TrustedProxies;
import dev.dockhand.server.store.DatabaseAddress;
import dev.dockhand.server.store.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to run.
 *
 * @param data folder for everything that it keeps
 * @param bind address to listen on
 * @param port port to listen on; 0 for any free one
 * @param site a warehouse that is made where it is not there; absent for demo/W1, in a database without any company
 * @param zone time zone of a warehouse that is made so
 * @param database an external PostgreSQL, absent for the embedded one in the data folder
 * @param programs folder for the programs of the embedded PostgreSQL; may be shared by several servers
 * @param time the clock
 * @param drain how long readiness fails before the server stops to listen, so that a load balancer sends nothing more
 * @param privatePictures whether pictures may be fetched from machines of the house, and not from the internet alone
 * @param limits what a connection may take
 * @param trustedProxies proxies that say who asks
 */
public record ServerSettings(
        Path data,
        String bind,
        int port,
        @Nullable Site site,
        ZoneId zone,
        @Nullable DatabaseAddress database,
        Path programs,
        InstantSource time,
        Duration drain,
        boolean privatePictures,
        Limits limits,
        TrustedProxies trustedProxies) {

    /** Where the demo's warehouse is. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** A server for this machine only, with an embedded database, on any free port. */
    public static ServerSettings local(Path data) {
        return new ServerSettings(
                data,
                "127.0.0.1",
                0,
                null,
                SEOUL,
                null,
                data.resolve("programs"),
                InstantSource.system(),
                Duration.ZERO,
                false,
                Limits.usual(),
                TrustedProxies.NONE);
    }

    /** The same, listening elsewhere. */
    public ServerSettings listeningOn(String address, int otherPort) {
        return new ServerSettings(
                data,
                address,
                otherPort,
                site,
                zone,
                database,
                programs,
                time,
                drain,
                privatePictures,
                limits,
                trustedProxies);
    }

    /** The same with a warehouse that is made where it is not there. */
    public ServerSettings workingFor(Site other) {
        return new ServerSettings(
                data,
                bind,
                port,
                other,
                zone,
                database,
                programs,
                time,
                drain,
                privatePictures,
                limits,
                trustedProxies);
    }

    /** The same with that warehouse in another time zone. */
    public ServerSettings inZone(ZoneId other) {
        return new ServerSettings(
                data,
                bind,
                port,
                site,
                other,
                database,
                programs,
                time,
                drain,
                privatePictures,
                limits,
                trustedProxies);
    }

    /** The same by another clock. */
    public ServerSettings by(InstantSource clock) {
        return new ServerSettings(
                data,
                bind,
                port,
                site,
                zone,
                database,
                programs,
                clock,
                drain,
                privatePictures,
                limits,
                trustedProxies);
    }

    /** The same with an external database. */
    public ServerSettings storingIn(DatabaseAddress external) {
        return new ServerSettings(
                data, bind, port, site, zone, external, programs, time, drain, privatePictures, limits, trustedProxies);
    }

    /** The same with the programs of PostgreSQL in another folder, so that several servers unpack them once. */
    public ServerSettings withPrograms(Path folder) {
        return new ServerSettings(
                data, bind, port, site, zone, database, folder, time, drain, privatePictures, limits, trustedProxies);
    }

    /** The same, failing readiness so long before it stops. */
    public ServerSettings draining(Duration length) {
        return new ServerSettings(
                data,
                bind,
                port,
                site,
                zone,
                database,
                programs,
                time,
                length,
                privatePictures,
                limits,
                trustedProxies);
    }

    /** The same, fetching pictures from machines of the house too. */
    public ServerSettings withPrivatePictures(boolean allowed) {
        return new ServerSettings(
                data, bind, port, site, zone, database, programs, time, drain, allowed, limits, trustedProxies);
    }

    /** The same with other limits of connections. */
    public ServerSettings limitedTo(Limits other) {
        return new ServerSettings(
                data, bind, port, site, zone, database, programs, time, drain, privatePictures, other, trustedProxies);
    }

    /** The same, believing these proxies who asks. */
    public ServerSettings trusting(TrustedProxies proxies) {
        return new ServerSettings(
                data, bind, port, site, zone, database, programs, time, drain, privatePictures, limits, proxies);
    }
}
