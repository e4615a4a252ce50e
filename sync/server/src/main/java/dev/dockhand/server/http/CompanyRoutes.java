package dev.dockhand.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.site.Brand;
import dev.dockhand.model.site.ShortRule;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.server.access.AccessKeys;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Role;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.store.Site;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who is here: companies, their warehouses, brands and keys. */
final class CompanyRoutes {

    private static final ObjectMapper MAPPER = Json.mapper();

    private final Companies companies;
    private final Warehouses warehouses;
    private final AccessKeys keys;

    CompanyRoutes(Companies companies, Warehouses warehouses, AccessKeys keys) {
        this.companies = companies;
        this.warehouses = warehouses;
        this.keys = keys;
    }

    List<Route> all() {
        String company = "/v1/companies/{company}";
        return List.of(
                Route.get("/v1/companies", Access.HOST, this::list),
                Route.put(company, Access.HOST, this::put),
                Route.get(company + "/warehouses", Access.COMPANY, this::warehouses),
                Route.put(company + "/warehouses/{warehouse}", Access.COMPANY, this::putWarehouse),
                Route.get(company + "/brands", Access.COMPANY, this::brands),
                Route.put(company + "/brands/{brand}", Access.COMPANY, this::putBrand),
                Route.get(company + "/keys", Access.COMPANY, this::keys),
                Route.post(company + "/keys", Access.COMPANY, this::makeKey),
                Route.post(company + "/keys/{key}/revoke", Access.COMPANY, this::revokeKey));
    }

    private Reply list(Call call) {
        return Listing.of(
                call, "companies", companies.list(), company -> company.id().value());
    }

    private Reply put(Call call) throws IOException {
        CompanyId id = call.path("company", CompanyId::new);
        Companies.Company before = companies.list().stream()
                .filter(company -> company.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Companies.Company(id, id.value()));
        Companies.Company company =
                changed(before, id.value(), call.json(ObjectNode.class), Companies.Company.class, all -> all);
        companies.put(company);
        return Reply.json(company);
    }

    private Reply warehouses(Call call) {
        return Listing.of(
                call,
                "warehouses",
                warehouses.of(call.company()),
                warehouse -> warehouse.id().value());
    }

    private Reply putWarehouse(Call call) throws IOException {
        CompanyId company = call.company();
        WarehouseId id = call.path("warehouse", WarehouseId::new);
        Warehouse before =
                warehouses.find(new Site(company, id)).orElseGet(() -> Warehouse.usual(id, ZoneId.of("Asia/Seoul")));
        ObjectNode told = call.json(ObjectNode.class);
        if (told.path("weighing") instanceof ObjectNode some) {
            told.set(
                    "weighing",
                    MAPPER.<ObjectNode>valueToTree(before.weighing()).setAll(some));
        }
        Warehouse warehouse = changed(before, id.value(), told, Warehouse.class, Warehouse::checked);
        warehouses.put(company, warehouse);
        return Reply.json(warehouse);
    }

    /** What is not told stays as it was; the key, as the path says it. */
    private static <T> T changed(T before, String id, ObjectNode told, Class<T> type, UnaryOperator<T> check) {
        ObjectNode all = MAPPER.valueToTree(before);
        all.setAll(told);
        all.put("id", id);
        try {
            return check.apply(MAPPER.treeToValue(all, type));
        } catch (IllegalArgumentException e) {
            throw HttpError.badRequest("BAD_JSON", String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw HttpError.badRequest(
                    "BAD_JSON",
                    e.getCause() instanceof IllegalArgumentException cause
                            ? String.valueOf(cause.getMessage())
                            : "the body is not the JSON that is expected" + Call.place(e));
        }
    }

    private Reply brands(Call call) {
        return Listing.of(
                call,
                "brands",
                companies.brands(call.company()),
                brand -> brand.id().value());
    }

    private Reply putBrand(Call call) throws IOException {
        CompanyId company = call.company();
        BrandId id = call.path("brand", BrandId::new);
        Brand before = companies.brands(company).stream()
                .filter(brand -> brand.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Brand(id, id.value(), List.of(), ShortRule.ASK));
        Brand brand = changed(before, id.value(), call.json(ObjectNode.class), Brand.class, all -> all);
        companies.put(company, brand);
        return Reply.json(brand);
    }

    private Reply keys(Call call) {
        return Listing.of(call, "keys", keys.list(call.company()), AccessKeys.View::name);
    }

    /**
     * A key that somebody wants.
     *
     * @param name what people find it by again
     * @param role what it may do
     * @param warehouse its warehouse, for the role of one
     * @param brand its brand, for the role of one
     */
    private record KeyWish(
            @Nullable String name,
            @Nullable Role role,
            @Nullable WarehouseId warehouse,
            @Nullable BrandId brand) {}

    private Reply makeKey(Call call) throws IOException {
        CompanyId company = call.company();
        KeyWish wish = call.json(KeyWish.class);
        if (wish.name() == null || wish.role() == null) {
            throw HttpError.badRequest("BAD_JSON", "name and role are needed");
        }
        if (wish.warehouse() != null) {
            companies.refuseUnknown(company, wish.warehouse());
        }
        if (wish.brand() != null) {
            companies.refuseUnknown(company, wish.brand());
        }
        String key = keys.make(company, wish.name(), wish.role(), wish.warehouse(), wish.brand());
        return Reply.json(Map.of("name", wish.name(), "key", key));
    }

    private Reply revokeKey(Call call) {
        keys.revoke(call.company(), call.path("key", text -> text));
        return Reply.noContent();
    }
}
