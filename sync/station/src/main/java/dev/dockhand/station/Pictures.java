package dev.dockhand.station;

import dev.dockhand.model.id.PictureId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Pictures of items, as far as they are here. Thread-safe; answers at once and touches no disk. */
public interface Pictures {

    /** The file of a picture; while it is not here, it is asked for before the others. */
    Optional<Path> find(PictureId picture);

    /** A file could not be drawn: it is looked at, and fetched anew where it is not what it was. */
    void doubt(PictureId picture);

    /** Tells of each picture that has come. Called on a thread of the link, must not block. */
    void onArrival(Consumer<PictureId> listener);
}
