package dev.dockhand.app.device;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a device said last, for whoever watches. */
final class LastMessage {

    private final List<Consumer<DeviceMessage>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable DeviceMessage last;

    /** Takes what the device said; true when it is not what it said before. */
    boolean take(DeviceMessage message) {
        boolean isNew = !message.equals(last);
        last = message;
        listeners.forEach(listener -> listener.accept(message));
        return isNew;
    }

    /** The device says nothing any more; true when it said something before. */
    boolean forget() {
        boolean isNew = last != null;
        last = null;
        return isNew;
    }

    @Nullable
    DeviceMessage last() {
        return last;
    }

    DeviceSetUp.Subscription listen(Consumer<DeviceMessage> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
