package dev.dockhand.server.http;

import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.Protocol;
import dev.dockhand.server.accept.Answer;
import dev.dockhand.server.access.Caller;
import dev.dockhand.server.feed.RawPage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a station asks; see {@link Protocol}. */
final class StationRoutes {

    private static final int MOST_LEASES = 200;

    /** The line breaks come on top of the events. */
    private static final int MOST_BYTES = Protocol.MAX_PUSH_BYTES + 2 * Protocol.MAX_EVENTS;

    private final Api api;
    private final Map<Caller.Station, Connection> larges = new ConcurrentHashMap<>();

    StationRoutes(Api api) {
        this.api = api;
    }

    List<Route> all() {
        return List.of(
                Route.post("/v1/enrol", Access.NEW_STATION, this::enrol),
                Route.post("/v1/events", Access.STATION, this::push),
                Route.post("/v1/quarantine", Access.STATION, this::handOver),
                Route.get("/v1/feed", Access.STATION, this::feed),
                Route.get(
                        "/v1/pin-pepper",
                        Access.STATION,
                        call -> Reply.json(new Enrolment.Pepper(api.peppers().sealed(call.site(), call.secret())))),
                Route.get("/v1/snapshot", Access.STATION, call -> large(call, this::snapshot)),
                Route.get("/v1/digest", Access.STATION, call -> large(call, this::digest)),
                Route.get("/v1/leases", Access.STATION, this::held),
                Route.post("/v1/leases", Access.STATION, this::grant),
                Route.post("/v1/leases/{task}/return", Access.STATION, this::giveBack));
    }

    private Reply enrol(Call call) throws IOException {
        Enrolment.Request request = call.json(Enrolment.Request.class);
        if (request.code() == null || request.station() == null) {
            throw HttpError.badRequest("BAD_JSON", "code and station are needed");
        }
        return Reply.json(api.enrolments().enrol(request, call.remote(api.proxies())));
    }

    private Reply push(Call call) throws IOException {
        int epoch = Math.toIntExact(call.number("epoch", 0, 1, Integer.MAX_VALUE));
        boolean opaque = call.header(Protocol.OPAQUE_HEADER).equals("1");
        List<byte[]> lines = lines(call.body(MOST_BYTES));
        Answer answer = api.events().accept(call.site(), call.station().station(), epoch, lines, opaque);
        api.meters().pushed(answer);
        return switch (answer) {
            case Answer.Taken taken -> Reply.json(taken.result());
            case Answer.Refused refused -> Reply.problem(409, Problem.of(refused.refusal()));
        };
    }

    private Reply handOver(Call call) throws IOException {
        int epoch = Math.toIntExact(call.number("epoch", 0, 1, Integer.MAX_VALUE));
        List<byte[]> lines = lines(call.body(MOST_BYTES));
        return Reply.json(api.quarantine().keep(call.site(), call.station().station(), epoch, lines));
    }

    /** Splits at line feeds; what stands between them are the bytes that the station hashed. */
    private static List<byte[]> lines(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                if (i > from) {
                    lines.add(Arrays.copyOfRange(body, from, i));
                }
                from = i + 1;
            }
            if (lines.size() > Protocol.MAX_EVENTS) {
                throw new HttpError(413, "TOO_LARGE", "more than %d events".formatted(Protocol.MAX_EVENTS));
            }
        }
        return lines;
    }

    private Reply feed(Call call) throws InterruptedException {
        long cursor = call.number("cursor", 0, 0, Long.MAX_VALUE);
        long wait = call.number("wait", 0, 0, Protocol.MAX_WAIT_SECONDS);
        Long serverEpoch = call.query("server_epoch", Call::wholeNumber).orElse(null);
        String mark = call.query("mark").orElse("");
        RawPage page = call.query("to").isPresent()
                ? api.feed().upTo(call.site(), cursor, mark, serverEpoch, call.number("to", 0, 0, Long.MAX_VALUE))
                : api.feed().page(call.site(), cursor, mark, serverEpoch, Duration.ofSeconds(wait));
        return Reply.written(200, page.json());
    }

    /** One a station: who asks again has given up what it asked for before, and a line that is dead may not know yet. */
    private Reply large(Call call, Endpoint answer) throws Exception {
        Caller.Station station = call.station();
        Connection caller = call.connection();
        Optional.ofNullable(larges.put(station, caller)).ifPresent(Connection::close);
        try {
            return answer.answer(call).andThen(() -> larges.remove(station, caller));
        } catch (Exception e) {
            larges.remove(station, caller);
            throw e;
        }
    }

    private Reply snapshot(Call call) {
        return api.spool()
                .reply(Reply.NDJSON, call.connection(), out -> api.snapshot().write(call.site(), out));
    }

    private Reply digest(Call call) {
        return Reply.json(api.snapshot().digest(call.site(), call.station().station(), call.connection()::refuseGone));
    }

    private Reply held(Call call) {
        StationId station = call.station().station();
        return Reply.json(Leases.Grant.of(
                api.desk().held(call.site(), station), api.desk().spare(call.site(), station)));
    }

    private Reply grant(Call call) throws IOException {
        Leases.Request request = call.json(Leases.Request.class);
        if (request.upTo() < 1 || request.upTo() > MOST_LEASES) {
            throw HttpError.badRequest("BAD_PARAMETER", "upTo must be 1 to %d".formatted(MOST_LEASES));
        }
        return Reply.json(api.desk().grant(call.site(), call.station().station(), request));
    }

    private Reply giveBack(Call call) {
        api.desk().giveBack(call.site(), call.station().station(), call.path("task", TaskId::new));
        return Reply.noContent();
    }
}
