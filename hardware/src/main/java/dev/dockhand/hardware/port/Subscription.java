package dev.dockhand.hardware.port;

/** Ends when it is closed; closing it twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
