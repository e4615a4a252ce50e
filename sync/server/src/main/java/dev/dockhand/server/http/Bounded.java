package dev.dockhand.server.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads what comes in, never more than allowed, unpacked or not.
 *
 * @param most most bytes, before and after unpacking
 * @param usual how many bytes are nothing to speak of
 * @param large runs before more than that are read
 */
record Bounded(int most, int usual, Runnable large) {

    private static final int STEP = 16 * 1024;

    /**
     * Reads a body.
     *
     * @param in the body as it came
     * @param encoding value of its Content-Encoding; empty for none
     */
    byte[] read(InputStream in, String encoding) throws IOException {
        return switch (encoding) {
            case "", "identity" -> drain(in);
            case "gzip" -> unpack(in);
            default -> throw new HttpError(415, "ENCODING_UNSUPPORTED", "the body may be plain or gzip");
        };
    }

    private byte[] unpack(InputStream in) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(in, STEP)) {
            return drain(gzip);
        } catch (ZipException | EOFException e) {
            throw HttpError.badRequest("BAD_GZIP", "the body is not complete gzip");
        }
    }

    private byte[] drain(InputStream in) throws IOException {
        byte[] start = in.readNBytes(Math.min(usual, most));
        if (start.length < usual) {
            return start;
        }
        if (usual < most) {
            large.run();
        }
        byte[] rest = in.readNBytes(most - start.length);
        if (start.length + rest.length == most && in.read() >= 0) {
            throw new HttpError(413, "TOO_LARGE", "the body has more than %,d bytes".formatted(most));
        }
        if (rest.length == 0) {
            return start;
        }
        byte[] all = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }
}
