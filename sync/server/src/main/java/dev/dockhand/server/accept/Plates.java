package dev.dockhand.server.accept;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.EventId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.server.store.Columns;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The license plates of a push. What is told is what the first receipt and the last put-away made of each. */
final class Plates {

    private static final String MADE = """
        INSERT INTO plate (company, warehouse, plate, condition, event_id, made_at)
        SELECT :company, :warehouse, plate, condition, event, :at
        FROM unnest(:plates, :conditions, :events) AS d (plate, condition, event)
        ON CONFLICT (company, warehouse, plate) DO UPDATE SET made_at = plate.made_at
        RETURNING plate, condition, location\
        """;

    private static final String PUT = """
        UPDATE plate p SET location = d.location FROM unnest(:plates, :locations) AS d (plate, location)
        WHERE p.company = :company AND p.warehouse = :warehouse AND p.plate = d.plate
        RETURNING p.plate, p.condition, p.location\
        """;

    private final Map<String, Made> made = new TreeMap<>();
    private final Map<String, Put> put = new TreeMap<>();

    private record Made(Act.Condition condition, EventId event) {}

    private record Put(@Nullable LocationCode location) {}

    void made(Outcome.PlateMade plate, EventId event) {
        made.putIfAbsent(plate.plate().value(), new Made(plate.condition(), event));
    }

    void put(Outcome.PlatePut plate) {
        put.put(plate.plate().value(), new Put(plate.location()));
    }

    /** Writes what became of them and tells the stations. */
    void save(Effects.Scene scene) {
        if (!made.isEmpty()) {
            tell(
                    scene,
                    Columns.of(made.entrySet())
                            .text("plates", Map.Entry::getKey)
                            .text("conditions", plate -> plate.getValue().condition())
                            .text("events", plate -> plate.getValue().event())
                            .in(scene.tx().query(MADE))
                            .bind("at", scene.now()));
        }
        if (!put.isEmpty()) {
            tell(
                    scene,
                    Columns.of(put.entrySet())
                            .text("plates", Map.Entry::getKey)
                            .text("locations", plate -> plate.getValue().location())
                            .in(scene.tx().query(PUT)));
        }
    }

    private static void tell(Effects.Scene scene, Query plates) {
        scene.tx()
                .tellAll(plates.map((row, context) -> {
                            @Nullable String location = row.getString("location");
                            return new Feed.PlateChanged(
                                    new LicensePlate(row.getString("plate")),
                                    Act.Condition.valueOf(row.getString("condition")),
                                    location == null ? null : new LocationCode(location));
                        })
                        .list());
    }
}
