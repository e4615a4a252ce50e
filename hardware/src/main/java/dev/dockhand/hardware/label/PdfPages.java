package dev.dockhand.hardware.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;

/**
 * Labels as one PDF (ISO 32000-1): a page of its size for each, or as many on a page of A4 as fit, with marks to cut along.
 * Each label is one picture of one bit a dot, so what is printed are the same dots as on a label printer; viewers are asked
 * not to scale them.
 */
public final class PdfPages {
    private static final double POINTS_A_MM = 72 / 25.4;
    private static final double A4_SHORT = 210;
    private static final double A4_LONG = 297;
    /** What office printers leave white. */
    private static final double MARGIN = 5;

    private static final double MARK = 3.5;
    private static final double MARK_AWAY = 1;

    private final Paper paper;
    private final Dpi dpi;
    private final LabelBytes pdf = new LabelBytes().text("%%PDF-1.4\n");
    /** Where each object begins; the first two are written last. */
    private final List<Integer> places = new ArrayList<>(List.of(0, 0));

    private final List<Integer> pages = new ArrayList<>();
    private final List<Integer> pictures = new ArrayList<>();
    private Grid grid = Grid.NONE;

    /** What the labels stand on. */
    public enum Paper {
        /** A page of its own size for each. */
        LABEL,
        /** As many as fit on a page, upright or across. */
        A4
    }

    /**
     * A PDF without pages.
     *
     * @param paper what the labels stand on
     * @param dpi what the dots of the labels were counted with
     */
    public PdfPages(Paper paper, Dpi dpi) {
        this.paper = paper;
        this.dpi = dpi;
    }

    /**
     * How labels of one size stand on a page, in millimetres.
     *
     * @param width width of the page
     * @param height height of the page
     * @param columns labels side by side
     * @param rows labels one below the other
     * @param wide width of a label
     * @param high height of a label
     */
    private record Grid(double width, double height, int columns, int rows, double wide, double high) {
        static final Grid NONE = new Grid(0, 0, 0, 0, 0, 0);

        static Grid onA4(double wide, double high) {
            Grid upright = on(A4_SHORT, A4_LONG, wide, high);
            Grid across = on(A4_LONG, A4_SHORT, wide, high);
            return across.holds() > upright.holds() ? across : upright;
        }

        private static Grid on(double width, double height, double wide, double high) {
            int columns = (int) ((width - 2 * MARGIN) / wide);
            return new Grid(width, height, columns, (int) ((height - 2 * MARGIN) / high), wide, high);
        }

        int holds() {
            return columns * rows;
        }

        double left(int column) {
            return (width - columns * wide) / 2 + column * wide;
        }

        /** From the lower edge of the page, as a PDF counts. */
        double bottom(int row) {
            return (height + rows * high) / 2 - (row + 1) * high;
        }
    }

    /**
     * Adds a label behind the others.
     *
     * @throws LabelException when it is larger than the paper
     */
    public PdfPages add(Bitmap label) throws LabelException {
        double wide = dpi.mm(label.width());
        double high = dpi.mm(label.height());
        Grid wanted = paper == Paper.A4 ? Grid.onA4(wide, high) : new Grid(wide, high, 1, 1, wide, high);
        if (wanted.holds() == 0) {
            throw new LabelException("", "a label of %.0f x %.0f mm does not fit on A4".formatted(wide, high));
        }
        if (pictures.size() == grid.holds() || !wanted.equals(grid)) {
            endPage();
            grid = wanted;
        }
        byte[] dots = deflated(label.rows());
        pictures.add(object());
        pdf.text("<</Type /XObject /Subtype /Image /Width %d /Height %d", label.width(), label.height())
                .text(" /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode")
                .text(" /Length %d>>\nstream\n", dots.length)
                .add(dots)
                .text("\nendstream\nendobj\n");
        return this;
    }

    /** The whole file; nothing is added afterwards. */
    public byte[] bytes() {
        endPage();
        begin(1).text("<</Type /Catalog /Pages 2 0 R /ViewerPreferences <</PrintScaling /None>>>>\nendobj\n");
        begin(2).text("<</Type /Pages /Kids [%s] /Count %d>>\nendobj\n", references(pages, ""), pages.size());
        int table = pdf.size();
        pdf.text("xref\n0 %d\n0000000000 65535 f \n", places.size() + 1);
        places.forEach(place -> pdf.text("%010d 00000 n \n", place));
        pdf.text("trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", places.size() + 1, table);
        return pdf.bytes();
    }

    private void endPage() {
        if (pictures.isEmpty()) {
            return;
        }
        LabelBytes drawing = new LabelBytes();
        for (int i = 0; i < pictures.size(); i++) {
            drawing.text("q %.3f 0 0 %.3f", points(grid.wide()), points(grid.high()))
                    .text(" %.3f", points(grid.left(i % grid.columns())))
                    .text(" %.3f cm /I%d Do Q\n", points(grid.bottom(i / grid.columns())), pictures.get(i));
        }
        if (paper == Paper.A4) {
            cutMarks(drawing);
        }
        int content = object();
        pdf.text("<</Length %d>>\nstream\n", drawing.size())
                .add(drawing.bytes())
                .text("endstream\nendobj\n");
        pages.add(object());
        pdf.text("<</Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f", points(grid.width()))
                .text(" %.3f] /Contents %d 0 R", points(grid.height()), content)
                .text(" /Resources <</XObject <<%s>>>>>>\nendobj\n", references(pictures, "/I%1$d "));
        pictures.clear();
    }

    /** Short lines in the margin, in line with the edges of the labels. */
    private void cutMarks(LabelBytes drawing) {
        double top = grid.bottom(-1);
        double bottom = grid.bottom(grid.rows() - 1);
        double right = grid.left(grid.columns());
        drawing.text("0.3 w\n");
        for (int column = 0; column <= grid.columns(); column++) {
            double x = grid.left(column);
            line(drawing, x, top + MARK_AWAY, x, top + MARK_AWAY + MARK);
            line(drawing, x, bottom - MARK_AWAY, x, bottom - MARK_AWAY - MARK);
        }
        for (int row = -1; row < grid.rows(); row++) {
            double y = grid.bottom(row);
            line(drawing, right + MARK_AWAY, y, right + MARK_AWAY + MARK, y);
            line(drawing, grid.left(0) - MARK_AWAY, y, grid.left(0) - MARK_AWAY - MARK, y);
        }
    }

    private static void line(LabelBytes drawing, double x, double y, double toX, double toY) {
        drawing.text("%.3f %.3f m %.3f %.3f l S\n", points(x), points(y), points(toX), points(toY));
    }

    private static double points(double mm) {
        return mm * POINTS_A_MM;
    }

    private static String references(List<Integer> objects, String name) {
        return objects.stream()
                .map(number -> name.formatted(number) + number + " 0 R")
                .collect(Collectors.joining(" "));
    }

    /** Begins the next object, and tells its number. */
    private int object() {
        places.add(0);
        begin(places.size());
        return places.size();
    }

    private LabelBytes begin(int number) {
        places.set(number - 1, pdf.size());
        return pdf.text("%d 0 obj\n", number);
    }

    private static byte[] deflated(byte[] rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
