package dev.dockhand.hardware.printer;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is said with a printer over one connection: questions, and the bytes of labels.
 *
 * <p>Answers carry no number. After a question that stayed without one, a late answer could be taken for that of a later
 * question, so the line is listened to until it is quiet before an answer is believed again.
 */
final class PrinterLine {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);
    private static final Duration PIECE_LIMIT = Duration.ofMillis(500);
    private static final int PIECE = 4096;
    /** An answer that comes in pieces may take so many times as long as its first piece. */
    private static final int LONGEST = 5;

    private final Wire wire;
    private final Duration answer;
    private final StatusTalk talk;
    private final StatusReader reader;
    private boolean missed;

    PrinterLine(Wire wire, StatusTalk talk, Duration answer) {
        this.talk = talk;
        this.reader = talk.reader();
        this.wire = wire;
        this.answer = answer;
    }

    /** Asks how the printer is; empty when it stays silent. */
    Optional<PrinterStatus> ask() throws PortException, InterruptedException {
        Optional<PrinterStatus> status = askOnce();
        if (status.isPresent() && missed) {
            listen(QUIET);
            status = askOnce();
        }
        missed = status.isEmpty();
        if (missed) {
            reader.silent();
        }
        return status;
    }

    private Optional<PrinterStatus> askOnce() throws PortException, InterruptedException {
        long began = System.nanoTime();
        long deadline = began + answer.toNanos();
        reader.accept(wire.read(Duration.ZERO));
        reader.reset();
        byte[] question = talk.question();
        if (wire.write(question, answer) < question.length) {
            return Optional.empty();
        }
        while (!reader.whole()) {
            long left = deadline - System.nanoTime();
            byte[] bytes =
                    wire.read(left < BETWEEN_FRAMES.toNanos() ? Duration.ofNanos(Math.max(0, left)) : BETWEEN_FRAMES);
            endIfInterrupted();
            reader.accept(bytes);
            if (bytes.length > 0) {
                long longest = began + LONGEST * answer.toNanos();
                long further = System.nanoTime() + answer.toNanos();
                deadline = further - longest < 0 ? further : longest;
            }
            boolean noMore = bytes.length == 0 && reader.enough();
            if (noMore || System.nanoTime() - deadline >= 0) {
                break;
            }
        }
        // what came together with an answer may show that it was none
        reader.accept(wire.read(Duration.ZERO));
        return reader.status();
    }

    /** Asks the question that waits its turn behind a label, if the language has one; its answer comes when it comes. */
    void askInTurn() throws PortException {
        reader.turn();
        wire.write(talk.inTurn(), answer);
    }

    /** True when the question that waits its turn was answered. */
    boolean reached() {
        return reader.reached();
    }

    /** Throws away a label that was begun and not finished; labels in print or in the queue are not touched. */
    void cancelPartial() throws PortException {
        wire.write(talk.cancelPartial(), answer);
    }

    /** Takes what comes, for so long. */
    void listen(Duration time) throws PortException, InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0) {
            reader.accept(wire.read(Duration.ofNanos(left)));
            endIfInterrupted();
            left = deadline - System.nanoTime();
        }
    }

    /**
     * Sends a label whole.
     *
     * @param limit how long the printer may take no byte
     * @param stuck told whenever the printer holds the bytes back
     * @return false when the printer took no byte for the whole limit
     */
    boolean send(byte[] bytes, Duration limit, Runnable stuck) throws PortException, InterruptedException {
        int sent = 0;
        long last = System.nanoTime();
        while (sent < bytes.length) {
            endIfInterrupted();
            reader.accept(wire.read(Duration.ZERO));
            int taken = 0;
            if (reader.held()) {
                listen(BETWEEN_FRAMES);
            } else {
                byte[] piece = Arrays.copyOfRange(bytes, sent, Math.min(bytes.length, sent + PIECE));
                taken = wire.write(piece, PIECE_LIMIT);
            }
            sent += taken;
            if (taken > 0) {
                last = System.nanoTime();
            } else {
                stuck.run();
                if (System.nanoTime() - last > limit.toNanos()) {
                    return false;
                }
            }
        }
        wire.endJob();
        return true;
    }

    private static void endIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
