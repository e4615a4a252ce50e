package dev.dockhand.station.link;

import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.MemoryException.Reason;
import dev.dockhand.station.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who this station is: what enrolment gave. Kept as {@code identity.json} that only the station's users can read.
 *
 * @param server address of the server
 * @param company company
 * @param warehouse the warehouse and how it worked at enrolment; what came later is in the read model
 * @param station its name
 * @param number its number in the warehouse, part of the license plates that it makes
 * @param epoch epoch of its journal
 * @param serverEpoch life of the server's data at enrolment
 * @param secret its key; never logged
 */
public record Identity(
        URI server,
        CompanyId company,
        Warehouse warehouse,
        StationId station,
        int number,
        int epoch,
        long serverEpoch,
        String secret) {

    private static final String FILE = "identity.json";
    private static final int LARGEST = 256 * 1024;

    static Identity of(URI server, Enrolment.Response response) {
        return new Identity(
                server,
                response.company(),
                response.warehouse(),
                response.station(),
                response.number(),
                response.epoch(),
                response.serverEpoch(),
                response.secret());
    }

    /** The same station, whose server is found at another address. */
    public Identity at(URI other) {
        return new Identity(other, company, warehouse, station, number, epoch, serverEpoch, secret);
    }

    /** Whether a folder has an identity. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Reads the identity of a folder.
     *
     * @throws MemoryException NOT_ENROLLED when there is none, UNKNOWN_FORMAT when it cannot be read
     */
    public static Identity read(Path folder) throws MemoryException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new MemoryException(Reason.NOT_ENROLLED, "%s holds no identity".formatted(folder), null);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("the file is too large");
            }
            return Json.mapper().readValue(Files.readAllBytes(file), Identity.class);
        } catch (IOException e) {
            throw new MemoryException(Reason.UNKNOWN_FORMAT, "%s cannot be read".formatted(file), e);
        }
    }

    /** Writes the identity, all or nothing, readable for the station's users only. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        PrivateFiles.write(folder.resolve(FILE), Json.mapper().writeValueAsBytes(this));
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Identity[" + station + " at " + server + ", epoch " + epoch + "]";
    }
}
