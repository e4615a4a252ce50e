package dev.dockhand.server.http;

import io.helidon.common.socket.SocketOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sees every connection before anything is read from it: Helidon asks for the options of a socket when it has accepted it. */
record Reception(SocketOptions options, Connections connections) implements SocketOptions {

    /** By itself the system keeps megabytes for one who does not read. */
    private static final int UNREAD = 256 * 1024;

    Reception(Connections connections) {
        this(
                SocketOptions.builder()
                        .tcpNoDelay(true)
                        .socketSendBufferSize(UNREAD)
                        .build(),
                connections);
    }

    /** Helidon closes a socket whose options cannot be set. */
    @Override
    public void configureSocket(SocketChannel socket) {
        options.configureSocket(socket);
        try {
            connections.accept(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return options.tcpNoDelay();
    }
}
