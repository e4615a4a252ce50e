package dev.dockhand.hardware.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * A PDF of one page of the label's size, for office printers (ISO 32000-1). The page holds one picture of one bit a dot, so
 * what is printed are the same dots as on a label printer; viewers are asked not to scale it.
 */
public final class PdfLanguage implements LabelLanguage {
    private static final double POINTS_A_MM = 72 / 25.4;
    private static final Pattern IMAGE =
            Pattern.compile("/Width ([0-9]{1,5}) /Height ([0-9]{1,5}) [^>]*/Length ([0-9]{1,8})>>\nstream\n");

    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public byte[] write(Sheet sheet) {
        double width = sheet.dpi().mm(sheet.width()) * POINTS_A_MM;
        double height = sheet.dpi().mm(sheet.height()) * POINTS_A_MM;
        byte[] dots = deflated(sheet.dots().rows());
        byte[] drawing = new LabelBytes()
                .text("q %.3f 0 0 %.3f 0 0 cm /I Do Q\n", width, height)
                .bytes();
        LabelBytes pdf = new LabelBytes().text("%%PDF-1.4\n");
        List<Integer> places = new ArrayList<>();
        object(pdf, places)
                .text("<</Type /Catalog /Pages 2 0 R /ViewerPreferences <</PrintScaling /None>>>>\nendobj\n");
        object(pdf, places).text("<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n");
        object(pdf, places)
                .text("<</Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f] /Contents 4 0 R", width, height)
                .text(" /Resources <</XObject <</I 5 0 R>>>>>>\nendobj\n");
        object(pdf, places)
                .text("<</Length %d>>\nstream\n", drawing.length)
                .add(drawing)
                .text("endstream\nendobj\n");
        object(pdf, places)
                .text("<</Type /XObject /Subtype /Image /Width %d /Height %d", sheet.width(), sheet.height())
                .text(" /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode")
                .text(" /Length %d>>\nstream\n", dots.length)
                .add(dots)
                .text("\nendstream\nendobj\n");
        int table = pdf.size();
        pdf.text("xref\n0 %d\n0000000000 65535 f \n", places.size() + 1);
        places.forEach(place -> pdf.text("%010d 00000 n \n", place));
        pdf.text("trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", places.size() + 1, table);
        return pdf.bytes();
    }

    private static LabelBytes object(LabelBytes pdf, List<Integer> places) {
        places.add(pdf.size());
        return pdf.text("%d 0 obj\n", places.size());
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

    @Override
    public Sheet read(byte[] bytes, Dpi dpi) throws LabelException {
        Matcher image = IMAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!image.find()) {
            throw new LabelException("", "the bytes are no PDF that was made here");
        }
        int width = Integer.parseInt(image.group(1));
        int height = Integer.parseInt(image.group(2));
        int length = Integer.parseInt(image.group(3));
        if (image.end() + length > bytes.length) {
            throw new LabelException("", "the PDF is cut short");
        }
        byte[] rows = inflated(Arrays.copyOfRange(bytes, image.end(), image.end() + length), width, height);
        Mark picture = new Mark.Dots(0, 0, new Picture(Bitmap.ofRows(width, height, rows)));
        return new Sheet(width, height, dpi, List.of(picture));
    }

    private static byte[] inflated(byte[] dots, int width, int height) throws LabelException {
        byte[] rows = new byte[Bitmap.stride(width) * height];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(dots);
            if (inflater.inflate(rows) != rows.length) {
                throw new LabelException("", "the picture in the PDF is cut short");
            }
        } catch (DataFormatException e) {
            throw new LabelException("", "the picture in the PDF is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
        return rows;
    }

    /** True for a PDF file. */
    static boolean is(byte[] bytes) {
        return LabelScript.starts(bytes, 0, "%PDF-");
    }

    @Override
    public int commandEnd(byte[] bytes, int from) {
        return bytes.length;
    }
}
