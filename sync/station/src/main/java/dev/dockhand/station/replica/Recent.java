package dev.dockhand.station.replica;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers that were asked for last, as long as a revision stands. Thread-safe.
 *
 * @param <K> questions
 * @param <V> answers
 */
final class Recent<K, V> {

    private final AtomicLong revision;
    private final Map<K, V> answers;
    private long at = -1;

    /**
     * Nothing yet.
     *
     * @param most how many answers are kept
     * @param revision what they hang on
     */
    Recent(int most, AtomicLong revision) {
        this.revision = revision;
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer as it is kept, or as it is now. */
    V of(K question, Supplier<V> ask) {
        long now = revision.get();
        V known = known(question, now);
        if (known != null) {
            return known;
        }
        V fresh = ask.get();
        keep(question, fresh, now);
        return fresh;
    }

    private synchronized @Nullable V known(K question, long now) {
        if (at != now) {
            answers.clear();
            at = now;
        }
        return answers.get(question);
    }

    private synchronized void keep(K question, V answer, long asked) {
        if (at == asked) {
            answers.put(question, answer);
        }
    }
}
