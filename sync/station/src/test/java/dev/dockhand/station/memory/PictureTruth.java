package dev.dockhand.station.memory;

import com.sun.net.httpserver.HttpExchange;
import dev.dockhand.model.id.PictureId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pictures of the test's server, and what it answers in their place. */
final class PictureTruth {

    enum Mood {
        WHOLE,
        /** Other bytes. */
        OTHER,
        /** Hangs up in the middle. */
        CUT,
        /** Never ends. */
        HUGE,
        /** A guest network. */
        PAGE
    }

    volatile Mood mood = Mood.WHOLE;
    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();

    void put(byte[] picture) {
        pictures.put(PictureId.of(picture).value(), picture);
    }

    /** Answers, or says that there is no such picture. */
    boolean answer(HttpExchange http, String name) throws IOException {
        byte[] picture = pictures.get(name);
        if (picture == null) {
            return false;
        }
        http.getResponseHeaders().set("Content-Type", mood == Mood.PAGE ? "text/html" : "image/png");
        switch (mood) {
            case WHOLE -> send(http, picture);
            case OTHER -> send(http, new byte[] {1, 2, 3});
            case PAGE -> send(http, "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
            case CUT -> {
                http.sendResponseHeaders(200, picture.length);
                http.getResponseBody().write(picture, 0, picture.length / 2);
            }
            case HUGE -> {
                http.sendResponseHeaders(200, 0);
                for (int i = 0; i < 64; i++) {
                    http.getResponseBody().write(new byte[64 << 10]);
                }
            }
        }
        return true;
    }

    private static void send(HttpExchange http, byte[] body) throws IOException {
        http.sendResponseHeaders(200, body.length);
        http.getResponseBody().write(body);
    }
}
