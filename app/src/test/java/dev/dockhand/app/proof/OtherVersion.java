package dev.dockhand.app.proof;

import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.station.link.Exchange;
import dev.dockhand.station.memory.Station;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The way to a server that, while told so, finds that the station speaks another version of the protocol. */
final class OtherVersion {

    private volatile boolean other;

    void set(boolean now) {
        other = now;
    }

    Station.Parts in(Station.Parts parts) {
        return parts.through(server -> new Way(parts.exchanges().to(server)));
    }

    private final class Way implements Exchange {
        private final Exchange real;

        Way(Exchange real) {
            this.real = real;
        }

        @Override
        public Answer send(Request request) throws IOException, InterruptedException {
            Map<String, String> headers = new HashMap<>(request.headers());
            if (other) {
                headers.put(Protocol.VERSION_HEADER, Integer.toString(Protocol.VERSION + 1));
            }
            return real.send(new Request(
                    request.method(),
                    request.path(),
                    headers,
                    request.body(),
                    request.limit(),
                    request.mostBytes(),
                    request.into()));
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
