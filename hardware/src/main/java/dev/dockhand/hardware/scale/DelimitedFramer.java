package dev.dockhand.hardware.scale;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames with an end byte, and with a start byte where the protocol has one. A start byte inside a frame means that the
 * end of the one before was lost, so it starts anew there.
 */
final class DelimitedFramer implements Framer {

    private final ScaleProfile.Framing framing;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean inside;

    DelimitedFramer(ScaleProfile.Framing framing) {
        this.framing = framing;
        reset();
    }

    @Override
    public void reset() {
        frame.reset();
        inside = !framing.hasStart();
    }

    @Override
    public List<RawFrame> accept(byte[] bytes) {
        List<RawFrame> frames = new ArrayList<>(1);
        for (byte arrived : bytes) {
            int b = arrived & (framing.sevenBit() ? 0x7F : 0xFF);
            if (framing.hasStart() && b == framing.start()) {
                frame.reset();
                inside = true;
            }
            if (inside) {
                frame.write(arrived);
                if (b == framing.end()) {
                    frames.add(RawFrame.of(frame.toByteArray()));
                    reset();
                } else if (frame.size() >= framing.maxLength()) {
                    frame.reset();
                    inside = false;
                }
            } else if (!framing.hasStart() && b == framing.end()) {
                // Too long a line was dropped; the next one starts here.
                inside = true;
            }
        }
        return frames;
    }
}
