package dev.dockhand.station.memory;

import dev.dockhand.station.MemoryException;
import dev.dockhand.station.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of a station are: {@code identity.json}, {@code pin-pepper}, {@code lock}, {@code journal/epoch-NNNN},
 * {@code view} and {@code pictures}.
 *
 * @param root the folder
 */
public record StationFolder(Path root) {

    private static final String EPOCH = "epoch-";
    private static final String SEALED = "sealed";

    Path view() {
        return root.resolve("view");
    }

    Path pepper() {
        return root.resolve("pin-pepper");
    }

    Path pictures() {
        return root.resolve("pictures");
    }

    /** Beside the files that it is made into: nobody else reads there. */
    Path incoming() {
        return view().resolve("incoming-snapshot");
    }

    Path epoch(int epoch) {
        return root.resolve("journal").resolve(EPOCH + "%04d".formatted(epoch));
    }

    /**
     * Ends an epoch: nothing more is written to its journal. What it holds is sent once the station was enrolled again.
     *
     * @throws IOException when the folder does not take it
     */
    void seal(int epoch) throws IOException {
        PrivateFiles.write(epoch(epoch).resolve(SEALED), new byte[0]);
    }

    void refuseSealed(int epoch) throws MemoryException {
        if (Files.exists(epoch(epoch).resolve(SEALED))) {
            throw new MemoryException(
                    MemoryException.Reason.SEALED, "epoch %d of %s was sealed".formatted(epoch, root), null);
        }
    }

    /** The newest epoch that left a journal here, 0 for none. */
    int newestEpoch() throws IOException {
        List<Integer> all = epochsBefore(Integer.MAX_VALUE);
        return all.isEmpty() ? 0 : all.getLast();
    }

    /** Epochs before a given one that left a journal here, oldest first. */
    List<Integer> epochsBefore(int epoch) throws IOException {
        Path journals = root.resolve("journal");
        List<Integer> found = new ArrayList<>();
        if (Files.isDirectory(journals)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(journals, EPOCH + "*")) {
                for (Path folder : folders) {
                    String number = folder.getFileName().toString().substring(EPOCH.length());
                    if (number.matches("\\d{1,9}") && Integer.parseInt(number) < epoch) {
                        found.add(Integer.parseInt(number));
                    }
                }
            }
        }
        found.sort(null);
        return found;
    }
}
