package dev.dockhand.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockhand.model.catalogue.Asn;
import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Item;
import dev.dockhand.model.catalogue.Location;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.ExceptionId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.Lot;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.ShipmentId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.id.WaybillNumber;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.order.Party;
import dev.dockhand.model.site.CutOffTime;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.site.Weighing;
import dev.dockhand.model.task.Lease;
import dev.dockhand.model.task.PickLine;
import dev.dockhand.model.task.Progress;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.model.task.TaskStage;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolJsonTest {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final ItemId PADS = new ItemId("b/TP-070");
    private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");

    static Stream<Feed.Change> changes() {
        return Stream.of(
                new Feed.WarehouseChanged(new Warehouse(
                        new WarehouseId("W1"),
                        "김포",
                        ZoneId.of("Asia/Seoul"),
                        Currency.getInstance("KRW"),
                        "8809999",
                        300,
                        Weighing.USUAL,
                        List.of(new CutOffTime(
                                new CarrierCode("CJ"),
                                "",
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                                LocalTime.of(16, 0))),
                        Set.of(LocalDate.of(2027, 1, 1)))),
                new Feed.ItemChanged(new Item(
                        PADS,
                        "토너 패드",
                        "Toner pads",
                        List.of("08801234567890"),
                        true,
                        true,
                        Grams.of(120),
                        "white cap")),
                new Feed.LocationChanged(new Location(new LocationCode("A-01"), "A", Location.Kind.STORAGE, 3)),
                new Feed.OperatorChanged(new Operator(
                        new OperatorId("op-1"), "김민지", "B-1", "$argon2id$x", Operator.Role.SUPERVISOR, true)),
                new Feed.AsnChanged(new Asn(
                        new AsnId("b/ASN-1"),
                        "Supplier",
                        LocalDate.of(2026, 11, 24),
                        List.of(new Asn.Line(1, Goods.of(PADS), Quantity.of(10), Quantity.ZERO)),
                        false)),
                new Feed.StockChanged(new StockBalance(
                        Place.of(new LocationCode("A-01")),
                        new Goods(PADS, new Lot("L1"), LocalDate.of(2027, 1, 31)),
                        -2)),
                new Feed.PlateChanged(
                        new LicensePlate("380123450000000017"), Act.Condition.DAMAGED, new LocationCode("D-01")),
                new Feed.TaskChanged(new Shipment(
                        new TaskId("t-1"),
                        new ShipmentId("O-1.1"),
                        new OrderId("b/O-1"),
                        TaskStage.CANCELLED,
                        null,
                        4,
                        new ToteCode("TOTE-1"),
                        List.of(new WaybillNumber("632912345671"), new WaybillNumber("632912345682")),
                        new Shipment.Closing(NOON, new OperatorId("op-1")))),
                new Feed.StationHead(new StationId("S04"), 2, 17),
                new Feed.ExceptionChanged(new ExceptionRecord(
                        new ExceptionId("x-1"),
                        ExceptionKind.SHORT_PICK,
                        "A-01",
                        new StationId("S04"),
                        null,
                        "two missing",
                        NOON,
                        false)),
                new Feed.Unknown("{\"type\":\"wave\",\"number\":7}"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyChangeComesBackAsItWas(Feed.Change change) throws IOException {
        String json = Feed.Told.of(change).json();
        assertThat(Feed.Told.read(json).change()).isEqualTo(change);
        assertThat(Feed.Told.read(json).json()).isEqualTo(json);
    }

    @Test
    void theListOfChangesAboveIsComplete() {
        assertThat(changes().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Feed.Change.class.getPermittedSubclasses()));
    }

    @Test
    void aPageKeepsTheKindsOfItsChanges() throws JsonProcessingException {
        Feed.Page page = Feed.Page.of(3, 99, "a7", true, changes().toList());
        Feed.Page read = MAPPER.readValue(MAPPER.writeValueAsString(page), Feed.Page.class);
        assertThat(read.changes()).isEqualTo(page.changes());
        assertThat(MAPPER.writeValueAsString(read)).isEqualTo(MAPPER.writeValueAsString(page));
    }

    @Test
    void aGrantHoldsAllThatIsNeededOffline() throws JsonProcessingException {
        Party party = new Party("Hong Gildong", "010-1234-5678", "06236", "Seoul");
        ShipmentTask task = new ShipmentTask(
                new TaskId("t-1"),
                new ShipmentId("O-1.1"),
                new OrderId("b/O-1"),
                new Lease(3, new StationId("S04"), NOON),
                TaskStage.PICKED,
                12,
                new ToteCode("T-7"),
                new CarrierCode("CJ"),
                "standard",
                "4W23",
                new WaybillNumber("632912345678"),
                NOON,
                party,
                party,
                "",
                List.of(new PickLine(
                        1, Goods.of(PADS), new LocationCode("A-01"), Quantity.of(2), Quantity.ONE, Quantity.ZERO)));
        Leases.Grant grant = Leases.Grant.of(
                List.of(task), List.of(new Leases.Spare(new CarrierCode("CJ"), new WaybillNumber("632912345693"))));
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(grant), Leases.Grant.class))
                .isEqualTo(grant);
        assertThat(grant.toString()).doesNotContain("Hong");
    }

    @Test
    void progressComesBackAsItWas() throws JsonProcessingException {
        Progress progress = new Progress(
                Map.of(1, Quantity.of(2)),
                Map.of(2, Quantity.ONE),
                new ToteCode("T-7"),
                true,
                Map.of(1, Quantity.ONE),
                List.of(new Progress.Box(
                        new WaybillNumber("632912345671"), Map.of(PADS, Quantity.ONE), Grams.of(412), 2, "CONFIRMED")),
                false,
                true,
                false);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(progress), Progress.class))
                .isEqualTo(progress);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(Progress.NONE), Progress.class))
                .isEqualTo(Progress.NONE);
    }

    @Test
    void anEnrolmentNeverPrintsItsSecret() throws JsonProcessingException {
        Enrolment.Response response = new Enrolment.Response(
                new CompanyId("demo"),
                Warehouse.usual(new WarehouseId("W1"), ZoneId.of("Asia/Seoul")),
                new StationId("S04"),
                7,
                "s3cret",
                2,
                1);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(response), Enrolment.Response.class))
                .isEqualTo(response);
        assertThat(response.toString()).doesNotContain("s3cret");
    }

    @Test
    void whatIsNoChangeOfAnyVersionIsRefused() {
        for (String garbage : List.of("", "[]", "7", "{}", "{\"type\":7}", "{\"type\":\"item\"")) {
            assertThatThrownBy(() -> Feed.Told.read(garbage)).as(garbage).isInstanceOf(IOException.class);
        }
    }
}
