package dev.dockhand.hardware.printer;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads answers of a fixed number of bytes. More than that is garbage with or without an answer in it, so it is none. XON and
 * XOFF are taken out only where no answer can hold them.
 */
final class FewBytes implements StatusReader {
    private static final int MOST = 64;
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;

    private final int count;
    private final boolean flow;
    private final Function<byte[], Optional<PrinterStatus>> meaning;
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private boolean held;

    FewBytes(int count, boolean flow, Function<byte[], Optional<PrinterStatus>> meaning) {
        this.count = count;
        this.flow = flow;
        this.meaning = meaning;
    }

    @Override
    public void accept(byte[] bytes) {
        for (byte b : bytes) {
            if (flow && (b == XON || b == XOFF)) {
                held = b == XOFF;
            } else if (got.size() < MOST) {
                got.write(b);
            }
        }
    }

    @Override
    public boolean held() {
        return held;
    }

    @Override
    public boolean whole() {
        return got.size() >= count;
    }

    @Override
    public Optional<PrinterStatus> status() {
        return got.size() == count ? meaning.apply(got.toByteArray()) : Optional.empty();
    }

    @Override
    public void reset() {
        got.reset();
    }
}
