package dev.dockhand.app.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as a station sends it, made to be the only one of its connection. A push is answered in plain text, so that whoever
 * listens understands it.
 *
 * @param path path and query
 * @param bytes all of it
 */
record WireRequest(String path, byte[] bytes) {

    /** Where acts are pushed to. */
    static final String PUSH = "/v1/events";

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final Pattern PACKED = Pattern.compile("(?i)accept-encoding:[^\r]*\r\n");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    /** Reads one; null when the station hung up before it asked. */
    static @Nullable WireRequest read(InputStream in) throws IOException {
        String head = head(in);
        if (head == null) {
            return null;
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        String path = head.split(" ", 3)[1];
        String alone = head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
        String sent = path.startsWith(PUSH) ? PACKED.matcher(alone).replaceFirst("") : alone;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(sent.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return new WireRequest(path, whole.toByteArray());
    }

    private static @Nullable String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
            if (next == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException("a head without an end");
    }
}
