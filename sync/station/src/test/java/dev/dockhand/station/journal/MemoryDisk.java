package dev.dockhand.station.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A disk in memory that forgets what was not forced when its power is cut, sector by sector, and fails on demand. */
public final class MemoryDisk implements Disk {

    /** The machine is without power in the middle of something. */
    public static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final int SECTOR = 512;

    private final RandomGenerator random;
    private final Map<Path, Content> files = new TreeMap<>();
    private int operationsUntilCut = Integer.MAX_VALUE;
    private boolean off;
    int failForces;
    long free = 10L << 30;

    /** An empty disk whose accidents come from this source. */
    public MemoryDisk(RandomGenerator random) {
        this.random = random;
    }

    /** The power goes at so many operations from now. */
    public void cutAfter(int operations) {
        operationsUntilCut = operations;
    }

    /** The machine starts again: of each unforced write, every sector may have landed or not. */
    public void powerOn() {
        files.values().forEach(content -> content.settle(random));
        restart();
    }

    /** Another process opens it: what was written is there, forced or not. */
    public void restart() {
        off = false;
        operationsUntilCut = Integer.MAX_VALUE;
    }

    /** So many forces from now on fail. */
    public void failForces(int number) {
        failForces = number;
    }

    /** How many bytes are left from now on. */
    public void free(long bytes) {
        free = bytes;
    }

    /** Turns one bit of the first place where these bytes stand; says whether they stand anywhere. */
    public boolean damage(byte[] bytes) {
        for (Content content : files.values()) {
            int at = new String(content.live, StandardCharsets.ISO_8859_1)
                    .indexOf(new String(bytes, StandardCharsets.ISO_8859_1));
            if (at >= 0) {
                int hit = at + random.nextInt(bytes.length);
                content.live[hit] ^= (byte) (1 << random.nextInt(7));
                content.durable = content.live.clone();
                content.pending.clear();
                return true;
            }
        }
        return false;
    }

    /** The same files on another disk, under another folder. */
    public MemoryDisk copied(Path from, Path to) {
        MemoryDisk copy = new MemoryDisk(random);
        files.forEach((path, content) -> {
            Content same = new Content();
            same.live = content.live.clone();
            same.durable = content.live.clone();
            copy.files.put(to.resolve(from.relativize(path)), same);
        });
        return copy;
    }

    private synchronized boolean cutNow() {
        if (off) {
            throw new PowerCut();
        }
        if (--operationsUntilCut <= 0) {
            off = true;
        }
        return off;
    }

    private void step() {
        if (cutNow()) {
            throw new PowerCut();
        }
    }

    @Override
    public File open(Path path) {
        step();
        return new Handle(files.computeIfAbsent(path, p -> new Content()));
    }

    @Override
    public List<Path> list(Path folder) {
        step();
        return files.keySet().stream().filter(p -> p.startsWith(folder)).toList();
    }

    @Override
    public void makeFolder(Path folder) {
        step();
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        Content content = files.remove(from);
        if (content == null) {
            throw new NoSuchFileException(from.toString());
        }
        files.put(to, content);
    }

    @Override
    public void delete(Path file) {
        step();
        files.remove(file);
    }

    @Override
    public long free(Path folder) {
        return free;
    }

    private static final class Content {
        byte[] live = new byte[0];
        byte[] durable = new byte[0];
        final List<int[]> pending = new ArrayList<>();

        void settle(RandomGenerator random) {
            durable = Arrays.copyOf(durable, live.length);
            for (int[] write : pending) {
                for (int at = write[0]; at < write[1]; ) {
                    int end = Math.min(write[1], (at / SECTOR + 1) * SECTOR);
                    if (random.nextBoolean()) {
                        System.arraycopy(live, at, durable, at, end - at);
                    }
                    at = end;
                }
            }
            pending.clear();
            live = durable.clone();
        }
    }

    private final class Handle implements File {
        private final Content content;

        Handle(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.live.length;
        }

        @Override
        public void read(ByteBuffer into, long position) {
            int length = (int) Math.max(0, Math.min(into.remaining(), content.live.length - position));
            into.put(content.live, (int) position, length);
        }

        @Override
        public void write(ByteBuffer from, long position) throws IOException {
            boolean cut = cutNow();
            int length = cut ? random.nextInt(from.remaining() + 1) : from.remaining();
            int end = (int) position + length;
            if (end > content.live.length) {
                if (end - content.live.length > free) {
                    throw new IOException("No space left on device");
                }
                free -= end - content.live.length;
                content.live = Arrays.copyOf(content.live, end);
            }
            from.get(content.live, (int) position, length);
            content.pending.add(new int[] {(int) position, end});
            if (cut) {
                throw new PowerCut();
            }
        }

        @Override
        public void force() throws IOException {
            boolean cut = cutNow();
            if (cut && random.nextBoolean()) {
                throw new PowerCut();
            }
            if (failForces > 0) {
                failForces--;
                // What Linux does after a failed fsync: the pages count as clean and are gone.
                content.settle(random);
                throw new IOException("Input/output error");
            }
            content.durable = content.live.clone();
            content.pending.clear();
            if (cut) {
                throw new PowerCut();
            }
        }

        @Override
        public void close() {}
    }
}
