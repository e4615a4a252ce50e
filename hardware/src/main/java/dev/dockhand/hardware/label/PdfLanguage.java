package dev.dockhand.hardware.label;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PDF of one page of the label's size, for office printers; several labels are {@link PdfPages}. */
public final class PdfLanguage implements LabelLanguage {

    private static final String END = "%%EOF";
    private static final Pattern IMAGE =
            Pattern.compile("/Width ([0-9]{1,5}) /Height ([0-9]{1,5}) [^>]*/Length ([0-9]{1,8})>>\nstream\n");

    @Override
    public boolean isFile() {
        return true;
    }

    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public byte[] write(Sheet sheet) throws LabelException {
        return new PdfPages(PdfPages.Paper.LABEL, sheet.dpi()).add(sheet.dots()).bytes();
    }

    @Override
    public Sheet read(byte[] bytes, Dpi dpi) throws LabelException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher image = IMAGE.matcher(text);
        if (!image.find()) {
            throw new LabelException("", "the bytes are no PDF that was made here");
        }
        if (!text.stripTrailing().endsWith(END)) {
            throw new LabelException("", "the PDF is cut short");
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
