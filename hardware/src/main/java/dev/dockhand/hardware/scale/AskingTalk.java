package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.Conversation.StateReport;
import dev.dockhand.hardware.port.PortException;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for the weight again and again, one request at a time. After a silence or an unreadable answer the next answer
 * proves only that the scale is there: it may belong to an older request, so it is thrown away and the weight asked anew.
 * But a scale that answers a new weight only would never say it again, so its answers are all shown.
 */
final class AskingTalk extends ScaleTalk {

    private static final ScaleRequest WEIGH = new ScaleRequest.Weigh();

    private boolean owed;
    private long keptUntil;

    AskingTalk(ScaleProfile profile, ScaleProtocol protocol, ScaleExchange exchange, StateReport report, Sink sink) {
        super(profile, protocol, exchange, report, sink);
    }

    @Override
    void begin() throws PortException, InterruptedException {
        keptUntil = System.nanoTime();
        exchange.settle(ScaleExchange.QUIET);
    }

    @Override
    Duration pause() {
        return poll.interval();
    }

    @Override
    void turn() throws PortException, InterruptedException {
        if (!exchange.send(request().orElseThrow())) {
            owed = true;
            silence(ConnectionState.BLOCKED);
            return;
        }
        if (owed) {
            if (!exchange.hearAnything()) {
                silence();
                return;
            }
            owed = false;
            exchange.settle(ScaleExchange.QUIET);
            turn();
            return;
        }
        Heard answer = hear(WEIGH, ScaleMessage.Measurement.class);
        if (answer.message() instanceof ScaleMessage.Measurement measurement) {
            known(measurement, answer.frame());
            keptUntil = System.nanoTime() + poll.keep().toNanos();
            return;
        }
        owed = !poll.isNewOnly();
        if (!answer.frame().equals(RawFrame.NOTHING)) {
            unreadable(answer.frame());
        } else if (!poll.isNewOnly()) {
            silence();
        } else if (System.nanoTime() - keptUntil >= 0) {
            silence(ConnectionState.SILENT);
        }
    }

    @Override
    void command(ScaleCommand command) throws PortException, InterruptedException {
        CommandOutcome outcome = CommandOutcome.NO_ANSWER;
        try {
            if (exchange.send(command.bytes())) {
                Heard answer = hear(command.request(), ScaleMessage.Answer.class);
                if (answer.message() instanceof ScaleMessage.Answer told) {
                    outcome = told.outcome();
                    told.tare().ifPresent(this::tared);
                } else {
                    owed = true;
                }
            }
        } finally {
            command.outcome().complete(outcome);
        }
    }

    @Override
    void end() {
        // A command is completed before the next turn.
    }

    /** Waits for the kind of message that was asked for; gives the last unreadable frame when it does not come. */
    private Heard hear(ScaleRequest asked, Class<? extends ScaleMessage> wanted)
            throws PortException, InterruptedException {
        RawFrame unreadable = RawFrame.NOTHING;
        long deadline = exchange.deadline();
        Optional<RawFrame> frame = exchange.frame(deadline);
        while (frame.isPresent()) {
            ScaleMessage message = protocol.read(frame.get(), asked);
            if (wanted.isInstance(message)) {
                return new Heard(message, frame.get());
            }
            if (message instanceof ScaleMessage.Prompt prompt) {
                step(prompt);
            }
            if (message instanceof ScaleMessage.Unreadable) {
                unreadable = frame.get();
                deadline = exchange.soon(deadline);
            }
            frame = exchange.frame(deadline);
        }
        return new Heard(new ScaleMessage.Unreadable(), unreadable);
    }

    private record Heard(ScaleMessage message, RawFrame frame) {}
}
