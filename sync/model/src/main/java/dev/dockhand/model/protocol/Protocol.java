package dev.dockhand.model.protocol;

/**
 * Names and bounds of the station protocol. Every request but enrolment carries
 * {@code Authorization: Bearer <station>.<secret>}, and all carry {@link #VERSION_HEADER}.
 *
 * <ul>
 *   <li>{@code POST /v1/enrol} {@link Enrolment.Request} → {@link Enrolment.Response}
 *   <li>{@code POST /v1/events?epoch=E} one event a line (NDJSON, gzip allowed), contiguous → {@link Push.Result}; 409
 *       {@link Push.Refusal} within a {@link Problem}
 *   <li>{@code GET /v1/feed?cursor=C&wait=S} long poll → {@link Feed.Page}; 410 when the cursor is too old; with
 *       {@code &to=D} nothing behind D
 *   <li>{@code GET /v1/pin-pepper} what hashes of PINs are checked with → {@link Enrolment.Pepper}
 *   <li>{@code GET /v1/snapshot} NDJSON, gzip: first {@link Feed.SnapshotHead}, then {@link Feed.Change} lines
 *   <li>{@code GET /v1/digest} what a snapshot would hold, summed up → {@link Digest}
 *   <li>{@code POST /v1/leases} {@link Leases.Request} → {@link Leases.Grant}
 *   <li>{@code GET /v1/leases} what this station holds → {@link Leases.Grant}
 *   <li>{@code POST /v1/leases/{task}/return} → 204
 * </ul>
 */
public final class Protocol {

    /** Header with the protocol version that the caller speaks. */
    public static final String VERSION_HEADER = "Dockhand-Protocol";

    /** This version. Both sides also speak the one before, so that neither must be updated in the same night. */
    public static final int VERSION = 2;

    /** The oldest version that is spoken. A server answers one that it does not speak with 426 and {@link Problem}. */
    public static final int OLDEST = VERSION - 1;

    /**
     * Header with value {@code 1} on a push of a single event that the server failed on again and again: the server
     * stores and acknowledges it without applying it, and puts it before a supervisor.
     */
    public static final String OPAQUE_HEADER = "Dockhand-Opaque";

    /** Most events in one push. */
    public static final int MAX_EVENTS = 500;

    /** Most bytes of one push, before gzip makes it smaller. */
    public static final int MAX_PUSH_BYTES = 4 * 1024 * 1024;

    /** Most changes in one page of the feed, but a transaction's changes are never split. */
    public static final int PAGE = 1000;

    /** Longest wait of a long poll, in seconds. */
    public static final int MAX_WAIT_SECONDS = 25;

    private Protocol() {}

    /** Whether a version, as the header has it, is spoken here. */
    public static boolean isSpoken(String version) {
        return version.equals(Integer.toString(VERSION)) || version.equals(Integer.toString(OLDEST));
    }
}
