package dev.dockhand.server.simulation;

import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.protocol.Digest;
import dev.dockhand.model.protocol.Enrolment;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.protocol.Problem;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.station.Later;
import dev.dockhand.station.TruthServer;
import dev.dockhand.station.link.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The network between one machine and the server: loses, delays, doubles, cuts and forges. */
final class Wire implements Exchange {

    static final int MOST_STATEMENTS = 40;

    private static final Map<String, Class<?>> ANSWERS = Map.of(
            "/v1/events", Push.Result.class,
            "/v1/quarantine", Push.Kept.class,
            "/v1/feed", Feed.Page.class,
            "/v1/digest", Digest.class,
            "/v1/pin-pepper", Enrolment.Pepper.class,
            "/v1/leases", Leases.Grant.class);

    private final Doors doors;
    private final AtStatement atStatement;
    private final StationId station;
    private final Random chance;
    private final Later later;
    private final List<Request> underWay = new ArrayList<>();
    private boolean calm;
    private boolean pulled;

    /**
     * A network.
     *
     * @param later in whose words the server answers
     */
    Wire(Doors doors, AtStatement atStatement, StationId station, Random chance, Later later) {
        this.doors = doors;
        this.atStatement = atStatement;
        this.station = station;
        this.chance = chance;
        this.later = later;
    }

    /** From now on everything arrives. */
    void calm() {
        calm = true;
        pulled = false;
        underWay.clear();
    }

    void pull() {
        pulled = !calm && !pulled;
    }

    /** What was thought lost arrives after all, behind what was sent later. */
    void arriveLate() throws IOException {
        if (!underWay.isEmpty()) {
            served(underWay.remove(chance.nextInt(underWay.size())));
        }
    }

    @Override
    public Answer send(Request request) throws IOException {
        if (pulled) {
            throw new IOException("no cable");
        }
        Answer answer = calm ? served(request) : disturbed(request);
        if (request.into() != null && answer.status() == 200) {
            Files.write(request.into(), answer.body());
            return new Answer(200, answer.headers(), new byte[0]);
        }
        return answer;
    }

    private Answer disturbed(Request request) throws IOException {
        return switch (chance.nextInt(24)) {
            case 0 -> throw new IOException("the request was lost");
            case 1 -> {
                underWay.add(request);
                throw new IOException("the request is under way");
            }
            case 2, 3 -> {
                served(request);
                throw new IOException("the answer was lost");
            }
            case 4 -> {
                served(request);
                yield served(request);
            }
            case 5 -> {
                Answer whole = served(request);
                yield new Answer(
                        whole.status(),
                        whole.headers(),
                        Arrays.copyOf(whole.body(), chance.nextInt(whole.body().length + 1)));
            }
            case 6 -> forged(request);
            case 7 -> {
                atStatement.dies(1 + chance.nextInt(MOST_STATEMENTS));
                yield served(request);
            }
            default -> served(request);
        };
    }

    private Answer served(Request request) throws IOException {
        try {
            Answer answer = doors.answer(station, request);
            return answer.body().length == 0 ? answer : inLaterWords(request, answer);
        } catch (AtStatement.ServerDied e) {
            doors.restart();
            throw new IOException("the server died", e);
        } finally {
            atStatement.never();
        }
    }

    private Answer inLaterWords(Request request, Answer answer) throws IOException {
        String path = request.path();
        byte[] body = answer.body();
        if (answer.status() != 200) {
            body = later.answer(body, answer.status() == 409 ? Push.Refusal.class : Problem.class);
        } else if (path.startsWith("/v1/snapshot")) {
            body = later.snapshot(body);
        } else {
            Class<?> type = ANSWERS.entrySet().stream()
                    .filter(answers -> path.startsWith(answers.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            body = later.answer(body, type);
        }
        return new Answer(answer.status(), answer.headers(), body);
    }

    /** Somebody answers in the server's place, or it answers what is not so. */
    private Answer forged(Request request) throws IOException {
        if (!request.path().startsWith("/v1/events") || chance.nextInt(3) == 0) {
            return new Answer(
                    200,
                    Map.of("content-type", chance.nextBoolean() ? "text/html" : "application/json"),
                    "<html>Guest WiFi".getBytes(StandardCharsets.UTF_8));
        }
        int epoch = Integer.parseInt(request.path().replaceAll(".*epoch=(\\d+).*", "$1"));
        long number = chance.nextInt(60);
        String known = chance.nextBoolean() ? TruthServer.lastHash(Doors.lines(request)) : EventCodec.NO_PREVIOUS;
        return switch (chance.nextInt(3)) {
            case 0 ->
                Doors.json(
                        200,
                        new Push.Result(TestWarehouse.SERVER_EPOCH, epoch, number, EventCodec.NO_PREVIOUS, List.of()));
            case 1 -> Doors.problem(409, Problem.of(new Push.Refusal(Push.Code.GAP, number, known)));
            default -> Doors.problem(409, Problem.of(new Push.Refusal(Push.Code.EPOCH_CONFLICT, number, known)));
        };
    }
}
