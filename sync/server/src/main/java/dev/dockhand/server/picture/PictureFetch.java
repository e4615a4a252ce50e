package dev.dockhand.server.picture;

import dev.dockhand.model.id.ItemId;
import dev.dockhand.server.picture.BadPictureException.Reason;
import dev.dockhand.server.store.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the pictures that imports name by address: behind the import, few at once, again later where that may help. */
public final class PictureFetch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PictureFetch.class);
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration CLAIMED = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private final Pictures pictures;
    private final PictureSources sources;
    private final PictureClient client;
    private final InstantSource time;
    private final Duration longest;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Fetches into these pictures.
     *
     * @param privateToo whether machines of the house may be asked
     */
    public PictureFetch(Pictures pictures, boolean privateToo, InstantSource time) {
        this(pictures, privateToo, time, LONGEST);
    }

    PictureFetch(Pictures pictures, boolean privateToo, InstantSource time, Duration longest) {
        this.pictures = pictures;
        this.sources = pictures.sources();
        this.client = new PictureClient(privateToo);
        this.time = time;
        this.longest = longest;
    }

    /** Fetches until nothing is due. */
    public void round(Site site) {
        try {
            List<PictureSources.Claim> claims = sources.claim(site, AT_ONCE, CLAIMED);
            while (!claims.isEmpty() && !threads.isShutdown()) {
                fetch(site, claims);
                claims = sources.claim(site, AT_ONCE, CLAIMED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            LOG.debug("stopped; what was claimed comes up again");
        }
    }

    private void fetch(Site site, List<PictureSources.Claim> claims) throws InterruptedException {
        List<Callable<Picture>> asked = new ArrayList<>();
        claims.forEach(claim -> asked.add(() -> client.fetch(claim.source())));
        // Whoever sends byte by byte is cut off here; a read of a socket ends by the interruption.
        List<Future<Picture>> answers = threads.invokeAll(asked, longest.toMillis(), TimeUnit.MILLISECONDS);
        for (int i = 0; i < claims.size() && !threads.isShutdown(); i++) {
            settle(site, claims.get(i), answers.get(i));
        }
    }

    private void settle(Site site, PictureSources.Claim claim, Future<Picture> answer) throws InterruptedException {
        try {
            pictures.fetched(site, claim.source(), answer.get());
        } catch (CancellationException e) {
            failed(site, claim, Reason.PICTURE_NO_ANSWER, "no whole answer in time");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadPictureException bad) {
                failed(site, claim, bad.reason(), String.valueOf(bad.getMessage()));
            } else {
                LOG.error("the picture at {} could not be fetched", claim.source(), e);
                failed(site, claim, Reason.PICTURE_NO_ANSWER, "the server failed");
            }
        }
    }

    private void failed(Site site, PictureSources.Claim claim, Reason reason, String why) {
        @Nullable Instant again = null;
        if (reason.mayPass() && claim.tries() < MOST_TRIES) {
            again = time.instant().plus(FIRST_WAIT.multipliedBy(1L << 2 * (claim.tries() - 1)));
        }
        List<ItemId> items = sources.failed(site, claim.source(), reason, again);
        LOG.warn(
                "no picture for {} from {}: {} ({}); {}",
                items.stream().limit(AT_ONCE).toList(),
                claim.source(),
                reason,
                why,
                again == null ? "given up" : "again at " + again);
    }

    /** Cuts off what is being fetched; it is fetched after the next start. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
