package dev.dockhand.station.picture;

import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.station.Pictures;
import dev.dockhand.station.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures in a folder, each in a file of its name. A file has its name only once all of it is on the disk, so a kill leaves
 * no half of one. Everything but {@link #find} and {@link #doubt} is called by one thread.
 */
public final class PictureCache implements Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(PictureCache.class);
    private static final int MOST_WANTED = 500;

    private final Path folder;
    private final long most;
    private final InstantSource clock;
    private final List<Consumer<PictureId>> listeners = new CopyOnWriteArrayList<>();
    private final Map<PictureId, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<PictureId> wanted = new LinkedHashSet<>();
    private final Set<PictureId> used = new HashSet<>();
    private final Set<PictureId> doubted = new HashSet<>();
    private long total;
    private volatile Runnable onWish = () -> {};

    private PictureCache(Path folder, long most, InstantSource clock) {
        this.folder = folder;
        this.most = most;
        this.clock = clock;
    }

    /**
     * The pictures of a folder. One that cannot be read is as good as empty: no station stops for a picture.
     *
     * @param most bytes that all of them may have
     */
    public static PictureCache open(Path folder, long most, InstantSource clock) {
        PictureCache cache = new PictureCache(folder, most, clock);
        try {
            PrivateFiles.createFolder(folder);
            cache.look();
        } catch (IOException e) {
            LOG.warn("the pictures in {} cannot be read: {}", folder, e.toString());
        }
        return cache;
    }

    private record Found(PictureId picture, long size, FileTime used) {}

    private void look() throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Optional<PictureId> picture = Identifier.read(String.valueOf(file.getFileName()), PictureId::new);
                if (picture.isPresent()) {
                    found.add(new Found(picture.get(), Files.size(file), Files.getLastModifiedTime(file)));
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
        found.sort(Comparator.comparing(Found::used));
        found.forEach(each -> sizes.put(each.picture(), each.size()));
        total = found.stream().mapToLong(Found::size).sum();
        makeRoom(0);
    }

    @Override
    public Optional<Path> find(PictureId picture) {
        boolean known;
        synchronized (this) {
            if (sizes.get(picture) != null) {
                used.add(picture);
                return Optional.of(file(picture));
            }
            known = wanted.remove(picture);
            wanted.add(picture);
            if (wanted.size() > MOST_WANTED) {
                wanted.remove(wanted.iterator().next());
            }
        }
        if (!known) {
            onWish.run();
        }
        return Optional.empty();
    }

    @Override
    public void doubt(PictureId picture) {
        synchronized (this) {
            doubted.add(picture);
        }
        onWish.run();
    }

    @Override
    public void onArrival(Consumer<PictureId> listener) {
        listeners.add(listener);
    }

    /** Who is told that somebody looks for a picture that is not here. */
    public void onWish(Runnable listener) {
        onWish = listener;
    }

    /** The pictures that somebody looked for, the latest first. */
    public synchronized List<PictureId> wanted() {
        return List.copyOf(new ArrayList<>(wanted).reversed());
    }

    /** Whether a picture is here. */
    public synchronized boolean has(PictureId picture) {
        return sizes.containsKey(picture);
    }

    /** Every picture that is here. */
    public synchronized Set<PictureId> all() {
        return new HashSet<>(sizes.keySet());
    }

    /** Whether another one fits without an old one going. */
    public synchronized boolean hasRoom() {
        return total + PictureId.LARGEST <= most;
    }

    /**
     * Keeps a picture; the oldest used go where there is no room.
     *
     * @return false where these bytes are another thing
     */
    public boolean keep(PictureId picture, byte[] bytes) throws IOException {
        if (bytes.length > PictureId.LARGEST || !PictureId.of(bytes).equals(picture)) {
            return false;
        }
        makeRoom(bytes.length);
        PrivateFiles.createFolder(folder);
        PrivateFiles.write(file(picture), bytes);
        synchronized (this) {
            Long before = sizes.put(picture, (long) bytes.length);
            total += bytes.length - (before == null ? 0 : before);
            wanted.remove(picture);
        }
        listeners.forEach(listener -> tell(listener, picture));
        return true;
    }

    private static void tell(Consumer<PictureId> listener, PictureId picture) {
        try {
            listener.accept(picture);
        } catch (RuntimeException e) {
            LOG.error("a listener of pictures failed", e);
        }
    }

    private void makeRoom(long bytes) throws IOException {
        for (PictureId oldest = oldest(bytes); oldest != null; oldest = oldest(bytes)) {
            remove(oldest);
        }
    }

    private synchronized @Nullable PictureId oldest(long bytes) {
        return total + bytes <= most || sizes.isEmpty()
                ? null
                : sizes.keySet().iterator().next();
    }

    /** Throws a picture away. */
    public void remove(PictureId picture) throws IOException {
        synchronized (this) {
            Long size = sizes.remove(picture);
            total -= size == null ? 0 : size;
        }
        Files.deleteIfExists(file(picture));
    }

    /** Does what a disk is needed for: notes which pictures were used, and looks at those in doubt. */
    public void settle() throws IOException {
        Set<PictureId> touched;
        Set<PictureId> suspects;
        synchronized (this) {
            touched = Set.copyOf(used);
            suspects = Set.copyOf(doubted);
            used.clear();
            doubted.clear();
        }
        for (PictureId picture : touched) {
            try {
                Files.setLastModifiedTime(file(picture), FileTime.from(clock.instant()));
            } catch (IOException e) {
                LOG.debug("the use of {} is not noted: {}", picture, e.toString());
            }
        }
        for (PictureId picture : suspects) {
            if (has(picture) && !isWhole(picture)) {
                LOG.warn("the file of picture {} was damaged, it is fetched anew", picture);
                remove(picture);
                find(picture);
            }
        }
    }

    private boolean isWhole(PictureId picture) {
        try {
            return Files.size(file(picture)) <= PictureId.LARGEST
                    && PictureId.of(Files.readAllBytes(file(picture))).equals(picture);
        } catch (IOException e) {
            return false;
        }
    }

    private Path file(PictureId picture) {
        return folder.resolve(picture.value());
    }
}
