package dev.dockhand.hardware.port;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listeners of one thing; one that fails is logged and does not harm the others. */
final class Listeners<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Consumer<T>> all = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<T> listener) {
        // A wrapper of its own, so that the same listener can be added twice and removed once.
        Consumer<T> mine = listener::accept;
        all.add(mine);
        return () -> all.remove(mine);
    }

    void tell(T news) {
        for (Consumer<T> listener : all) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }
}
