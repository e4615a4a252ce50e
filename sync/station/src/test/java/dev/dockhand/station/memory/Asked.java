package dev.dockhand.station.memory;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads what a station asks. */
final class Asked {

    private Asked() {}

    static long number(String query, String name) {
        Matcher matcher = Pattern.compile("(?:^|&)" + name + "=(\\d+)").matcher(query);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    static String text(String query, String name) {
        Matcher matcher = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return matcher.find() ? matcher.group(1) : "";
    }

    static byte[] body(HttpExchange http) throws IOException {
        byte[] bytes = http.getRequestBody().readAllBytes();
        if (!"gzip".equals(http.getRequestHeaders().getFirst("Content-Encoding"))) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    static List<byte[]> lines(byte[] body) {
        return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("\n"))
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
