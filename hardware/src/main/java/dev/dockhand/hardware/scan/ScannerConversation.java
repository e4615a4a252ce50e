package dev.dockhand.hardware.scan;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.Conversation;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to a scanner, and tells it good or bad where its profile says how. Half a code from before a loss is forgotten.
 */
public final class ScannerConversation implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(ScannerConversation.class);
    private static final Duration LONGEST_READ = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_ANSWER = Duration.ofMillis(5);
    private static final Duration SENDING = Duration.ofSeconds(1);
    private static final int MOST_ANSWERS = 16;

    private final ScannerProfile profile;
    private final Framing framing;
    private final ScanReader reader;
    private final Consumer<ScanEvent> sink;
    private final BlockingQueue<Boolean> verdicts = new LinkedBlockingQueue<>(MOST_ANSWERS);

    /**
     * A listener to a scanner that sends codes with marks at their ends.
     *
     * @param framing how the scanner marks the end of a code
     * @param reader makes scans of frames
     * @param sink takes each event, on the device's thread: it must not block, so it puts them into a queue
     */
    public ScannerConversation(Framing framing, ScanReader reader, Consumer<ScanEvent> sink) {
        this(ScannerProfiles.load().usual(), framing, reader, sink);
    }

    /**
     * A listener to a scanner of a known model.
     *
     * @param profile the model
     * @param reader makes scans of frames
     * @param sink takes each event, on the device's thread: it must not block, so it puts them into a queue
     */
    public ScannerConversation(ScannerProfile profile, ScanReader reader, Consumer<ScanEvent> sink) {
        this(profile, Framing.USUAL, reader, sink);
    }

    private ScannerConversation(ScannerProfile profile, Framing framing, ScanReader reader, Consumer<ScanEvent> sink) {
        this.profile = profile;
        this.framing = framing;
        this.reader = reader;
        this.sink = sink;
    }

    /**
     * Tells the scanner what came of its last code, from any thread; it beeps or flashes as its maker made it. Does nothing
     * for a scanner that cannot be told, or that no longer waits.
     *
     * @param good whether the code was what the station wanted
     */
    public void answer(boolean good) {
        if (profile.answers() != null && !verdicts.offer(good)) {
            LOG.debug("the scanner takes no answers");
        }
    }

    @Override
    public void talk(Wire wire, StateReport report) throws PortException, InterruptedException {
        ScanCutter cutter = profile.cutter(framing);
        Answering answering = new Answering(wire);
        verdicts.clear();
        while (!Thread.currentThread().isInterrupted()) {
            byte[] bytes = wire.read(cutter.patience(System.nanoTime(), answering.longest()));
            long now = System.nanoTime();
            if (bytes.length > 0) {
                report.is(ConnectionState.OK);
            }
            List<Frame> frames = bytes.length > 0 ? cutter.accept(bytes, now) : cutter.idle(now);
            for (Frame frame : frames) {
                answering.expect(now);
                sink.accept(reader.read(frame));
            }
            answering.answer(now);
        }
        throw new InterruptedException();
    }

    /** One connection's waiting for verdicts. */
    private final class Answering {
        private final Wire wire;
        private boolean waiting;
        private long until;

        Answering(Wire wire) {
            this.wire = wire;
        }

        Duration longest() {
            return waiting ? LOOK_FOR_ANSWER : LONGEST_READ;
        }

        /** A code goes out to be judged; a verdict on one before it is late. */
        void expect(long now) {
            ScannerProfile.Answers answers = profile.answers();
            if (answers != null) {
                verdicts.clear();
                waiting = true;
                until = now + answers.waiting().toNanos();
            }
        }

        void answer(long now) throws PortException {
            ScannerProfile.Answers answers = profile.answers();
            if (answers == null || !waiting) {
                return;
            }
            Boolean good = verdicts.poll();
            if (good != null) {
                wire.write(answers.bytes(good), SENDING);
                waiting = false;
            } else if (now - until > 0) {
                LOG.debug("the scanner waited for an answer in vain");
                waiting = false;
            }
        }
    }
}
