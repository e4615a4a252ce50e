package dev.dockhand.hardware.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Opens TCP connections; a name is looked up anew each time. */
public final class TcpOpener implements WireOpener {

    private final Duration timeOut;

    /** Opens with a connect time-out of 1.5 s. */
    public TcpOpener() {
        this(Duration.ofMillis(1_500));
    }

    /**
     * Opens with a given limit.
     *
     * @param timeOut how long a connection may take to come about
     */
    public TcpOpener(Duration timeOut) {
        this.timeOut = timeOut;
    }

    @Override
    public Wire open(PortAddress address) throws PortException {
        if (!(address instanceof PortAddress.Tcp tcp)) {
            throw new PortException(ConnectionState.ABSENT, address.uri() + " is not a TCP address");
        }
        InetSocketAddress target = new InetSocketAddress(tcp.host(), tcp.port());
        if (target.isUnresolved()) {
            throw new PortException(ConnectionState.ABSENT, "no host of the name '" + tcp.host() + "' is known");
        }
        return SocketWire.over(connect(target, tcp), tcp.uri());
    }

    private SocketChannel connect(InetSocketAddress target, PortAddress.Tcp tcp) throws PortException {
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.configureBlocking(false);
                if (!channel.connect(target)) {
                    finish(channel);
                }
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new PortException(ConnectionState.ABSENT, tcp.uri() + " does not answer: " + e.getMessage());
        }
    }

    private void finish(SocketChannel channel) throws IOException {
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_CONNECT);
            selector.select(Math.max(1, timeOut.toMillis()));
        }
        if (!channel.finishConnect()) {
            throw new IOException("no connection within " + timeOut.toMillis() + " ms");
        }
    }
}
