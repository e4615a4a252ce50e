package dev.dockhand.app.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of products as a shop has them, drawn from their names: a jar for a cream, a bottle for an oil. */
public final class ProductPictures {

    private static final int SIDE = 360;
    private static final double UNITS = 100;
    private static final Color LABEL = new Color(255, 255, 255, 225);
    private static final Color GLASS = new Color(196, 178, 148);

    /** Words of a name with the form that the product has; the first that is in the name holds. */
    private static final List<Map.Entry<String, Form>> FORMS = List.of(
            Map.entry("gift set", Form.BOX),
            Map.entry("set", Form.BOX),
            Map.entry("sticks", Form.BOX),
            Map.entry("pee pads", Form.BAG),
            Map.entry("shampoo", Form.BOTTLE),
            Map.entry("lotion", Form.BOTTLE),
            Map.entry("wash", Form.BOTTLE),
            Map.entry("diffuser", Form.DROPPER),
            Map.entry("spray", Form.BOTTLE),
            Map.entry("essence", Form.BOTTLE),
            Map.entry("toothpaste", Form.TUBE),
            Map.entry("treatment", Form.TUBE),
            Map.entry("hand cream", Form.TUBE),
            Map.entry("sun", Form.TUBE),
            Map.entry("foam", Form.TUBE),
            Map.entry("pouch", Form.BAG),
            Map.entry("cream", Form.JAR),
            Map.entry("pads", Form.JAR),
            Map.entry("paste", Form.JAR),
            Map.entry("tea bags", Form.BOX),
            Map.entry("yuja tea", Form.JAR),
            Map.entry("serum", Form.DROPPER),
            Map.entry("ampoule", Form.DROPPER),
            Map.entry("oil", Form.BOTTLE),
            Map.entry("syrup", Form.BOTTLE),
            Map.entry("balm", Form.STICK),
            Map.entry("candle", Form.JAR),
            Map.entry("mug", Form.MUG),
            Map.entry("plate", Form.PLATE),
            Map.entry("towel", Form.CLOTH),
            Map.entry("cushion", Form.CLOTH),
            Map.entry("board", Form.CLOTH),
            Map.entry("kit", Form.BOX),
            Map.entry("mask", Form.BAG));

    private static final Map<String, Color> COLOURS = Map.of(
            "ivory", new Color(0xEFE6D0),
            "grey", new Color(0x9AA0A8),
            "navy", new Color(0x24365E),
            "beige", new Color(0xD9BF97),
            "sage", new Color(0x9DB59A));

    private ProductPictures() {}

    private enum Form {
        JAR,
        TUBE,
        BOTTLE,
        DROPPER,
        STICK,
        BAG,
        BOX,
        MUG,
        PLATE,
        CLOTH
    }

