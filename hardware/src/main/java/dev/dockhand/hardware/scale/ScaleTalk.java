package dev.dockhand.hardware.scale;

import dev.dockhand.hardware.port.ConnectionState;
import dev.dockhand.hardware.port.Conversation.StateReport;
import dev.dockhand.hardware.port.PortException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What all talks with a scale have in common within one connection: readings, silence, and whose turn it is to speak. */
abstract class ScaleTalk {

    /** A scale that asks for the same step again and again is stopped here. */
    private static final int MOST_PROMPTS = 5;

    final ScaleProtocol protocol;
    final ScaleExchange exchange;
    final ScaleProfile.Poll poll;
    private final StateReport report;
    private final Sink sink;
    private final List<byte[]> requests;
    private final boolean tellsNet;
    private int next;
    private int prompts;
    private boolean heard;
    private boolean tared;

    /**
     * Where readings go.
     *
     * @param device what the scale is called
     * @param clock the time of readings
     * @param readings takes them
     */
    record Sink(String device, InstantSource clock, Consumer<Reading> readings) {
        void stale() {
            readings.accept(Reading.stale(clock.instant(), device));
        }
    }

    ScaleTalk(ScaleProfile profile, ScaleProtocol protocol, ScaleExchange exchange, StateReport report, Sink sink) {
        this.protocol = protocol;
        this.exchange = exchange;
        this.poll = profile.poll();
        this.report = report;
        this.sink = sink;
        this.requests = poll.requests().stream()
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        this.tellsNet = profile.fields().values().stream().anyMatch(field -> field.canSay(StatusFlag.NET));
    }

    /** Makes ready after the opening. */
    abstract void begin() throws PortException, InterruptedException;

    /** One weighing, or one look at what came. */
    abstract void turn() throws PortException, InterruptedException;

    /** How long nothing is to be done before the next turn. */
    abstract Duration pause();

    /** Sends a command and completes it, now or in a later turn. */
    abstract void command(ScaleCommand command) throws PortException, InterruptedException;

    /** Completes what waits when the connection ends. */
    abstract void end();

    /** The request that is to be sent now; empty for a scale that is never asked. */
    final Optional<byte[]> request() {
        prompts = 0;
        return requests.isEmpty() ? Optional.empty() : Optional.of(requests.get(next % requests.size()));
    }

    /** Gives the scale the next step of the handshake it waits for. */
    final void step(ScaleMessage.Prompt prompt) throws PortException, InterruptedException {
        prompts++;
        if (prompts <= MOST_PROMPTS) {
            exchange.write(prompt.send().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    final void known(ScaleMessage.Measurement measurement, RawFrame frame) {
        heard = true;
        report.is(ConnectionState.OK);
        publish(measurement.state(), measurement.weight(), isNet(measurement), measurement.flags(), frame);
    }

    final boolean isNet(ScaleMessage.Measurement measurement) {
        return measurement.net() || (tared && measurement.weight().isPresent());
    }

    final void unreadable(RawFrame frame) {
        publish(ReadingState.ERROR, Optional.empty(), false, Set.of(StatusFlag.UNREADABLE), frame);
    }

    private void publish(
            ReadingState state, Optional<Weight> weight, boolean net, Set<StatusFlag> flags, RawFrame frame) {
        sink.readings()
                .accept(new Reading(
                        state, weight, net, flags, frame, sink.clock().instant(), sink.device()));
    }

    /** The scale says nothing; another model may know another request. */
    final void silence() {
        silence(heard ? ConnectionState.BLOCKED : ConnectionState.SILENT);
    }

    final void silence(ConnectionState state) {
        next++;
        report.is(state);
        sink.stale();
    }

    /** A scale whose frames do not tell net from gross is believed to do what it was told. */
    final void tared(boolean now) {
        tared = now && !tellsNet;
    }
}
