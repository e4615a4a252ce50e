package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.Conversation;
import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Talks with a scale: asks for the weight again and again, or listens where the scale sends by itself, and hands on every
 * reading. Silence becomes a STALE reading and the state SILENT (never heard) or BLOCKED (heard before). What comes first
 * after a silence proves only that the scale is back: it may be from before, so it is thrown away.
 */
public final class ScaleConversation implements Conversation {

    private static final int MAX_COMMANDS = 8;

    private final ScaleProfile profile;
    private final ScaleProtocol protocol;
    private final String device;
    private final InstantSource clock;
    private final Consumer<Reading> readings;
    private final BlockingQueue<ScaleCommand> commands = new ArrayBlockingQueue<>(MAX_COMMANDS);
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
        ScaleCommand command = new ScaleCommand(request, bytes.get(), new CompletableFuture<>());
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
        ScaleTalk.Sink sink = new ScaleTalk.Sink(device, clock, readings);
        ScaleTalk talk = profile.poll().unasked()
                ? new ListeningTalk(profile, protocol, exchange, report, sink)
                : new AskingTalk(profile, protocol, exchange, report, sink);
        talking = true;
        try {
            talk.begin();
            while (true) {
                talk.turn();
                ScaleCommand command = next(talk.pause());
                if (command != null) {
                    talk.command(command);
                }
            }
        } finally {
            talking = false;
            talk.end();
            refuseWaiting();
            // Whatever was shown last must not outlive the connection.
            sink.stale();
        }
    }

    private @Nullable ScaleCommand next(Duration wait) throws InterruptedException {
        return commands.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void refuseWaiting() {
        ScaleCommand waiting = commands.poll();
        while (waiting != null) {
            waiting.outcome().complete(CommandOutcome.NOT_CONNECTED);
            waiting = commands.poll();
        }
    }
}
