package dev.dockhand.server.intake;

import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.server.dispatch.Routes;
import dev.dockhand.server.exception.Exceptions;
import dev.dockhand.server.store.Admission;
import dev.dockhand.server.store.Tx;
import java.util.List;
import java.util.Set;

/** Loads how carriers sort, by postcode. */
final class RouteRows implements Loader<Routes.Route> {

    private static final int LONGEST = 20;

    private final Exceptions exceptions;

    RouteRows(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public Routes.Route read(List<Fields> rows) throws BadFieldException {
        Fields row = rows.getFirst();
        CarrierCode carrier = row.id("carrier", CarrierCode::new);
        String first = row.code("from", LONGEST);
        String last = row.optionalCode("to", LONGEST);
        if (!last.isEmpty() && last.compareTo(first) < 0) {
            throw row.wrong("to", "BAD_RANGE", "stands before the first postcode");
        }
        return new Routes.Route(carrier, first, last.isEmpty() ? first : last, row.code("routing", LONGEST));
    }

    @Override
    public String key(Routes.Route route) {
        return route.carrier() + " " + route.first();
    }

    @Override
    public List<Admission> put(Tx tx, List<Routes.Route> routes) {
        Set<Routes.Route> changed = Set.copyOf(Routes.put(tx, routes));
        exceptions.resolve(
                tx,
                ExceptionKind.NO_ROUTE,
                routes.stream().map(route -> route.carrier().value()).distinct().toList(),
                "routes came");
        return routes.stream()
                .map(route -> changed.contains(route) ? Admission.LOADED : Admission.UNCHANGED)
                .toList();
    }
}
