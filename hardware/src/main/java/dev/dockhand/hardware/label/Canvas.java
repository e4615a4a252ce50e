package dev.dockhand.hardware.label;

/** Dots that are drawn on. Only black is drawn; what would lie outside is left out. */
final class Canvas {
    private final int width;
    private final int height;
    private final int stride;
    private final byte[] rows;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = Bitmap.stride(width);
        this.rows = new byte[stride * height];
    }

    /** The dots of a code by itself, cut to its ink. */
    static Picture of(Mark.Code code) {
        int[] size = new int[2];
        Symbols.draw(code, (left, top, wide, high) -> {
            size[0] = Math.max(size[0], left + wide);
            size[1] = Math.max(size[1], top + high);
        });
        Canvas canvas = new Canvas(size[0], size[1]);
        Symbols.draw(code, canvas::bar);
        return new Picture(canvas.bitmap());
    }

    /** Draws a mark; letters in the printer's own font have no dots here. */
    void draw(Mark mark) {
        switch (mark) {
            case Mark.Bar bar -> bar(bar.x(), bar.y(), bar.width(), bar.height());
            case Mark.Frame frame -> frame(frame);
            case Mark.Dots dots -> put(dots.x(), dots.y(), dots.picture().bitmap());
            case Mark.Code code ->
                Symbols.draw(code, (left, top, wide, high) -> bar(code.x() + left, code.y() + top, wide, high));
            case Mark.Letters _ -> {
                // only the printer knows its letters
            }
        }
    }

    private void frame(Mark.Frame frame) {
        int thick = frame.thickness();
        int wide = Math.max(thick, frame.width());
        int high = Math.max(thick, frame.height());
        bar(frame.x(), frame.y(), wide, thick);
        bar(frame.x(), frame.y() + high - thick, wide, thick);
        bar(frame.x(), frame.y(), thick, high);
        bar(frame.x() + wide - thick, frame.y(), thick, high);
    }

    void bar(int x, int y, int wide, int high) {
        int left = Math.max(0, x);
        int right = Math.min(width, x + wide);
        for (int row = Math.max(0, y); row < Math.min(height, y + high) && left < right; row++) {
            run(row * stride, left, right);
        }
    }

    private void run(int row, int left, int right) {
        int first = left / 8;
        int last = (right - 1) / 8;
        int head = 0xFF >> (left % 8);
        int tail = 0xFF << (7 - (right - 1) % 8);
        if (first == last) {
            rows[row + first] |= (byte) (head & tail);
            return;
        }
        rows[row + first] |= (byte) head;
        java.util.Arrays.fill(rows, row + first + 1, row + last, (byte) 0xFF);
        rows[row + last] |= (byte) tail;
    }

    private void put(int x, int y, Bitmap bitmap) {
        byte[] from = bitmap.part(0, 0, Math.max(0, Math.min(bitmap.width(), width - x)), bitmap.height())
                .rows();
        int step = bitmap.height() == 0 ? 0 : from.length / bitmap.height();
        int shift = x % 8;
        for (int row = 0; row < bitmap.height() && y + row < height; row++) {
            int to = (y + row) * stride + x / 8;
            for (int i = 0; i < step; i++) {
                int eight = from[row * step + i] & 0xFF;
                rows[to + i] |= (byte) (eight >> shift);
                if (shift > 0 && (eight << (8 - shift) & 0xFF) != 0) {
                    rows[to + i + 1] |= (byte) (eight << (8 - shift));
                }
            }
        }
    }

    Bitmap bitmap() {
        return Bitmap.ofRows(width, height, rows);
    }
}
