package dev.dockhand.server.intake;

import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.Identifier;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.PictureId;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.server.stock.StockKey;
import dev.dockhand.server.store.Tx;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads what the warehouse knows before any work, as the model's types, in the order of keys. */
public final class Catalogue {

    private static final String ITEMS = """
        SELECT i.item, i.name_ko, i.name_en, i.lot_tracked, i.expiry_tracked, i.unit_weight, i.note, p.picture,
            COALESCE((SELECT string_agg(b.barcode, ' ' ORDER BY b.position) FROM item_barcode b
                WHERE b.company = i.company AND b.warehouse = i.warehouse AND b.item = i.item), '') AS barcodes
        FROM item i LEFT JOIN picture_source p
            ON p.company = i.company AND p.warehouse = i.warehouse AND p.source = i.picture_source
        WHERE i.company = :company AND i.warehouse = :warehouse AND i.item = ANY(:keys)
        ORDER BY i.item\
        """;

    private static final String LOCATIONS = """
        SELECT location, zone, kind, walk FROM location
        WHERE company = :company AND warehouse = :warehouse AND location = ANY(:keys) ORDER BY location\
        """;

    private static final String OPERATORS = """
        SELECT operator_id, name, badge, pin_hash, role, active FROM operator
        WHERE company = :company AND warehouse = :warehouse AND operator_id = ANY(:keys) ORDER BY operator_id\
        """;

    private static final String ASNS = """
        SELECT a.asn, a.supplier, a.expected_on, a.closed, l.line, l.item, l.lot, l.expiry, l.expected, l.received
        FROM asn a JOIN asn_line l ON l.company = a.company AND l.warehouse = a.warehouse AND l.asn = a.asn
        WHERE a.company = :company AND a.warehouse = :warehouse AND a.asn = ANY(:keys) ORDER BY a.asn, l.line\
        """;

    private Catalogue() {}

    /** Items by key; those that are not known are left out. */
    public static Map<ItemId, Item> items(Tx tx, Collection<ItemId> ids) {
        return byKey(rows(tx, ITEMS, ids, (row, context) -> item(row)), Item::id);
    }

    /** Locations by key; those that are not known are left out. */
    public static Map<LocationCode, Location> locations(Tx tx, Collection<LocationCode> codes) {
        return byKey(rows(tx, LOCATIONS, codes, (row, context) -> location(row)), Location::code);
    }

    /** Operators by key; those that are not known are left out. */
    public static Map<OperatorId, Operator> operators(Tx tx, Collection<OperatorId> ids) {
        return byKey(rows(tx, OPERATORS, ids, (row, context) -> operator(row)), Operator::id);
    }

    /** Notices by key; those that are not known are left out. */
    public static Map<AsnId, Asn> asns(Tx tx, Collection<AsnId> numbers) {
        Map<AsnId, Asn> asns = new LinkedHashMap<>();
        for (Asn part : rows(tx, ASNS, numbers, (row, context) -> asn(row))) {
            asns.merge(part.id(), part, Catalogue::joined);
        }
        return asns;
    }

    private static <T> List<T> rows(Tx tx, String sql, Collection<? extends Identifier> keys, RowMapper<T> mapper) {
        return tx.query(sql)
                .bindArray(
                        "keys",
                        String.class,
                        keys.stream().map(Identifier::value).toList())
                .map(mapper)
                .list();
    }

    private static <K, T> Map<K, T> byKey(List<T> things, Function<T, K> key) {
        return new HashMap<>(things.stream().collect(Collectors.toMap(key, Function.identity())));
    }

    private static Item item(ResultSet row) throws SQLException {
        String barcodes = row.getString("barcodes");
        BigDecimal weight = row.getBigDecimal("unit_weight");
        String picture = row.getString("picture");
        return new Item(
                new ItemId(row.getString("item")),
                row.getString("name_ko"),
                row.getString("name_en"),
                barcodes.isEmpty() ? List.of() : List.of(barcodes.split(" ")),
                row.getBoolean("lot_tracked"),
                row.getBoolean("expiry_tracked"),
                weight == null ? null : new Grams(weight),
                row.getString("note"),
                picture == null ? null : new PictureId(picture));
    }

    private static Location location(ResultSet row) throws SQLException {
        return new Location(
                new LocationCode(row.getString("location")),
                row.getString("zone"),
                Location.Kind.valueOf(row.getString("kind")),
                row.getInt("walk"));
    }

    private static Operator operator(ResultSet row) throws SQLException {
        return new Operator(
                new OperatorId(row.getString("operator_id")),
                row.getString("name"),
                row.getString("badge"),
                row.getString("pin_hash"),
                Operator.Role.valueOf(row.getString("role")),
                row.getBoolean("active"));
    }

    private static Asn asn(ResultSet row) throws SQLException {
        Asn.Line line = new Asn.Line(
                row.getInt("line"),
                StockKey.goods(row),
                Quantity.of(row.getInt("expected")),
                Quantity.of(row.getInt("received")));
        return new Asn(
                new AsnId(row.getString("asn")),
                row.getString("supplier"),
                row.getObject("expected_on", LocalDate.class),
                List.of(line),
                row.getBoolean("closed"));
    }

    private static Asn joined(Asn first, Asn second) {
        List<Asn.Line> lines = new ArrayList<>(first.lines());
        lines.addAll(second.lines());
        return new Asn(first.id(), first.supplier(), first.expectedOn(), lines, first.closed());
    }
}
