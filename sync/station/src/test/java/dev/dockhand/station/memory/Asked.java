package dev.dockhand.station.memory;

import com.sun.net.httpserver.HttpExchange;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.station.TruthServer;
import dev.dockhand.station.Zipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return Zipped.open(bytes);
    }

    static List<byte[]> lines(byte[] body) {
        return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("\n"))
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Version of the protocol, 0 for none. */
    static int version(HttpExchange http) {
        String version = http.getRequestHeaders().getFirst(Protocol.VERSION_HEADER);
        return version == null ? 0 : Integer.parseInt(version);
    }

    static List<String> acts(List<byte[]> lines) {
        List<String> found = new ArrayList<>();
        for (byte[] line : lines) {
            try {
                found.add(EventCodec.decode(line).act().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** Keeps for review what is not among the events. */
    static Push.Kept review(Set<String> reviewed, List<byte[]> events, List<byte[]> lines) {
        List<String> stored = events.stream().map(EventCodec::text).toList();
        List<String> fresh = lines.stream()
                .map(EventCodec::text)
                .filter(line -> !stored.contains(line))
                .toList();
        reviewed.addAll(fresh);
        return new Push.Kept(fresh.size(), TruthServer.lastHash(lines));
    }
}
