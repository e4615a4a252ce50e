package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.Conversation;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Talks with a scale: asks for the weight again and again, one request at a time, and hands on every reading. Silence
 * becomes a STALE reading and the state SILENT (never heard) or BLOCKED (heard before). After a silence the first answer
 * proves only that the scale is back: it may belong to an older request, so it is thrown away and the weight asked anew.
 */
public final class ScaleConversation implements Conversation {

    private static final int MAX_COMMANDS = 8;

    private final ScaleProfile profile;
    private final ScaleProtocol protocol;
    private final String device;
    private final InstantSource clock;
    private final Consumer<Reading> readings;
    private final BlockingQueue<Command> commands = new ArrayBlockingQueue<>(MAX_COMMANDS);
    private volatile boolean talking;

    /**
     * A conversation; one for each device.
     *
     * @param profile the scale
     * @param device what it is called at this station
     * @param clock the time of readings
     * @param readings gets each reading on the device's own thread: it must not block
     */
    public ScaleConversation(ScaleProfile profile, String device, InstantSource clock, Consumer<Reading> readings) {
        this.profile = profile;
        this.protocol = ScaleProfiles.protocol(profile);
        this.device = device;
        this.clock = clock;
        this.readings = readings;
    }

    /** The profile of the scale. */
    public ScaleProfile profile() {
        return profile;
    }

    /** Sets the scale to zero. */
    public CompletableFuture<CommandOutcome> zero() {
        return ask(new ScaleRequest.Zero());
    }

    /** Takes off what is on the pan. */
    public CompletableFuture<CommandOutcome> tare() {
        return ask(new ScaleRequest.Tare());
    }

    /**
     * Sends a command between two weighings.
     *
     * @param request zero, or one of the tares
     * @return what comes of it; completed on the device's thread. A command is never kept for a later connection
     */
    public CompletableFuture<CommandOutcome> ask(ScaleRequest request) {
        Optional<byte[]> bytes = protocol.bytes(request);
        if (bytes.isEmpty()) {
            return CompletableFuture.completedFuture(CommandOutcome.NOT_SUPPORTED);
        }
        Command command = new Command(request, bytes.get(), new CompletableFuture<>());
        if (!talking) {
            return CompletableFuture.completedFuture(CommandOutcome.NOT_CONNECTED);
        }
        if (!commands.offer(command)) {
            return CompletableFuture.completedFuture(CommandOutcome.BUSY);
        }
        if (!talking) {
            refuseWaiting();
        }
        return command.outcome();
    }

    @Override
    public void talk(Wire wire, StateReport report) throws PortException, InterruptedException {
        ScaleExchange exchange =
                new ScaleExchange(wire, protocol.framer(), profile.poll().answer());
        Talk talk = new Talk(exchange, report);
        talking = true;
        try {
            exchange.settle();
            while (true) {
                talk.weigh();
                Command command = next(profile.poll().interval());
                if (command != null) {
                    talk.command(command);
                }
            }
        } finally {
            talking = false;
            refuseWaiting();
            // Whatever was shown last must not outlive the connection.
            readings.accept(Reading.stale(clock.instant(), device));
        }
    }

    private @Nullable Command next(Duration wait) throws InterruptedException {
        return commands.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void refuseWaiting() {
        Command waiting = commands.poll();
        while (waiting != null) {
            waiting.outcome().complete(CommandOutcome.NOT_CONNECTED);
            waiting = commands.poll();
        }
    }

    private record Command(ScaleRequest request, byte[] bytes, CompletableFuture<CommandOutcome> outcome) {}

    /** What is known within one connection. */
    private final class Talk {
        private final ScaleExchange exchange;
        private final StateReport report;
        private final byte[] request;
        private boolean heard;
        private boolean owed;
        private boolean tared;

        Talk(ScaleExchange exchange, StateReport report) {
            this.exchange = exchange;
            this.report = report;
            this.request = protocol.bytes(new ScaleRequest.Weigh()).orElseThrow();
        }

        void weigh() throws PortException, InterruptedException {
            if (!exchange.send(request)) {
                silence(ConnectionState.BLOCKED);
                return;
            }
            if (owed) {
                if (!exchange.hearAnything()) {
                    silence(heard ? ConnectionState.BLOCKED : ConnectionState.SILENT);
                    return;
                }
                owed = false;
                exchange.settle();
                weigh();
                return;
            }
            Heard answer = hear(new ScaleRequest.Weigh(), ScaleMessage.Measurement.class);
            if (answer.message() instanceof ScaleMessage.Measurement measurement) {
                known(measurement, answer.frame());
            } else if (!answer.frame().equals(RawFrame.NOTHING)) {
                unreadable(answer.frame());
            } else {
                silence(heard ? ConnectionState.BLOCKED : ConnectionState.SILENT);
            }
        }

        void command(Command command) throws PortException, InterruptedException {
            CommandOutcome outcome = CommandOutcome.NO_ANSWER;
            try {
                if (exchange.send(command.bytes())) {
                    Heard answer = hear(command.request(), ScaleMessage.Answer.class);
                    if (answer.message() instanceof ScaleMessage.Answer told) {
                        outcome = told.outcome();
                        told.tare().ifPresent(now -> tared = now);
                    } else {
                        owed = true;
                    }
                }
            } finally {
                command.outcome().complete(outcome);
            }
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
                if (message instanceof ScaleMessage.Unreadable) {
                    unreadable = frame.get();
                    deadline = exchange.soon(deadline);
                }
                frame = exchange.frame(deadline);
            }
            return new Heard(new ScaleMessage.Unreadable(), unreadable);
        }

        private void known(ScaleMessage.Measurement measurement, RawFrame frame) {
            heard = true;
            report.is(ConnectionState.OK);
            boolean net = measurement.net() || (tared && measurement.weight().isPresent());
            readings.accept(new Reading(
                    measurement.state(),
                    measurement.weight(),
                    net,
                    measurement.flags(),
                    frame,
                    clock.instant(),
                    device));
        }

        private void unreadable(RawFrame frame) {
            owed = true;
            readings.accept(new Reading(
                    ReadingState.ERROR,
                    Optional.empty(),
                    false,
                    Set.of(StatusFlag.UNREADABLE),
                    frame,
                    clock.instant(),
                    device));
        }

        private void silence(ConnectionState state) {
            owed = true;
            report.is(state);
            readings.accept(Reading.stale(clock.instant(), device));
        }
    }

    private record Heard(ScaleMessage message, RawFrame frame) {}
}
