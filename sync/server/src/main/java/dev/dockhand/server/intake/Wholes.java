package dev.dockhand.server.intake;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.model.site.Brand;
import dev.dockhand.server.access.Companies;
import dev.dockhand.server.access.Warehouses;
import dev.dockhand.server.store.Site;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what counts for every row of a file.
 *
 * @param warehouses how each warehouse works
 * @param companies whose brands there are
 */
record Wholes(Warehouses warehouses, Companies companies) {

    /**
     * What counts for the rows of a file.
     *
     * @param brand of the rows that name none
     * @param only the brand whose things may be told, absent for all of the company
     */
    Fields.Whole of(Site site, @Nullable BrandId brand, @Nullable BrandId only) {
        Set<BrandId> brands = only == null
                ? companies.brands(site.company()).stream().map(Brand::id).collect(Collectors.toSet())
                : Set.of(only);
        return new Fields.Whole(warehouses.get(site), brand == null ? only : brand, brands);
    }
}
