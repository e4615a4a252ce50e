package dev.dockhand.hardware.printer;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Function;

/** Reads answers of a fixed number of bytes. More than that is garbage with or without an answer in it, so it is none. */
final class FewBytes implements StatusReader {
    private static final int MOST = 64;

    private final int count;
    private final Function<byte[], Optional<PrinterStatus>> meaning;
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();

    FewBytes(int count, Function<byte[], Optional<PrinterStatus>> meaning) {
        this.count = count;
        this.meaning = meaning;
    }

    @Override
    public void accept(byte[] bytes) {
        for (byte b : bytes) {
            if (got.size() < MOST) {
                got.write(b);
            }
        }
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
