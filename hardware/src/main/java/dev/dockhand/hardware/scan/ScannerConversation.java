package dev.dockhand.hardware.scan;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.Conversation;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Listens to a scanner on a serial line or a socket. Half a code from before a loss is forgotten. */
public final class ScannerConversation implements Conversation {

    private static final Duration LONGEST_READ = Duration.ofMillis(500);

    private final Framing framing;
    private final ScanReader reader;
    private final Consumer<ScanEvent> sink;

    /**
     * A listener.
     *
     * @param framing how the scanner marks the end of a code
     * @param reader makes scans of frames
     * @param sink takes each event, on the device's thread: it must not block, so it puts them into a queue
     */
    public ScannerConversation(Framing framing, ScanReader reader, Consumer<ScanEvent> sink) {
        this.framing = framing;
        this.reader = reader;
        this.sink = sink;
    }

    @Override
    public void talk(Wire wire, StateReport report) throws PortException, InterruptedException {
        ScanFramer framer = new ScanFramer(framing);
        while (!Thread.currentThread().isInterrupted()) {
            byte[] bytes = wire.read(framer.patience(System.nanoTime(), LONGEST_READ));
            long now = System.nanoTime();
            if (bytes.length > 0) {
                report.is(ConnectionState.OK);
            }
            hand(bytes.length > 0 ? framer.accept(bytes, now) : framer.idle(now));
        }
        throw new InterruptedException();
    }

    private void hand(List<Frame> frames) {
        for (Frame frame : frames) {
            sink.accept(reader.read(frame));
        }
    }
}
