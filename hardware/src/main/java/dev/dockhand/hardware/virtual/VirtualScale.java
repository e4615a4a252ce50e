package dev.dockhand.hardware.virtual;

import dev.dockhand.hardware.port.PortException;
import dev.dockhand.hardware.port.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A scale that speaks a real protocol over any far end. */
public final class VirtualScale implements VirtualDevice {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration WRITING = Duration.ofSeconds(10);

    private final VirtualScalePan pan;
    private final Function<VirtualScalePan, Tongue> tongue;

    private VirtualScale(VirtualScalePan pan, Function<VirtualScalePan, Tongue> tongue) {
        this.pan = pan;
        this.tongue = tongue;
    }

    /**
     * A scale for a profile of the program.
     *
     * @param profileId any profile that comes with Dockhand
     * @param pan what lies on it
     * @return empty when there is no virtual scale for it
     */
    public static Optional<VirtualScale> forProfile(String profileId, VirtualScalePan pan) {
        return switch (profileId) {
            case "toledo-8217" -> Optional.of(toledo(pan));
            case "toledo-8217-lb" -> Optional.of(new VirtualScale(pan, VirtualScaleToledo::pounds));
            case "benchpro-8217" -> Optional.of(new VirtualScale(pan, VirtualScaleToledo::benchPro));
            case "mt-sics" -> Optional.of(sics(pan));
            default ->
                VirtualScaleManners.of(profileId)
                        .map(manner -> new VirtualScale(pan, held -> new VirtualScaleLines(held, manner)));
        };
    }

    /** A Toledo 8217 in kilograms. */
    public static VirtualScale toledo(VirtualScalePan pan) {
        return new VirtualScale(pan, VirtualScaleToledo::kilograms);
    }

    /** A Mettler-Toledo with MT-SICS level 1. */
    public static VirtualScale sics(VirtualScalePan pan) {
        return new VirtualScale(pan, VirtualScaleSics::new);
    }

    /** The pan with its dials. */
    public VirtualScalePan pan() {
        return pan;
    }

    @Override
    public void serve(Wire line) throws PortException, InterruptedException {
        Tongue speaks = tongue.apply(pan);
        while (!Thread.interrupted()) {
            byte[] heard = line.read(LOOK);
            for (byte b : heard) {
                say(line, speaks.hear(b));
            }
            if (heard.length == 0) {
                say(line, speaks.unasked());
            }
        }
        throw new InterruptedException();
    }

    private void say(Wire line, byte[] answer) throws PortException {
        if (answer.length == 0 || pan.isSilent()) {
            return;
        }
        byte[] canned = pan.takeCanned();
        byte[] bytes = canned == null ? answer : canned;
        if (bytes.length > 0) {
            line.write(bytes, WRITING);
        }
    }

    /** One protocol, spoken by the scale. */
    interface Tongue {
        /** Takes a byte of the program and gives the answer that it completes; empty when it completes none. */
        byte[] hear(byte b);

        /** What the scale says by itself while the line is quiet; empty when nothing. */
        default byte[] unasked() {
            return new byte[0];
        }
    }
}
