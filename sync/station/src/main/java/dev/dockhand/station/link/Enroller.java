package dev.dockhand.station.link;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.station.link.EnrolmentException.Reason;
import java.net.URI;

/** Exchanges a one-time code for a key of the station's own. */
public final class Enroller {

    private final Exchange exchange;
    private final URI server;

    /** Enrols at a server. */
    public Enroller(Exchange exchange, URI server) {
        this.exchange = exchange;
        this.server = server;
    }

    /**
     * Enrols.
     *
     * @param code the one-time code that a supervisor made for the name
     * @param station name that the station shall have
     * @param usedEpoch newest epoch that there is a journal of, 0 for none
     * @throws EnrolmentException when the server does not
     */
    public Identity enrol(String code, StationId station, int usedEpoch)
            throws EnrolmentException, InterruptedException {
        try {
            Enrolment.Response response =
                    new ServerApi(exchange, "").enrol(new Enrolment.Request(code.strip(), station, usedEpoch));
            if (!response.station().equals(station)
                    || response.epoch() <= usedEpoch
                    || response.secret().isBlank()) {
                throw new EnrolmentException(Reason.SERVER_REFUSED, "the server's answer does not fit the question");
            }
            return Identity.of(server, response);
        } catch (LinkException e) {
            throw new EnrolmentException(reason(e), String.valueOf(e.getMessage()));
        }
    }

    private static Reason reason(LinkException e) {
        return switch (e.code()) {
            case "CODE_FOR_OTHER_STATION" -> Reason.CODE_FOR_OTHER_NAME;
            case "STATION_EXISTS" -> Reason.NAME_TAKEN;
            case "TOO_MANY_TRIES" -> Reason.TOO_MANY_TRIES;
            default ->
                switch (e.kind()) {
                    case REFUSED -> Reason.CODE_REFUSED;
                    case OTHER_VERSION -> Reason.OTHER_VERSION;
                    case UNREACHABLE, UNUSABLE -> Reason.UNREACHABLE;
                    case BUSY, FAILED, CURSOR_GONE -> Reason.SERVER_REFUSED;
                };
        };
    }
}
