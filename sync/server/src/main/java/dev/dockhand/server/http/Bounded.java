package dev.dockhand.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads what comes in, never more than allowed, unpacked or not. */
final class Bounded {

    private static final int STEP = 16 * 1024;

    private Bounded() {}

    /**
     * Reads a body.
     *
     * @param in the body as it came
     * @param encoding value of its Content-Encoding; empty for none
     * @param most most bytes, before and after unpacking
     */
    static byte[] read(InputStream in, String encoding, int most) throws IOException {
        return switch (encoding) {
            case "", "identity" -> drain(in, most);
            case "gzip" -> unpack(in, most);
            default -> throw new HttpError(415, "ENCODING_UNSUPPORTED", "the body may be plain or gzip");
        };
    }

    private static byte[] unpack(InputStream in, int most) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(in, STEP)) {
            return drain(gzip, most);
        } catch (ZipException | java.io.EOFException e) {
            throw HttpError.badRequest("BAD_GZIP", "the body is not complete gzip");
        }
    }

    private static byte[] drain(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most);
        if (bytes.length == most && in.read() >= 0) {
            throw new HttpError(413, "TOO_LARGE", "the body has more than %,d bytes".formatted(most));
        }
        return bytes;
    }
}
