package dev.dockhand.app.bench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a device said last, for whoever watches. */
final class SaidLog {

    private final List<Consumer<Said>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Said last;

    /** Takes what the device said; true when it is not what it said before. */
    boolean take(Said said) {
        boolean isNew = !said.equals(last);
        last = said;
        listeners.forEach(listener -> listener.accept(said));
        return isNew;
    }

    /** The device says nothing any more; true when it said something before. */
    boolean forget() {
        boolean isNew = last != null;
        last = null;
        return isNew;
    }

    @Nullable
    Said last() {
        return last;
    }

    DevicesDoor.Subscription listen(Consumer<Said> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
