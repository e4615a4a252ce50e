package dev.dockhand.server.job;

import dev.dockhand.server.store.Lane;
import dev.dockhand.server.store.Site;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of a warehouse that is done as soon as somebody wakes it, beside who did: however many wake it while it is done, it is
 * done once more. What a killed server did not come to is left to the job that does the same now and then. Thread-safe.
 */
public final class Woken implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Woken.class);

    private final Consumer<Site> work;
    private final Map<Site, Boolean> again = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Does this work. */
    public Woken(Consumer<Site> work) {
        this.work = work;
    }

    /** There is something to do. */
    public void wake(Site site) {
        if (!again.merge(site, false, (doing, one) -> true)) {
            threads.execute(() -> Lane.OFFICE.run(() -> run(site)));
        }
    }

    private void run(Site site) {
        do {
            again.put(site, false);
            try {
                work.accept(site);
            } catch (RuntimeException e) {
                LOG.warn("what was woken in warehouse {} failed; it is left to the next round", site, e);
            }
        } while (!again.remove(site, false));
    }

    @Override
    public void close() {
        threads.close();
    }
}
