package dev.dockhand.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Supplier;

/** A file with one line for its owner's eyes only. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Reads the line; makes the file with a new one where there is none. */
    public static String read(Path file, Supplier<String> fresh) throws IOException {
        if (!Files.exists(file)) {
            write(file, fresh.get());
        }
        OwnerOnly.file(file);
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private static void write(Path file, String text) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OwnerOnly.file())) {
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
