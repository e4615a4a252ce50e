package dev.dockhand.hardware.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames of {@code ~HS} in what a printer sends. Garbage between frames is skipped, a damaged frame is dropped,
 * and the flow control bytes XON and XOFF are taken out wherever they stand.
 */
final class HostStatusReader implements StatusReader {
    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;
    private static final byte XON = 0x11;
    private static final byte XOFF = 0x13;
    private static final int LONGEST_FRAME = 128;

    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean inFrame;
    private boolean held;
    private boolean third;
    private @Nullable List<Long> first;
    private @Nullable List<Long> second;

    @Override
    public void accept(byte[] bytes) {
        for (byte b : bytes) {
            accept(b);
        }
    }

    private void accept(byte b) {
        switch (b) {
            case XON -> held = false;
            case XOFF -> held = true;
            case STX -> {
                frame.reset();
                inFrame = true;
            }
            case ETX -> {
                if (inFrame) {
                    end(frame.toString(StandardCharsets.ISO_8859_1));
                }
                inFrame = false;
            }
            default -> {
                if (inFrame) {
                    frame.write(b);
                    inFrame = frame.size() <= LONGEST_FRAME;
                }
            }
        }
    }

    private void end(String text) {
        List<Long> fields = new ArrayList<>();
        for (String field : text.split(",", -1)) {
            if (!field.matches("[0-9]{1,10}")) {
                return;
            }
            fields.add(Long.parseLong(field));
        }
        switch (fields.size()) {
            case HostStatus.FIRST_FIELDS -> {
                first = fields;
                second = null;
                third = false;
            }
            case HostStatus.SECOND_FIELDS -> second = first == null ? null : fields;
            case HostStatus.THIRD_FIELDS -> third = second != null;
            default -> {
                // not a frame of ~HS
            }
        }
    }

    @Override
    public boolean whole() {
        return third;
    }

    @Override
    public Optional<PrinterStatus> status() {
        return host().map(HostStatus::status);
    }

    /** The frames, once the two that matter have come. */
    Optional<HostStatus> host() {
        return first != null && second != null ? Optional.of(HostStatus.of(first, second)) : Optional.empty();
    }

    @Override
    public boolean held() {
        return held;
    }

    @Override
    public void reset() {
        frame.reset();
        inFrame = false;
        first = null;
        second = null;
        third = false;
    }
}
