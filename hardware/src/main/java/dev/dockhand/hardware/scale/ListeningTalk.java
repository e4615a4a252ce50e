package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.Conversation.StateReport;
import dev.dockhand.hardware.port.PortException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a scale that sends by itself, and asks it while it does not, one request at a time. Lines that were kept back on the way, or here
 * while this program was not running, come in a burst: after the opening, a silence or a pause they are thrown away until
 * the line has taken breath. A command is proved by the weights that follow it, unless an answer says otherwise.
 */
final class ListeningTalk extends ScaleTalk {

    /** How late this thread may come to its next turn before the lines that wait for it count as old. */
    private static final Duration LATE = Duration.ofMillis(250);

    /** How long the weights that follow a command may take to prove it. */
    private static final Duration PROVING = Duration.ofSeconds(2);

    private static final ScaleRequest WEIGH = new ScaleRequest.Weigh();

    private final Duration breath;
    private boolean owed;
    private boolean skip;
    /** A request is out that nothing was heard after; the scale may still work on it. */
    private boolean asked;

    private long heardAt;
    private long turnedAt;
    private @Nullable ScaleCommand pending;
    private long pendingUntil;
    private CommandOutcome pendingOutcome = CommandOutcome.NO_ANSWER;

    ListeningTalk(ScaleProfile profile, ScaleProtocol protocol, ScaleExchange exchange, StateReport report, Sink sink) {
        super(profile, protocol, exchange, report, sink);
        Duration half = poll.interval().dividedBy(2);
        this.breath = half.compareTo(ScaleExchange.QUIET) < 0 ? half : ScaleExchange.QUIET;
    }

    @Override
    void begin() {
        owed = poll.backlog();
        // The first frame may have begun before, or may be one that the device had ready from before.
        skip = true;
        heardAt = System.nanoTime();
        turnedAt = heardAt;
    }

    @Override
    Duration pause() {
        return Duration.ZERO;
    }

    @Override
    void turn() throws PortException, InterruptedException {
        long late = System.nanoTime() - turnedAt;
        if (owed || late > LATE.toNanos()) {
            catchUp();
        } else {
            look();
        }
        turnedAt = System.nanoTime();
        giveUpInTime();
    }

    private void catchUp() throws PortException, InterruptedException {
        owed = true;
        ask();
        if (!exchange.hearAnything()) {
            silence();
            return;
        }
        exchange.settle(breath);
        owed = false;
        skip = true;
        asked = false;
        heardAt = System.nanoTime();
    }

    private void look() throws PortException, InterruptedException {
        long silentAt = heardAt + poll.answer().toNanos();
        long askAt = System.nanoTime() + poll.interval().toNanos();
        Optional<RawFrame> frame = exchange.frame(silentAt - askAt < 0 ? silentAt : askAt);
        if (frame.isPresent()) {
            heardAt = System.nanoTime();
            asked = false;
            take(frame.get());
        } else if (System.nanoTime() - silentAt >= 0) {
            owed = true;
            silence();
        } else if (!asked) {
            ask();
        }
    }

    private void ask() throws PortException, InterruptedException {
        Optional<byte[]> request = request();
        if (request.isPresent()) {
            exchange.write(request.get());
            asked = true;
        }
    }

    private void take(RawFrame frame) throws PortException, InterruptedException {
        ScaleCommand waiting = pending;
        ScaleMessage message = protocol.read(frame, waiting == null ? WEIGH : waiting.request());
        boolean first = skip;
        skip = false;
        switch (message) {
            case ScaleMessage.Measurement measurement -> {
                if (!first) {
                    known(measurement, frame);
                    prove(measurement);
                }
            }
            case ScaleMessage.Answer answer -> settle(answer.outcome());
            case ScaleMessage.Prompt prompt -> step(prompt);
            case ScaleMessage.Unreadable unreadable -> {
                if (!first) {
                    unreadable(frame);
                }
            }
            case ScaleMessage.Notice notice -> {}
        }
    }

    @Override
    void command(ScaleCommand command) throws PortException, InterruptedException {
        settle(CommandOutcome.NO_ANSWER);
        pending = command;
        pendingUntil = System.nanoTime() + PROVING.toNanos();
        pendingOutcome = CommandOutcome.NO_ANSWER;
        if (!exchange.write(command.bytes())) {
            settle(CommandOutcome.NO_ANSWER);
        }
        turnedAt = System.nanoTime();
    }

    private void prove(ScaleMessage.Measurement measurement) {
        ScaleCommand waiting = pending;
        if (waiting == null) {
            return;
        }
        if (waiting.isProvedBy(measurement.state(), measurement.net())) {
            settle(CommandOutcome.DONE);
        } else {
            pendingOutcome =
                    measurement.state() == ReadingState.MOTION ? CommandOutcome.MOTION : CommandOutcome.REFUSED;
        }
    }

    private void giveUpInTime() {
        if (pending != null && System.nanoTime() - pendingUntil >= 0) {
            settle(pendingOutcome);
        }
    }

    private void settle(CommandOutcome outcome) {
        ScaleCommand waiting = pending;
        if (waiting != null) {
            pending = null;
            if (outcome == CommandOutcome.DONE) {
                tared(waiting.leavesTare());
            }
            waiting.outcome().complete(outcome);
        }
    }

    @Override
    void end() {
        settle(CommandOutcome.NO_ANSWER);
    }
}
