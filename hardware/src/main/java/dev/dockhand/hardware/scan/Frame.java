package dev.dockhand.hardware.scan;

/** What the framer found in a scanner's bytes. */
public sealed interface Frame {

    /**
     * A whole code.
     *
     * @param bytes 1 to 4,096 bytes without the marks of its end
     */
    record Data(byte[] bytes) implements Frame {}

    /**
     * More bytes than a code can have; none is kept.
     *
     * @param bytes how many there were
     */
    record TooLong(long bytes) implements Frame {}

    /**
     * The end never came, or a new code began before it; none is kept.
     *
     * @param bytes how many there were
     */
    record Torn(long bytes) implements Frame {}
}
