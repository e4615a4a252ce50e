package dev.dockhand.hardware.label;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** A picture of black and white dots. Does not change. */
public final class Bitmap {
    private static final int HALF = 128;

    private final int width;
    private final int height;
    private final byte[] rows;

    private Bitmap(int width, int height, byte[] rows) {
        this.width = width;
        this.height = height;
        this.rows = rows;
    }

    /**
     * Dots from rows of bits, the left dot in the highest bit, each row starting at a byte.
     *
     * @throws IllegalArgumentException when the rows are not {@code height * ceil(width / 8)} bytes
     */
    public static Bitmap ofRows(int width, int height, byte[] rows) {
        if (width < 0 || height < 0 || rows.length != height * stride(width)) {
            throw new IllegalArgumentException(
                    "%d bytes are no picture of %d x %d dots".formatted(rows.length, width, height));
        }
        return new Bitmap(width, height, rows.clone());
    }

    /** Dots from a picture: what is darker than middle grey becomes black, what is transparent white. */
    public static Bitmap of(BufferedImage image) {
        int width = image.getWidth();
        byte[] rows = new byte[image.getHeight() * stride(width)];
        int[] line = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                if (dark(line[x])) {
                    rows[y * stride(width) + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return new Bitmap(width, image.getHeight(), rows);
    }

    private static boolean dark(int argb) {
        int luma = (((argb >> 16) & 0xFF) * 299 + ((argb >> 8) & 0xFF) * 587 + (argb & 0xFF) * 114) / 1000;
        return (argb >>> 24) >= HALF && luma < HALF;
    }

    /** Bytes a row. */
    static int stride(int width) {
        return (width + 7) / 8;
    }

    /** Width in dots. */
    public int width() {
        return width;
    }

    /** Height in dots. */
    public int height() {
        return height;
    }

    /** True when the dot is black; dots outside are white. */
    public boolean black(int x, int y) {
        return x >= 0
                && y >= 0
                && x < width
                && y < height
                && (rows[y * stride(width) + x / 8] & (0x80 >> (x % 8))) != 0;
    }

    /** The rows as bytes, the left dot in the highest bit. */
    public byte[] rows() {
        return rows.clone();
    }

    /** The dots as a picture of black and white. */
    public BufferedImage image() {
        BufferedImage image =
                new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_BYTE_BINARY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        // in the palette of such a picture 0 is black
        Arrays.fill(pixels, (byte) 0xFF);
        for (int i = 0; i < rows.length; i++) {
            pixels[i] = (byte) ~rows[i];
        }
        return image;
    }

    /** The same picture in its own shape, as large as it fits into so many dots; each dot from the nearest one here. */
    Bitmap fitted(int mostWide, int mostHigh) {
        double scale = Math.min(mostWide / (double) width, mostHigh / (double) height);
        int wide = Math.max(1, (int) (width * scale));
        int high = Math.max(1, (int) (height * scale));
        byte[] other = new byte[high * stride(wide)];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                if (black((int) ((x + 0.5) / scale), (int) ((y + 0.5) / scale))) {
                    other[y * stride(wide) + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return new Bitmap(wide, high, other);
    }

    /** The part that begins at a dot; what lies outside is white. */
    Bitmap part(int left, int top, int partWidth, int partHeight) {
        if (left == 0 && top == 0 && partWidth == width && partHeight == height) {
            return this;
        }
        byte[] part = new byte[partHeight * stride(partWidth)];
        for (int y = 0; y < partHeight; y++) {
            for (int x = 0; x < partWidth; x++) {
                if (black(left + x, top + y)) {
                    part[y * stride(partWidth) + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return new Bitmap(partWidth, partHeight, part);
    }
}
