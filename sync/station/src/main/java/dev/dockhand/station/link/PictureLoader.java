package dev.dockhand.station.link;

import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.ReadModel;
import dev.dockhand.station.picture.PictureCache;
import dev.dockhand.station.replica.Replica;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches pictures of items, one at a time and only while nothing else is to be said to the server: first those that somebody
 * looks for, then those of the work that is held, then the others of the catalogue as far as there is room. Whatever goes wrong
 * here is no news of the server: the other loops say whether it can be reached. Used by one thread.
 */
final class PictureLoader {

    private static final Logger LOG = LoggerFactory.getLogger(PictureLoader.class);
    private static final int PAGE = 500;

    private final ServerApi api;
    private final Replica replica;
    private final PictureCache cache;
    private final Contact contact;
    private final BooleanSupplier room;
    private final BackOff backOff;
    private final Duration rest;

    /** What did not come; asked for again after a rest, behind the others. */
    private final Set<PictureId> skipped = new HashSet<>();

    private final Queue<PictureId> next = new ArrayDeque<>();
    private Set<PictureId> unnamed = new HashSet<>();
    private long walked = -1;
    private boolean walks;
    private @Nullable ItemId after;

    /**
     * A loader.
     *
     * @param room whether the disk has room for what may be thrown away
     */
    PictureLoader(
            ServerApi api,
            Replica replica,
            PictureCache cache,
            Contact contact,
            BooleanSupplier room,
            LinkSettings settings,
            RandomGenerator random) {
        this.api = api;
        this.replica = replica;
        this.cache = cache;
        this.contact = contact;
        this.room = room;
        this.backOff = new BackOff(settings, random);
        this.rest = settings.longestWait().dividedBy(2);
    }

    Duration step() throws InterruptedException {
        try {
            cache.settle();
            if (!room.getAsBoolean()) {
                return rest;
            }
            if (!contact.isAtEase()) {
                return rest.dividedBy(10);
            }
            Optional<PictureId> picture = missing();
            if (picture.isEmpty()) {
                return walks ? Duration.ZERO : rest();
            }
            load(picture.get());
            return Duration.ZERO;
        } catch (LinkException e) {
            LOG.info("pictures: {}", e.getMessage());
            return backOff.next(e.retryAfter());
        } catch (IOException e) {
            LOG.warn("a picture could not be kept: {}", e.toString());
            return backOff.next(Duration.ZERO);
        }
    }

    private Duration rest() {
        long now = replica.catalogueRevision();
        next.addAll(skipped);
        skipped.clear();
        if (now != walked) {
            walked = now;
            after = null;
            walks = true;
            unnamed = cache.all();
            ofWork(replica.view());
        }
        return rest;
    }

    private void load(PictureId picture) throws LinkException, InterruptedException, IOException {
        skipped.add(picture);
        try {
            if (cache.keep(picture, api.picture(picture))) {
                skipped.remove(picture);
                backOff.reset();
            } else {
                LOG.warn("the server gave another thing for picture {}", picture);
            }
        } catch (LinkException e) {
            if (e.kind() != LinkException.Kind.FAILED || e.status() >= 500) {
                throw e;
            }
            LOG.info("the server does not have picture {}", picture);
        }
    }

    private Optional<PictureId> missing() throws IOException {
        for (PictureId picture : cache.wanted()) {
            if (isMissing(picture)) {
                return Optional.of(picture);
            }
        }
        if (next.isEmpty() && walks) {
            walkOn();
        }
        for (PictureId picture = next.poll(); picture != null; picture = next.poll()) {
            if (isMissing(picture)) {
                return Optional.of(picture);
            }
        }
        return Optional.empty();
    }

    private boolean isMissing(PictureId picture) {
        return !cache.has(picture) && !skipped.contains(picture);
    }

    private void ofWork(ReadModel view) {
        for (ShipmentTask task : view.tasks()) {
            task.lines()
                    .forEach(line -> view.item(line.item())
                            .map(Item::picture)
                            .filter(this::isMissing)
                            .ifPresent(next::add));
        }
    }

    /** Looks at some more items. At the end, pictures that none of them names any more go. */
    private void walkOn() throws IOException {
        List<Item> items = replica.view().items(after, PAGE);
        for (Item item : items) {
            PictureId picture = item.picture();
            if (picture != null) {
                unnamed.remove(picture);
                if (cache.hasRoom() && isMissing(picture)) {
                    next.add(picture);
                }
            }
        }
        if (!items.isEmpty()) {
            after = items.getLast().id();
            return;
        }
        walks = false;
        if (walked == replica.catalogueRevision()) {
            for (PictureId picture : unnamed) {
                cache.remove(picture);
            }
        }
    }
}
