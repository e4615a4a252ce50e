package dev.dockhand.model.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.json.Reading;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asking for work. */
public final class Leases {

    private Leases() {}

    /**
     * What a station asks for: any work, or one order's or one tote's in particular, whoever holds it.
     *
     * @param upTo how many shipments it wants to hold altogether, 1 to 200
     * @param order one order in particular, absent for any
     * @param tote what lies in one tote in particular, absent for any
     * @param adopter supervisor on whose word the named work is taken from a station that has begun it; absent for nobody
     * @param stage of any work only what has come so far: a station that does not pack asks for what is to be picked; absent for
     *     both
     */
    public record Request(
            int upTo,
            @Nullable OrderId order,
            @Nullable ToteCode tote,
            @Nullable OperatorId adopter,
            @Nullable TaskStage stage) {

        /** Any work in that stage. */
        public static Request any(int upTo, @Nullable TaskStage stage) {
            return new Request(upTo, null, null, null, stage);
        }

        /** Whether certain work is asked for. */
        @JsonIgnore
        public boolean isNamed() {
            return order != null || tote != null;
        }
    }

    /**
     * Why work that was asked for by its name is not granted, and who has it in hand.
     *
     * @param why the reason
     * @param order its order, absent where no open work has the name
     * @param tote where its goods lie, absent before the first pick
     * @param station who holds it, absent when nobody does
     * @param operator who worked on it there last, absent where nobody has begun
     * @param since when that station began, or was granted it
     */
    public record Refusal(
            Why why,
            @Nullable OrderId order,
            @Nullable ToteCode tote,
            @Nullable StationId station,
            @Nullable OperatorId operator,
            @Nullable Instant since) {}

    /** Why named work is not granted. */
    public enum Why {
        /** Another station picks it, as far as it has told. */
        BEING_PICKED,
        /** Another station has begun to pack it. */
        BEING_PACKED,
        /** Nobody has said yet what becomes of its missing units. */
        WAITS,
        /** No open work has this name. */
        NOT_OPEN,
        /** No waybill number is left for it. */
        NO_NUMBER,
        /** Whoever gave the word is no supervisor. */
        NO_SUPERVISOR,
        /** A reason that came later than this version. */
        UNKNOWN;

        /** Reads a reason. */
        @JsonCreator
        static Why read(String name) {
            return Arrays.stream(values())
                    .filter(why -> why.name().equals(name))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /**
     * Everything that the station now holds.
     *
     * @param listed the work, with recipients
     * @param spare numbers for further boxes of the work, which nobody else gets
     * @param refusal why named work is not among it; absent when it is, or none was named
     */
    public record Grant(
            @JsonProperty("tasks") List<Listed> listed,
            List<Spare> spare,
            @Nullable Refusal refusal) {

        /** Copies the lists. */
        public Grant {
            listed = List.copyOf(listed);
            spare = List.copyOf(spare);
        }

        /** A grant of this work. */
        public static Grant of(List<ShipmentTask> tasks, List<Spare> spare) {
            return of(tasks, spare, null);
        }

        /** A grant of this work, or why what was named is not among it. */
        public static Grant of(List<ShipmentTask> tasks, List<Spare> spare, @Nullable Refusal refusal) {
            return new Grant(
                    tasks.stream()
                            .map(task -> new Listed(task.id().value(), task, List.of()))
                            .toList(),
                    spare,
                    refusal);
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
