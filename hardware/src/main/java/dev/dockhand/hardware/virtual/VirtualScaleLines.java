package dev.dockhand.hardware.virtual;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The scale's side of every protocol that is a table of commands and one way to say the weight. */
final class VirtualScaleLines implements VirtualScale.Tongue {

    private static final byte[] NOTHING = {};
    private static final long PERIOD_NANOS = 60_000_000;
    private static final int MAX_COMMAND = 16;

    private final VirtualScalePan pan;
    private final Manner manner;
    private final StringBuilder heard = new StringBuilder();
    private long saidAt = System.nanoTime();

    /** What a command does to the scale. */
    enum Act {
        /** Says the weight. */
        WEIGH,
        /** Sets to zero. */
        ZERO,
        /** Takes off what is on the pan. */
        TARE,
        /** Takes off nothing any more. */
        CLEAR,
        /** Is ready for the next step of a handshake. */
        READY
    }

    /**
     * How one kind of scale speaks.
     *
     * @param commands what it obeys, with the bytes that end a command
     * @param weight says the weight
     * @param done what it answers to a command that it obeyed
     * @param refused what it answers to one that it cannot obey now
     * @param streams true when it sends the weight by itself
     */
    record Manner(
            Map<String, Act> commands,
            Function<VirtualScalePan.Look, byte[]> weight,
            Function<VirtualScalePan.Look, byte[]> done,
            Function<VirtualScalePan.Look, byte[]> refused,
            boolean streams) {

        /** Sends by itself and obeys nothing. */
        static Manner stream(Function<VirtualScalePan.Look, byte[]> weight) {
            return new Manner(Map.of(), weight, look -> NOTHING, look -> NOTHING, true);
        }

        /** The same, with an answer to commands that depends on nothing. */
        Manner answering(byte[] yes, byte[] no) {
            return new Manner(commands, weight, look -> yes, look -> no, streams);
        }
    }

    VirtualScaleLines(VirtualScalePan pan, Manner manner) {
        this.pan = pan;
        this.manner = manner;
    }

    @Override
    public byte[] hear(byte b) {
        heard.append((char) (b & 0x7F));
        if (heard.length() > MAX_COMMAND) {
            heard.deleteCharAt(0);
        }
        Optional<Act> act = manner.commands().entrySet().stream()
                .filter(command -> heard.toString().equals(command.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        // On a line that is never closed, what another request left behind must not swallow every later command.
        if (act.isPresent() || b == '\n' || (b == '\r' && !isPrefix())) {
            heard.setLength(0);
        }
        return act.map(this::obey).orElse(NOTHING);
    }

    private boolean isPrefix() {
        return manner.commands().keySet().stream().anyMatch(command -> command.startsWith(heard.toString()));
    }

    @Override
    public byte[] unasked() {
        if (!manner.streams() || System.nanoTime() - saidAt < PERIOD_NANOS) {
            return NOTHING;
        }
        saidAt = System.nanoTime();
        return manner.weight().apply(pan.look());
    }

    private byte[] obey(Act act) {
        VirtualScalePan.Look look = pan.look();
        if (act == Act.WEIGH) {
            return manner.weight().apply(look);
        }
        boolean did = switch (act) {
            case ZERO -> !look.moves() && pan.setZero();
            case TARE -> tare(look);
            case CLEAR -> clear();
            case READY, WEIGH -> true;
        };
        return (did ? manner.done() : manner.refused()).apply(pan.look());
    }

    private boolean tare(VirtualScalePan.Look look) {
        boolean can = !look.moves() && !look.over() && look.gross().signum() >= 0;
        if (can) {
            pan.setTare(look.gross());
        }
        return can;
    }

    private boolean clear() {
        pan.setTare(BigDecimal.ZERO);
        return true;
    }

    /** Bytes with the characters of several texts, one byte each. */
    static byte[] bytes(String... texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String text : texts) {
            out.writeBytes(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return out.toByteArray();
    }
}
