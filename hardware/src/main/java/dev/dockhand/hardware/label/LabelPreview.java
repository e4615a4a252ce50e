package dev.dockhand.hardware.label;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * What a printer would print, drawn from the bytes that are sent to it and from nothing else. It understands the commands
 * that {@link ZplWriter} emits; others are left aside and counted. The printer's own font is imitated, so its letters
 * differ a little from paper; everything else is exact to the dot.
 */
public final class LabelPreview {
    private static final int MOST_DOTS = 8_000;

    private final LabelFonts fonts = new LabelFonts();

    /**
     * A drawn label.
     *
     * @param image the label, one pixel a dot
     * @param unknown the commands that were left aside
     */
    public record Drawn(BufferedImage image, List<String> unknown) {
        /** The image as a PNG file. */
        public byte[] png() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    /**
     * Draws the first label of a ZPL stream.
     *
     * @param zpl the bytes for the printer
     * @throws LabelException when there is no whole label in them, or a field of it cannot be drawn
     */
    public Drawn draw(byte[] zpl) throws LabelException {
        List<ZplCommand> commands = ZplCommand.read(zpl);
        int first = indexOf(commands, "XA", 0);
        int last = indexOf(commands, "XZ", first);
        if (first < 0 || last < 0) {
            throw new LabelException("", "the bytes hold no whole label");
        }
        List<ZplCommand> label = commands.subList(first + 1, last);
        BufferedImage image = new BufferedImage(size(label, "PW"), size(label, "LL"), BufferedImage.TYPE_BYTE_BINARY);
        ZplInterpreter interpreter = new ZplInterpreter(fonts, image);
        for (ZplCommand command : label) {
            interpreter.run(command);
        }
        return new Drawn(image, interpreter.unknown());
    }

    private static int size(List<ZplCommand> label, String name) throws LabelException {
        int at = indexOf(label, name, 0);
        int size = at < 0 ? 0 : label.get(at).number(0, 0);
        if (size < 1 || size > MOST_DOTS) {
            throw new LabelException("", "the label has no usable ^" + name);
        }
        return size;
    }

    private static int indexOf(List<ZplCommand> commands, String name, int from) {
        for (int i = Math.max(0, from); i < commands.size(); i++) {
            if (commands.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
