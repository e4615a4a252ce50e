package dev.dockhand.app.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.Push;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers in the server's place: the page of a guest network, or an answer to a push that is near the truth and is not true. It
 * never says that two machines claim to be the station: a station believes that for ten minutes, and hands over meanwhile.
 */
final class Forger {

    private static final int ZEROS = 20;
    private static final Pattern ACKED = Pattern.compile("\"acked\":(\\d+)");
    private static final Pattern SERVER = Pattern.compile("\"serverEpoch\":(\\d+)");

    private final Random chance;
    private volatile long serverEpoch = 1;
    private volatile long acked;

    Forger(Random chance) {
        this.chance = chance;
    }

    /** Listens to the server, to know what sounds true. */
    void heard(String answer) {
        Matcher number = ACKED.matcher(answer);
        Matcher server = SERVER.matcher(answer);
        if (number.find() && server.find()) {
            acked = Long.parseLong(number.group(1));
            serverEpoch = Long.parseLong(server.group(1));
        }
    }

    /** The same answer with zeros in it. */
    byte[] garbled(byte[] answer) {
        byte[] other = answer.clone();
        int at = chance.nextInt(other.length + 1);
        for (int i = at; i < Math.min(other.length, at + ZEROS); i++) {
            other[i] = 0;
        }
        return other;
    }

    byte[] answer(WireRequest request) {
        if (!request.path().startsWith(WireRequest.PUSH) || chance.nextInt(3) == 0) {
            String type = chance.nextBoolean() ? "text/html" : "application/json";
            return http("200 OK", type, "<html>Guest WiFi");
        }
        long truth = chance.nextInt(4) == 0 ? 0 : acked;
        long number = Math.max(0, truth + chance.nextInt(12) - 4);
        return chance.nextBoolean()
                ? http(
                        "200 OK",
                        "application/json",
                        json(new Push.Result(serverEpoch, 1, number, EventCodec.NO_PREVIOUS, List.of())))
                : http(
                        "409 Conflict",
                        Problem.MEDIA_TYPE,
                        json(Problem.of(new Push.Refusal(Push.Code.GAP, number, EventCodec.NO_PREVIOUS))));
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] http(String status, String type, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, type, body.length(), body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
