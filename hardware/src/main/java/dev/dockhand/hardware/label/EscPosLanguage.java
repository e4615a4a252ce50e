package dev.dockhand.hardware.label;

import java.util.Arrays;

/**
 * ESC/POS receipt printers of 80 mm paper (Epson, "ESC/POS Command Reference"). The whole slip is sent as bands of dots
 * ({@code GS v 0}), then the paper is cut; how many bands there are follows from the height alone.
 */
public final class EscPosLanguage implements LabelLanguage {
    private static final double PAPER_MM = 72;
    private static final int BAND = 128;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int DLE = 0x10;
    private static final int RASTER_HEADER = 8;

    @Override
    public String id() {
        return "escpos";
    }

    @Override
    public double widestMm() {
        return PAPER_MM;
    }

    @Override
    public byte[] write(Sheet sheet) {
        Bitmap dots = sheet.dots();
        byte[] rows = dots.rows();
        int stride = Bitmap.stride(dots.width());
        LabelBytes out = new LabelBytes().add(ESC, '@');
        for (int y = 0; y < dots.height(); y += BAND) {
            int high = Math.min(BAND, dots.height() - y);
            out.add(GS, 'v', '0', 0).two(stride).two(high);
            out.add(Arrays.copyOfRange(rows, y * stride, (y + high) * stride));
        }
        // feeds to the knife and cuts
        return out.add(GS, 'V', 'B', 0).bytes();
    }

    @Override
    public int commandEnd(byte[] bytes, int from) {
        int second = from + 1 < bytes.length ? bytes[from + 1] : -1;
        long length = switch (bytes[from]) {
            case ESC -> second == '@' ? 2 : 3;
            case DLE -> 3;
            case GS -> second == 'v' ? raster(bytes, from) : second == 'V' ? 4 : 3;
            default -> 1;
        };
        return second == -1 && length > 1 || from + length > bytes.length ? -1 : (int) (from + length);
    }

    private static long raster(byte[] bytes, int from) {
        return from + RASTER_HEADER > bytes.length
                ? RASTER_HEADER
                : RASTER_HEADER + (long) two(bytes, from + 4) * two(bytes, from + 6);
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) + ((bytes[at + 1] & 0xFF) << 8);
    }

    @Override
    public Sheet read(byte[] bytes, Dpi dpi) throws LabelException {
        LabelScript.Reading label = new LabelScript.Reading();
        for (byte[] command : LabelScript.commands(this, bytes)) {
            if (command.length > RASTER_HEADER && command[0] == GS && command[1] == 'v') {
                byte[] rows = Arrays.copyOfRange(command, RASTER_HEADER, command.length);
                Bitmap band = Bitmap.ofRows(two(command, 4) * 8, two(command, 6), rows);
                label.add(new Mark.Dots(0, label.height, new Picture(band)));
                label.width = band.width();
                label.height += band.height();
            } else if (command[0] == GS && command[1] == 'V') {
                label.print();
            }
        }
        return label.sheet(dpi);
    }
}
