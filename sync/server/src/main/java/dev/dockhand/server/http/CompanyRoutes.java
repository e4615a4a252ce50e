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

    /** The name of something that the path names. */
    private record Named(@Nullable String name) {

        String name(String preset) {
            return name == null ? preset : name;
        }
    }

    private Reply put(Call call) throws IOException {
        CompanyId id = call.path("company", CompanyId::new);
        Companies.Company company =
                checked(() -> new Companies.Company(id, call.json(Named.class).name(id.value())));
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
        Warehouse warehouse = changed(before, call.json(ObjectNode.class));
        warehouses.put(company, warehouse);
        return Reply.json(warehouse);
    }

    /** What is not told stays as it was. */
    private static Warehouse changed(Warehouse before, ObjectNode told) {
        ObjectNode all = MAPPER.valueToTree(before);
        ObjectNode weighing = all.withObject("/weighing");
        all.setAll(told);
        if (told.path("weighing") instanceof ObjectNode some) {
            all.set("weighing", weighing.setAll(some));
        }
        all.put("id", before.id().value());
        try {
            return MAPPER.treeToValue(all, Warehouse.class).checked();
        } catch (IllegalArgumentException e) {
            throw HttpError.badRequest("BAD_JSON", String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw HttpError.badRequest("BAD_JSON", "the body is not the JSON that is expected" + Call.place(e));
        }
    }

    private Reply brands(Call call) {
        return Listing.of(
                call,
                "brands",
                companies.brands(call.company()),
                brand -> brand.id().value());
    }

    /**
     * What is told of a brand.
     *
     * @param name as people call it; its key where it is absent
     * @param warehouses where its goods lie, the first choice first
     * @param shorts what is done where not everything of an order is there
     */
    private record BrandWish(
            @Nullable String name,
            @Nullable List<WarehouseId> warehouses,
            @Nullable ShortRule shorts) {}

    private Reply putBrand(Call call) throws IOException {
        CompanyId company = call.company();
        BrandId id = call.path("brand", BrandId::new);
        BrandWish wish = call.json(BrandWish.class);
        Brand brand = checked(() -> new Brand(
                id,
                wish.name() == null ? id.value() : wish.name(),
                wish.warehouses() == null ? List.of() : wish.warehouses(),
                wish.shorts() == null ? ShortRule.ASK : wish.shorts()));
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

    private interface Making<T> {
        T make() throws IOException;
    }

    private static <T> T checked(Making<T> making) throws IOException {
        try {
            return making.make();
        } catch (IllegalArgumentException e) {
            throw HttpError.badRequest("BAD_JSON", String.valueOf(e.getMessage()));
        }
    }
}
