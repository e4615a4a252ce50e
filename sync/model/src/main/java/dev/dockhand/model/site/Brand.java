package dev.dockhand.model.site;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.id.WarehouseId;
import java.util.HashSet;
import java.util.List;

/**
 * An owner of goods.
 *
 * @param id key within its company
 * @param name as people call it
 * @param warehouses where its goods lie; an order goes to the first that has all of it, or to the first
 * @param shorts what is done where not everything of an order is there
 */
public record Brand(BrandId id, String name, List<WarehouseId> warehouses, ShortRule shorts) {

    private static final int LONGEST_NAME = 80;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when the name is empty or long, or a warehouse is named twice
     */
    public Brand {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name has 1 to 80 characters");
        }
        if (new HashSet<>(warehouses).size() < warehouses.size()) {
            throw new IllegalArgumentException("each of the warehouses is named once");
        }
        warehouses = List.copyOf(warehouses);
    }
}
