package dev.dockhand.server.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.accept.Answer;
import dev.dockhand.server.access.Peppers;
import dev.dockhand.server.feed.CursorGoneException;
import dev.dockhand.server.feed.RawPage;
import dev.dockhand.station.link.Exchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The server's doors for stations without a socket: requests become calls of the real rooms. */
final class Doors {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private TestWarehouse warehouse;
    private final Peppers peppers;

    Doors(TestWarehouse warehouse, Random chance) {
        this.warehouse = warehouse;
        this.peppers = new Peppers(warehouse.database, chance);
    }

    TestWarehouse warehouse() {
        return warehouse;
    }

    /** The server's process ends and another one starts: only the database remembers. */
    void restart() {
        warehouse = warehouse.restarted();
    }

    /** Does what a station asks and answers as the server does, errors included. */
    Exchange.Answer answer(StationId station, Exchange.Request request) throws IOException {
        URI uri = URI.create(request.path());
        Map<String, String> query = query(uri);
        try {
            return switch (request.method() + " " + uri.getPath()) {
                case "POST /v1/events" -> push(station, query, request);
                case "POST /v1/quarantine" ->
                    json(200, warehouse.quarantine.keep(warehouse.site, station, epoch(query), lines(request)));
                case "GET /v1/feed" -> feed(query);
                case "GET /v1/snapshot" -> snapshot();
                case "GET /v1/digest" -> json(200, warehouse.snapshot.digest(warehouse.site, station, () -> {}));
                case "GET /v1/pin-pepper" ->
                    json(200, new Enrolment.Pepper(peppers.sealed(warehouse.site, secret(request))));
                case "GET /v1/leases" ->
                    json(
                            200,
                            Leases.Grant.of(
                                    warehouse.desk.held(warehouse.site, station),
                                    warehouse.desk.spare(warehouse.site, station)));
                case "POST /v1/leases" -> grant(station, MAPPER.readValue(request.body(), Leases.Request.class));
                default -> giveBack(station, uri.getPath());
            };
        } catch (CursorGoneException e) {
            return problem(410, Problem.of(410, "CURSOR_GONE", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            return problem(500, Problem.of(500, "INTERNAL", String.valueOf(e.getMessage())));
        }
    }

    private Exchange.Answer push(StationId station, Map<String, String> query, Exchange.Request request)
            throws IOException {
        boolean opaque = "1".equals(request.headers().get(Protocol.OPAQUE_HEADER));
        Answer answer = warehouse.events.accept(warehouse.site, station, epoch(query), lines(request), opaque);
        return switch (answer) {
            case Answer.Taken taken -> json(200, taken.result());
            case Answer.Refused refused -> problem(409, Problem.of(refused.refusal()));
        };
    }

    /** Answers at once, whatever the station would wait for. */
    private Exchange.Answer feed(Map<String, String> query) {
        RawPage page = warehouse.reader.upTo(
                warehouse.site,
                Long.parseLong(query.get("cursor")),
                query.get("mark"),
                Long.valueOf(query.get("server_epoch")),
                Long.parseLong(query.getOrDefault("to", Long.toString(Long.MAX_VALUE))));
        return new Exchange.Answer(200, JSON, page.json().getBytes(StandardCharsets.UTF_8));
    }

    private Exchange.Answer snapshot() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        warehouse.snapshot.write(warehouse.site, out);
        return new Exchange.Answer(200, Map.of("content-type", "application/x-ndjson"), out.toByteArray());
    }

    private Exchange.Answer grant(StationId station, Leases.Request wish) throws IOException {
        return json(200, warehouse.desk.grant(warehouse.site, station, wish));
    }

    private Exchange.Answer giveBack(StationId station, String path) {
        warehouse.desk.giveBack(warehouse.site, station, new TaskId(path.split("/")[3]));
        return new Exchange.Answer(204, Map.of(), new byte[0]);
    }

    private static String secret(Exchange.Request request) {
        String key = request.headers().getOrDefault("Authorization", "");
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static int epoch(Map<String, String> query) {
        return Integer.parseInt(query.get("epoch"));
    }

    static List<byte[]> lines(Exchange.Request request) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.lines()
                    .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                    .toList();
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> values = new TreeMap<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> values.put(part[0], URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        return values;
    }

    static Exchange.Answer problem(int status, Object problem) throws IOException {
        return new Exchange.Answer(
                status, Map.of("content-type", Problem.MEDIA_TYPE), MAPPER.writeValueAsBytes(problem));
    }

    static Exchange.Answer json(int status, Object value) throws IOException {
        return new Exchange.Answer(status, JSON, MAPPER.writeValueAsBytes(value));
    }
}
