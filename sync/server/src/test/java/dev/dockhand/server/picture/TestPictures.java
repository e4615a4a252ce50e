package dev.dockhand.server.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures as cameras and shops make them. */
public final class TestPictures {

    private TestPictures() {}

    /** A PNG of one colour. */
    public static byte[] png(int width, int height, Color colour) throws IOException {
        return drawn("png", width, height, colour);
    }

    /** A JPEG of one colour. */
    public static byte[] jpeg(int width, int height, Color colour) throws IOException {
        return drawn("jpg", width, height, colour);
    }

    private static byte[] drawn(String format, int width, int height, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
