package dev.dockhand.hardware.label;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** A PNG picture of the label, one pixel a dot, that says its resolution; for office printers and for people. */
public final class PngLanguage implements LabelLanguage {
    /** Signature (8) and IHDR chunk (25), behind which pHYs may stand. */
    private static final int BEHIND_HEADER = 33;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G'};
    private static final int PER_METRE = 1;

    @Override
    public boolean isFile() {
        return true;
    }

    @Override
    public String id() {
        return "png";
    }

    @Override
    public byte[] write(Sheet sheet) {
        byte[] png = png(sheet.dots().image());
        LabelBytes out = new LabelBytes();
        out.add(Arrays.copyOf(png, BEHIND_HEADER)).add(size(sheet.dpi()));
        return out.add(Arrays.copyOfRange(png, BEHIND_HEADER, png.length)).bytes();
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The pHYs chunk (PNG specification, 11.3.5.3): pixels a metre across and down. */
    private static byte[] size(Dpi dpi) {
        int perMetre = dpi.dots(1000);
        LabelBytes content = new LabelBytes().text("pHYs");
        four(content, perMetre);
        four(content, perMetre);
        byte[] bytes = content.add(PER_METRE).bytes();
        CRC32 check = new CRC32();
        check.update(bytes);
        LabelBytes chunk = new LabelBytes();
        four(chunk, bytes.length - 4);
        chunk.add(bytes);
        four(chunk, (int) check.getValue());
        return chunk.bytes();
    }

    private static void four(LabelBytes out, int number) {
        out.add(number >>> 24, number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF);
    }

    /** True for a PNG file. */
    static boolean is(byte[] bytes) {
        return bytes.length > SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    @Override
    public Sheet read(byte[] bytes, Dpi dpi) throws LabelException {
        try {
            BufferedImage image = is(bytes) ? ImageIO.read(new ByteArrayInputStream(bytes)) : null;
            if (image == null) {
                throw new LabelException("", "the bytes are no PNG picture");
            }
            Mark picture = new Mark.Dots(0, 0, new Picture(Bitmap.of(image)));
            return new Sheet(image.getWidth(), image.getHeight(), dpi, List.of(picture));
        } catch (IOException e) {
            throw new LabelException("", "the PNG picture is damaged: " + e.getMessage());
        }
    }

    @Override
    public int commandEnd(byte[] bytes, int from) {
        return bytes.length;
    }
}
