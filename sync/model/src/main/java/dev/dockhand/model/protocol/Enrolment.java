package dev.dockhand.model.protocol;

import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.site.Warehouse;

/** How a station becomes known: a one-time code that a supervisor made for its name is exchanged for a key of its own. */
public final class Enrolment {

    private Enrolment() {}

    /**
     * What a new station sends.
     *
     * @param code the one-time code; valid for 15 minutes, for one use and for one name
     * @param station name that the code was made for; enrolling it again takes a code that says so, and starts a new epoch
     * @param usedEpoch newest epoch that the station has a journal of, 0 for none; the new one comes after it, also at a
     *     server that was restored from a backup and has forgotten it
     */
    public record Request(String code, StationId station, int usedEpoch) {}

    /**
     * What it gets.
     *
     * @param company company
     * @param warehouse the warehouse and how it works; later changes come by the feed
     * @param station its name
     * @param number its number in the warehouse, 1 to 999; part of the license plates that it makes
     * @param secret 256 random bits as text; the server keeps only a hash
     * @param epoch epoch that its next journal has
     * @param serverEpoch life of the server's data; another one after a restore from a backup
     */
    public record Response(
            CompanyId company,
            Warehouse warehouse,
            StationId station,
            int number,
            String secret,
            int epoch,
            long serverEpoch) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Enrolment[" + station + ", epoch " + epoch + "]";
        }
    }

    /**
     * What a station checks PINs with.
     *
     * @param sealed the pepper of the warehouse's PINs, which opens with the station's key only
     */
    public record Pepper(String sealed) {}
}
