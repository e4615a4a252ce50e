package dev.dockhand.station.link;

import dev.dockhand.model.catalogue.PinPepper;
import dev.dockhand.station.PrivateFiles;
import dev.dockhand.station.link.LinkException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pepper of the warehouse's PINs: sealed in a file that the station's key alone opens, open in memory only. One that is
 * missing is asked for again. Thread-safe.
 */
public final class SealedPepper {

    private static final Logger LOG = LoggerFactory.getLogger(SealedPepper.class);
    private static final int LARGEST = 1024;

    private final Path file;
    private final String stationKey;
    private volatile @Nullable PinPepper opened;

    private SealedPepper(Path file, String stationKey) {
        this.file = file;
        this.stationKey = stationKey;
    }

    /** Reads and opens the file. One that cannot be counts as missing: it belongs to an earlier key, or is damaged. */
    public static SealedPepper read(Path file, Identity identity) {
        SealedPepper pepper = new SealedPepper(file, identity.secret());
        try {
            if (Files.exists(file) && Files.size(file) <= LARGEST) {
                String sealed = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                pepper.opened = PinPepper.open(sealed, identity.secret()).orElse(null);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
        }
        if (pepper.opened == null) {
            LOG.info("what PINs are checked with is not here; the server is asked for it");
        }
        return pepper;
    }

    /** The pepper, empty as long as it is missing. */
    public Optional<PinPepper> opened() {
        return Optional.ofNullable(opened);
    }

    /** Takes what the server sealed for this station. Where the disk does not, it is kept in memory until the next start. */
    void keep(String sealed) throws LinkException {
        PinPepper fresh = PinPepper.open(sealed, stationKey)
                .orElseThrow(() -> LinkException.of(Kind.UNUSABLE, "the pepper does not open with this station's key"));
        if (fresh.equals(opened)) {
            return;
        }
        opened = fresh;
        try {
            PrivateFiles.write(file, sealed.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.toString());
        }
    }
}