    /**
     * A PNG of a product.
     *
     * @param name its English name, for instance {@code Toner pads, 70 sheets}
     * @param note what tells it from its neighbours, as a white or a green cap
     */
    public static byte[] png(String name, String note) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(SIDE / UNITS, SIDE / UNITS);
        String words = name.toLowerCase(Locale.ROOT);
        new Drawing(pen, colour(words), cap(note)).draw(form(words));
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Form form(String words) {
        return FORMS.stream()
                .filter(each -> words.contains(each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Form.BAG);
    }

    private static Color colour(String words) {
        return COLOURS.entrySet().stream()
                .filter(each -> words.endsWith(each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> Color.getHSBColor(
                        Math.floorMod(words.split(",")[0].hashCode(), 360) / 360f,
                        0.45f,
                        0.92f - Math.floorMod(words.hashCode(), 3) * 0.12f));
    }

    /** The picture and the words must not contradict each other. */
    private static Color cap(String note) {
        if (note.contains("white") || note.contains("흰")) {
            return Color.WHITE;
        }
        return new Color(note.contains("green") || note.contains("초록") ? 0x3F7D4E : 0x2F3A4A);
    }

    /** One drawing on a square of a hundred units. */
    private record Drawing(Graphics2D pen, Color colour, Color cap) {

        void draw(Form form) {
            switch (form) {
                case JAR -> {
                    part(round(18, 42, 64, 44, 12), colour);
                    part(round(16, 24, 68, 20, 6), cap);
                    label(round(26, 54, 48, 22, 3));
                }
                case TUBE -> {
                    part(shape(30, 8, 70, 8, 64, 74, 36, 74), colour);
                    part(round(37, 74, 26, 18, 4), cap);
                    label(round(39, 24, 22, 32, 3));
                }
                case BOTTLE -> {
                    part(round(42, 8, 16, 14, 3), cap);
                    part(round(44, 20, 12, 14, 2), colour);
                    part(round(30, 30, 40, 62, 12), colour);
                    label(round(34, 48, 32, 30, 3));
                }
                case DROPPER -> {
                    part(round(45, 6, 10, 16, 5), cap);
                    part(round(40, 20, 20, 14, 3), cap);
                    part(round(30, 34, 40, 58, 8), colour);
                    label(round(35, 50, 30, 28, 2));
                }
                case STICK -> {
                    part(round(38, 10, 24, 40, 5), cap);
                    part(round(36, 46, 28, 46, 4), colour);
                    label(round(40, 58, 20, 22, 2));
                }
                case BAG -> {
                    part(shape(22, 14, 78, 14, 84, 90, 16, 90), colour);
                    part(round(20, 10, 60, 8, 2), cap);
                    label(round(30, 36, 40, 34, 4));
                }
                case BOX -> {
                    part(shape(14, 30, 66, 30, 66, 90, 14, 90), colour);
                    part(shape(66, 30, 86, 18, 86, 78, 66, 90), colour.darker());
                    part(shape(14, 30, 34, 18, 86, 18, 66, 30), colour.brighter());
                    label(round(22, 46, 36, 26, 2));
                }
                case MUG -> {
                    Area handle = new Area(new Ellipse2D.Double(56, 36, 34, 36));
                    handle.subtract(new Area(new Ellipse2D.Double(63, 43, 20, 22)));
                    part(handle, colour);
                    part(round(18, 24, 54, 62, 10), colour);
                    part(new Ellipse2D.Double(18, 18, 54, 13), colour.darker());
                }
                case PLATE -> {
                    part(new Ellipse2D.Double(8, 22, 84, 60), colour);
                    part(new Ellipse2D.Double(24, 33, 52, 35), colour.brighter());
                }
                case CLOTH -> {
                    part(round(14, 20, 72, 64, 10), colour);
                    pen.setColor(colour.darker());
                    pen.setStroke(new BasicStroke(1.2f));
                    pen.draw(new Rectangle2D.Double(20, 26, 60, 52));
                }
            }
        }

        private void part(Shape shape, Color fill) {
            Rectangle2D box = shape.getBounds2D();
            pen.setPaint(new GradientPaint(
                    (float) box.getX(), 0, fill, (float) box.getMaxX(), 0, mixed(fill, Color.BLACK, 0.22)));
            pen.fill(shape);
            pen.setColor(mixed(fill, Color.BLACK, 0.45));
            pen.setStroke(new BasicStroke(0.9f));
            pen.draw(shape);
        }

        private void label(Shape shape) {
            pen.setColor(LABEL);
            pen.fill(shape);
            Rectangle2D box = shape.getBounds2D();
            pen.setColor(GLASS);
            for (int line = 1; line <= 3; line++) {
                double width = box.getWidth() * (line == 1 ? 0.7 : 0.5);
                double y = box.getY() + box.getHeight() * line / 4 - 1;
                pen.fill(new Rectangle2D.Double(box.getCenterX() - width / 2, y, width, line == 1 ? 3 : 1.6));
            }
        }

        private static Color mixed(Color one, Color other, double share) {
            return new Color(
                    (int) (one.getRed() * (1 - share) + other.getRed() * share),
                    (int) (one.getGreen() * (1 - share) + other.getGreen() * share),
                    (int) (one.getBlue() * (1 - share) + other.getBlue() * share));
        }

        private static Shape round(double x, double y, double width, double height, double radius) {
            return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
        }

        private static Shape shape(double... points) {
            Path2D path = new Path2D.Double();
            path.moveTo(points[0], points[1]);
            for (int i = 2; i < points.length; i += 2) {
                path.lineTo(points[i], points[i + 1]);
            }
            path.closePath();
            return path;
        }
    }
}
