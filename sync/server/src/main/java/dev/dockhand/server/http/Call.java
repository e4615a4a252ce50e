package dev.dockhand.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.OrderNumber;
import dev.dockhand.model.id.Sku;
import dev.dockhand.model.json.Json;
import dev.dockhand.server.access.Caller;
import dev.dockhand.server.intake.Intake;
import dev.dockhand.server.store.Scope;
import dev.dockhand.server.store.Site;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request, with the caller known and everything else still to be read. */
final class Call {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int MOST_JSON = 64 * 1024;

    private final ServerRequest request;
    private final Connection connection;
    private final Route route;
    private final Caller caller;
    private final @Nullable Reach reach;

    Call(ServerRequest request, Connection connection, Route route, Caller caller, @Nullable Reach reach) {
        this.request = request;
        this.connection = connection;
        this.route = route;
        this.caller = caller;
        this.reach = reach;
    }

    Connection connection() {
        return connection;
    }

    /** The calling station. Only on routes for stations. */
    Caller.Station station() {
        if (caller instanceof Caller.Station station) {
            return station;
        }
        throw new IllegalStateException("a route for others asked for the station");
    }

    /** The key that calls. Only on routes for keys. */
    Caller.Account account() {
        return (Caller.Account) caller;
    }

    /** The rows that it may be about: of one warehouse, and of one brand in it where the key is a brand's. */
    Scope scope() {
        return reach().scope(caller, header(Reach.WAREHOUSE_HEADER));
    }

    /** The same of an order: where neither the request nor the key names the warehouse, the one that the order went to. */
    Scope scopeOf(OrderId order, Intake intake) {
        return reach().scopeOf(caller, header(Reach.WAREHOUSE_HEADER), order, intake);
    }

    private Reach reach() {
        if (reach == null) {
            throw new IllegalStateException("a route without a key asked for a warehouse");
        }
        return reach;
    }

    /** The warehouse that it is about. */
    Site site() {
        return scope().site();
    }

    /** Every warehouse that it is about: the one that it names, or all that its key reaches. */
    List<Site> sites() {
        return caller instanceof Caller.Account account
                ? reach().sites(account, header(Reach.WAREHOUSE_HEADER))
                : List.of(site());
    }

    /** The one brand that the caller may speak for, absent for all. */
    @Nullable
    BrandId onlyBrand() {
        return caller instanceof Caller.Account account ? account.brand() : null;
    }

    /** The company that the path names by {@code {company}}. */
    CompanyId company() {
        return Reach.company(caller, path("company", CompanyId::new));
    }

    /** A parameter of the path, as a type that checks it. */
    <T> T path(String name, Function<String, T> type) {
        try {
            return type.apply(route.parameter(name, request.path().rawPath()));
        } catch (IllegalArgumentException e) {
            throw HttpError.badRequest("BAD_PARAMETER", name + ": " + e.getMessage());
        }
    }

    /** The order that the path names by {@code {brand}/{order}}. */
    OrderId order() {
        return OrderId.of(brand(), path("order", OrderNumber::new));
    }

    /** The item that the path names by {@code {brand}/{sku}}. */
    ItemId item() {
        return ItemId.of(brand(), path("sku", Sku::new));
    }

    private BrandId brand() {
        BrandId brand = path("brand", BrandId::new);
        BrandId only = onlyBrand();
        if (only != null && !only.equals(brand)) {
            throw new HttpError(404, "BRAND_UNKNOWN", "there is no such brand that this key reaches");
        }
        return brand;
    }

    /** A query parameter; empty when absent. */
    Optional<String> query(String name) {
        Optional<String> found = request.query().first(name).asOptional().filter(text -> !text.isEmpty());
        if (found.filter(text -> text.chars().anyMatch(Character::isISOControl)).isPresent()) {
            throw HttpError.badRequest("BAD_PARAMETER", name + ": holds a control character");
        }
        return found;
    }

    /** A query parameter as a type that checks it; empty when absent. */
    <T> Optional<T> query(String name, Function<String, T> type) {
        try {
            return query(name).map(type);
        } catch (IllegalArgumentException e) {
            throw HttpError.badRequest("BAD_PARAMETER", name + ": " + e.getMessage());
        }
    }

    /** A whole number of the query within bounds; the preset when absent. */
    long number(String name, long preset, long least, long most) {
        long number = query(name, Call::wholeNumber).orElse(preset);
        if (number < least || number > most) {
            throw HttpError.badRequest("BAD_PARAMETER", "%s must be %d to %d".formatted(name, least, most));
        }
        return number;
    }

    /** A query parameter that is true or false; false when absent. */
    boolean flag(String name) {
        return switch (query(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw HttpError.badRequest("BAD_PARAMETER", name + ": must be true or false");
        };
    }

    /** A whole number, or what is wrong with it. */
    static Long wholeNumber(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    /** A header; empty when absent. */
    String header(String name) {
        return request.headers().value(HeaderNames.create(name)).orElse("");
    }

    /** The media type of the body without its parameters, in lower case; empty when absent. */
    String contentType() {
        return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The secret of the caller's key. Only on routes that need a key. */
    String secret() {
        String key = header("Authorization");
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Network address of the caller, without the port; behind a proxy the one that the proxy names, where it is trusted. */
    String remote(TrustedProxies proxies) {
        return request.remotePeer().address() instanceof InetSocketAddress address && address.getAddress() != null
                ? proxies.caller(address.getAddress(), request.headers().all(HeaderNames.X_FORWARDED_FOR, List::of))
                : "unknown";
    }

    /** The body, at most so many bytes when unpacked. */
    byte[] body(int most) throws IOException {
        return body(most, most, () -> {});
    }

    /**
     * The body.
     *
     * @param most most bytes when unpacked
     * @param usual how many bytes are nothing to speak of
     * @param large runs before more than that are read
     */
    byte[] body(int most, int usual, Runnable large) throws IOException {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        connection.readsBody();
        try (InputStream in = Wire.in(request.content().inputStream(), connection)) {
            String encoding = header("Content-Encoding").toLowerCase(Locale.ROOT);
            return new Bounded(most, usual, large).read(in, encoding);
        } finally {
            connection.working();
        }
    }

    /** The body as JSON. */
    <T> T json(Class<T> type) throws IOException {
        ObjectReader reader = MAPPER.readerFor(type);
        try {
            T value = reader.readValue(body(MOST_JSON));
            if (value == null) {
                throw HttpError.badRequest("BAD_JSON", "the body is empty");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw HttpError.badRequest("BAD_JSON", "the body is not the JSON that is expected" + place(e));
        }
    }

    static String place(JsonProcessingException error) {
        String path = error instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? ", see " + mapping.getPath().getLast().getFieldName()
                : "";
        return error.getLocation() == null
                ? path
                : path + ", line " + error.getLocation().getLineNr();
    }
}
