package dev.dockhand.server.http;

import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.server.store.Meta;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator does. */
final class AdminRoutes {

    private static final String NOBODY = "administrator";

    private final Api api;

    AdminRoutes(Api api) {
        this.api = api;
    }

    List<Route> all() {
        return List.of(
                post("/v1/admin/enrolment-codes", this::enrolmentCode),
                post("/v1/admin/stations/{station}/revoke", this::revoke),
                post("/v1/admin/leases/{task}/break", this::breakLease),
                post("/v1/admin/exceptions/{exception}/settle", this::settle),
                post("/v1/admin/restored", call -> Reply.json(Map.of("serverEpoch", renew(call.site())))));
    }

    private static Route post(String path, Endpoint endpoint) {
        return Route.post(path, Access.WAREHOUSE, endpoint);
    }

    private long renew(Site site) {
        return api.database().inTransaction(site, tx -> {
            Meta.renew(tx, api.time().instant());
            return Meta.serverEpoch(tx);
        });
    }

    /**
     * For which station a code shall be.
     *
     * @param station its name
     * @param replace whether a station of this name is to lose it
     */
    private record CodeWish(
            @Nullable StationId station, @Nullable Boolean replace) {}

    private Reply enrolmentCode(Call call) throws IOException {
        CodeWish wish = call.json(CodeWish.class);
        if (wish.station() == null) {
            throw HttpError.badRequest("BAD_JSON", "station is needed: the name that the code is for");
        }
        return Reply.json(api.enrolments().newCode(call.site(), wish.station(), Boolean.TRUE.equals(wish.replace())));
    }

    private Reply revoke(Call call) {
        api.stations().revoke(call.site(), call.path("station", StationId::new));
        return Reply.noContent();
    }

    /**
     * Who acts, as far as it was told.
     *
     * @param by name of the supervisor
     * @param answer what was found and done
     */
    private record Act(@Nullable String by, @Nullable String answer) {

        String who() {
            return by == null || by.isBlank() ? NOBODY : by;
        }
    }

    private Reply breakLease(Call call) throws IOException {
        TaskId task = call.path("task", TaskId::new);
        return api.desk()
                .breakLease(call.site(), task, call.json(Act.class).who())
                .map(Reply::json)
                .orElseThrow(() -> HttpError.notFound("nobody holds a lease of this task"));
    }

    private Reply settle(Call call) throws IOException {
        ExceptionId id = call.path("exception", ExceptionId::new);
        Act act = call.json(Act.class);
        if (act.answer() == null || act.answer().isBlank()) {
            throw HttpError.badRequest("BAD_JSON", "answer is needed: what was found and done");
        }
        return api.settling()
                .settle(call.site(), id, act.who(), act.answer())
                .map(Reply::json)
                .orElseThrow(() -> HttpError.notFound("there is no open exception of this key"));
    }
}
