package dev.dockhand.app.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dockhand.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A company of the sample data, as {@code companies.json} tells it.
 *
 * @param id its key, and the folder of its files
 * @param name as people call it
 * @param warehouses how its warehouses work; each has a folder of its own below
 * @param brands whose goods lie there
 */
record SampleCompany(String id, String name, List<Map<String, Object>> warehouses, List<Map<String, Object>> brands) {

    /** Copies the lists. */
    SampleCompany {
        warehouses = List.copyOf(warehouses);
        brands = List.copyOf(brands);
    }

    /** All of a folder. */
    static List<SampleCompany> in(Path folder) throws IOException {
        return Json.mapper().readValue(Files.readAllBytes(folder.resolve("companies.json")), new TypeReference<>() {});
    }

    /** Its warehouses as {@code company/warehouse}. */
    List<String> places() {
        return warehouses.stream().map(each -> id + "/" + each.get("id")).toList();
    }

    /** Makes it with its warehouses and brands, which must be there before anything else is told of them. */
    void make(Administrator host) throws IOException, InterruptedException {
        String path = "/v1/companies/" + id;
        host.put(path, Map.of("name", name));
        for (Map<String, Object> warehouse : warehouses) {
            host.put(path + "/warehouses/" + warehouse.get("id"), warehouse);
        }
        for (Map<String, Object> brand : brands) {
            host.put(path + "/brands/" + brand.get("id"), brand);
        }
    }

    @Override
    public String toString() {
        List<Object> names = brands.stream().map(each -> each.get("id")).toList();
        return "%s %s, brands %s".formatted(name, places(), names);
    }
}
