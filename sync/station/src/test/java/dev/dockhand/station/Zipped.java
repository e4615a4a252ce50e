package dev.dockhand.station;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes as gzip. */
public final class Zipped {

    private Zipped() {}

    public static byte[] of(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.toByteArray();
    }

    public static byte[] open(byte[] zip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zip))) {
            return in.readAllBytes();
        }
    }
}
