import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Draws an SVG in the sizes of the hicolor theme. Arguments: SVG, folder of the theme, name of the icon. */
final class Icons {

    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    private Icons() {}

    public static void main(String[] arguments) throws Exception {
        Path svg = Path.of(arguments[0]);
        Path theme = Path.of(arguments[1]);
        for (int size : SIZES) {
            Path folder = Files.createDirectories(theme.resolve(size + "x" + size).resolve("apps"));
            PNGTranscoder transcoder = new PNGTranscoder();
            transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) size);
            transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_HEIGHT, (float) size);
            try (OutputStream out = Files.newOutputStream(folder.resolve(arguments[2] + ".png"))) {
                transcoder.transcode(new TranscoderInput(svg.toUri().toString()), new TranscoderOutput(out));
            }
        }
        Path scalable = Files.createDirectories(theme.resolve("scalable").resolve("apps"));
        Files.copy(svg, scalable.resolve(arguments[2] + ".svg"), StandardCopyOption.REPLACE_EXISTING);
    }
}
