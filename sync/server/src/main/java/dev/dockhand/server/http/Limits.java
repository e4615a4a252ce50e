package dev.dockhand.server.http;

import java.time.Duration;

/**
 * What a connection may take. Nothing here counts while the server itself works, so a long poll is bounded by its own wait.
 *
 * @param headers how long until the headers of a first request are there
 * @param idle how long a connection that was answered may wait for the headers of its next request
 * @param stall how long a body or an answer may stand still
 * @param whole how long a body or an answer may take, and a second more for each {@link #STEADY} bytes that went over
 * @param perAddress most connections of one client address
 * @param altogether most connections
 */
public record Limits(Duration headers, Duration idle, Duration stall, Duration whole, int perAddress, int altogether) {

    /** What a line must carry a second, so that its time is not up. */
    public static final long STEADY = 32 * 1024;

    /** For a warehouse. A proxy in front is one address. */
    public static Limits usual() {
        return new Limits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                512,
                2_048);
    }
}
