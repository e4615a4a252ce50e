package dev.dockhand.server.http;

import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.server.access.Caller;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.intake.Intake;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Site;
import java.util.List;
import java.util.Optional;

/** What a caller may be about: decided by the key, and never by what the request says beyond it. */
final class Reach {

    /** Names a warehouse as {@code company/warehouse}, where the caller's key reaches several. */
    static final String WAREHOUSE_HEADER = "Dockhand-Warehouse";

    private final Warehouses warehouses;

    Reach(Warehouses warehouses) {
        this.warehouses = warehouses;
    }

    /**
     * The rows that a request is about.
     *
     * @param named the warehouse that the request names; empty where it names none
     */
    Scope scope(Caller caller, String named) {
        return switch (caller) {
            case Caller.Station station -> Scope.of(station.site());
            case Caller.Account account -> Scope.of(site(account, named), account.brand());
            case Caller.Nobody ignored -> throw new IllegalStateException("a route for all asked for a warehouse");
        };
    }

    /** The rows that a request about an order is about; where neither it nor the key names a warehouse, of the one that it went to. */
    Scope scopeOf(Caller caller, String named, OrderId order, Intake intake) {
        if (!named.isEmpty() || !(caller instanceof Caller.Account account && account.company() != null)) {
            return scope(caller, named);
        }
        WarehouseId went = intake.wentTo(account.company(), order)
                .orElseThrow(() -> HttpError.notFound("there is no order " + order));
        return scope(caller, account.company() + "/" + went);
    }

    /** Every warehouse that a request is about: the one that it names, or all that its key reaches. */
    List<Site> sites(Caller.Account account, String named) {
        return named.isEmpty() ? reached(account) : List.of(site(account, named));
    }

    private Site site(Caller.Account account, String named) {
        if (named.isEmpty()) {
            List<Site> reached = reached(account);
            if (reached.size() != 1) {
                throw HttpError.badRequest(
                        "WAREHOUSE_NEEDED",
                        "name the warehouse by the header %s: company/warehouse".formatted(WAREHOUSE_HEADER));
            }
            return reached.getFirst();
        }
        // Whether it does not exist or belongs to another is nobody's business.
        return read(named)
                .filter(site -> account.reaches(site) && warehouses.find(site).isPresent())
                .orElseThrow(() ->
                        new HttpError(404, "WAREHOUSE_UNKNOWN", "there is no such warehouse that this key reaches"));
    }

    private static Optional<Site> read(String named) {
        int slash = named.indexOf('/');
        try {
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(Site.of(named.substring(0, slash), named.substring(slash + 1)))
                            .filter(site -> site.toString().equals(named));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Site> reached(Caller.Account account) {
        return account.company() != null && account.warehouse() != null
                ? List.of(new Site(account.company(), account.warehouse()))
                : warehouses.all().stream().filter(account::reaches).toList();
    }

    /** The company that a path names. */
    static CompanyId company(Caller caller, CompanyId named) {
        if (caller instanceof Caller.Account account && account.reaches(named)) {
            return named;
        }
        throw new HttpError(404, "COMPANY_UNKNOWN", "there is no such company that this key reaches");
    }
}
