package dev.dockhand.app.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A real file system of a few mebibytes, which can be filled to the last byte and emptied again. */
final class SmallDisk implements AutoCloseable {

    private static final int MEBIBYTES = 24;
    private static final byte[] JUNK = new byte[4096];

    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /**
     * Mounts one at a folder.
     *
     * @throws IOException when this machine does not let the test mount anything
     */
    static SmallDisk mount(Path folder) throws IOException {
        return mount(folder, MEBIBYTES);
    }

    static SmallDisk mount(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .thenApply(Process::exitValue)
                .join();
        if (code != 0) {
            throw new IOException("%s ended with %d".formatted(String.join(" ", command), code));
        }
    }

    /** Takes every byte that is left now. */
    void fill() throws IOException {
        try (OutputStream junk = Files.newOutputStream(junk(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                junk.write(JUNK);
            }
        } catch (IOException e) {
            if (Files.getFileStore(root).getUsableSpace() >= JUNK.length) {
                throw e;
            }
        }
    }

    /** Gives them back. */
    void free() throws IOException {
        Files.delete(junk());
    }

    private Path junk() {
        return root.resolve("junk");
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", root.toString());
    }
}
