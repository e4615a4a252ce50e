package dev.dockhand.model.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.json.Reading;
import dev.dockhand.model.task.ShipmentTask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asking for work. */
public final class Leases {

    private Leases() {}

    /**
     * What a station asks for.
     *
     * @param upTo how many shipments it wants to hold altogether, 1 to 200
     * @param order one order in particular, absent for any
     */
    public record Request(int upTo, @Nullable OrderId order) {}

    /**
     * Everything that the station now holds.
     *
     * @param listed the work, with recipients
     * @param spare numbers for further boxes of the work, which nobody else gets
     */
    public record Grant(@JsonProperty("tasks") List<Listed> listed, List<Spare> spare) {

        /** Copies the lists. */
        public Grant {
            listed = List.copyOf(listed);
            spare = List.copyOf(spare);
        }

        /** A grant of this work. */
        public static Grant of(List<ShipmentTask> tasks, List<Spare> spare) {
            return new Grant(
                    tasks.stream()
                            .map(task -> new Listed(task.id().value(), task, List.of()))
                            .toList(),
                    spare);
        }

        /** The work that this version can read. */
        public List<ShipmentTask> tasks() {
            return listed.stream().map(Listed::task).filter(Objects::nonNull).toList();
        }
    }

    /**
     * A number that waits at a station for a further box, so that one can be begun with the cable pulled.
     *
     * @param carrier whose number
     * @param waybill the number
     */
    public record Spare(CarrierCode carrier, WaybillNumber waybill) {}

    /**
     * Work that the station holds, if it can be read. The list is asked for again at each start, so a later version of this
     * station reads what this one cannot.
     *
     * @param id key of the work, empty where not even that can be read
     * @param task the work; absent where it is of a kind or says something that came later
     * @param unknown what this version does not know of it, see {@link Reading}; mostly nothing
     */
    public record Listed(String id, @Nullable @JsonValue ShipmentTask task, List<String> unknown) {

        /** Copies the list. */
        public Listed {
            unknown = List.copyOf(unknown);
        }

        /** Reads a line of the list. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Listed read(JsonNode json) {
            Reading<ShipmentTask> read = Reading.tolerant(json.toString(), ShipmentTask.class);
            return new Listed(json.path("id").asText(""), read.value(), read.unknown());
        }
    }
}
