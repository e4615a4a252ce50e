package dev.dockhand.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.EventId;
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
import dev.dockhand.model.json.Shape;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {

    private static final ItemId PADS = new ItemId("b/TP-070");
    private static final Lot LOT = new Lot("2611A");
    private static final LocationCode RACK = new LocationCode("a-01-02");
    private static final ToteCode TOTE = new ToteCode("T-7");

    static Stream<Act> acts() {
        return Stream.of(
                new Act.SignedIn(Operator.Role.PICKER),
                new Act.SignedOut(),
                new Act.SignInRefused("B-1"),
                new Act.Approved("signin.devices"),
                new Act.BadgeUnlocked(new OperatorId("op-1")),
                new Act.GoodsReceived(
                        new AsnId("b/ASN-1"),
                        1,
                        new Goods(PADS, LOT, LocalDate.of(2027, 12, 31)),
                        Quantity.of(10),
                        Act.Condition.GOOD,
                        new LicensePlate("380123450000000017"),
                        ""),
                new Act.ReceiptClosed(
                        new AsnId("b/ASN-1"),
                        List.of(
                                new Act.Discrepancy(1, PADS, Act.Discrepancy.Kind.SHORT, Quantity.ONE),
                                new Act.Discrepancy(
                                        2,
                                        new Goods(PADS, LOT, LocalDate.of(2028, 3, 31)),
                                        Act.Discrepancy.Kind.OTHER_LOT,
                                        Quantity.ONE)),
                        new OperatorId("boss")),
                new Act.PutAway(new LicensePlate("380123450000000017"), RACK),
                new Act.PutBack(TOTE, new Goods(PADS, LOT, null), Quantity.ONE, RACK),
                new Act.Picked(1, new Goods(PADS, LOT, null), Quantity.ONE, RACK, TOTE),
                new Act.PickShorted(1, PADS, Quantity.ONE, RACK, "NOT_FOUND"),
                new Act.PickFinished(TOTE),
                new Act.BoxBegun(2, new WaybillNumber("632912345689")),
                new Act.ItemPacked(1, PADS, Quantity.ONE),
                new Act.PackShorted(
                        PADS,
                        Act.PackShorted.Fault.DAMAGED,
                        List.of(new Act.PackShorted.Part(1, Quantity.ONE)),
                        TOTE,
                        "BROKEN"),
                new Act.ParcelWeighed(1, new Grams(new BigDecimal("412.5")), null, true, "0230", "scale", "", null),
                new Act.LabelPrinted(1, new WaybillNumber("632912345678"), 1, "CONFIRMED", "CLEAR", ""),
                new Act.ShipmentPacked(
                        new OrderId("b/O-1"), new ShipmentId("O-1.1"), List.of(new WaybillNumber("632912345678"))),
                new Act.CancelSeen(new ShipmentId("O-1.1")),
                new Act.ActUndone(new EventId("e-1")));
    }

    private static FloorEvent event(Act act) {
        return new FloorEvent(
                EventCodec.SCHEMA,
                new CompanyId("demo"),
                new WarehouseId("W1"),
                new StationId("S04"),
                1,
                17,
                new EventId("0199f1c0-0000-7000-8000-000000000001"),
                Instant.parse("2026-11-23T06:07:08.123Z"),
                new OperatorId("op-1"),
                new TaskId("t-1"),
                3L,
                act,
                List.of(new Movement(
                        new Goods(PADS, LOT, LocalDate.of(2027, 12, 31)),
                        Quantity.ONE,
                        Place.of(RACK),
                        Place.of(TOTE))),
                EventCodec.NO_PREVIOUS);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyActComesBackAsItWas(Act act) throws IOException {
        FloorEvent event = event(act);
        byte[] bytes = EventCodec.encode(event);
        assertThat(EventCodec.decode(bytes)).isEqualTo(event);
        assertThat(EventCodec.encode(EventCodec.decode(bytes))).isEqualTo(bytes);
        assertThat(EventCodec.text(bytes)).doesNotContain("\n");
    }

    @Test
    void theListOfActsAboveIsComplete() {
        assertThat(acts().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Shape.types(Act.class).stream()
                        .filter(type -> type.isRecord() && Act.class.isAssignableFrom(type))
                        .toList());
    }

    @Test
    void namesOfActsOnDiskNeverChange() {
        assertThat(EventCodec.text(EventCodec.encode(event(new Act.PickFinished(TOTE)))))
                .isEqualTo("""
                    {"act":{"type":"pick-finished","tote":"T-7"},"at":"2026-11-23T06:07:08.123Z","company":"demo","epoch":1,\
                    "id":"0199f1c0-0000-7000-8000-000000000001","leaseToken":3,"movements":[{"from":"LOCATION:A-01-02",\
                    "goods":{"expiry":"2027-12-31","item":"b/TP-070","lot":"2611A"},"quantity":1,"to":"TOTE:T-7"}],\
                    "operator":"op-1","previous":"%s","schema":2,"seq":17,"station":"S04","task":"t-1",\
                    "warehouse":"W1"}\
                    """.formatted(EventCodec.NO_PREVIOUS));
    }

    @Test
    void oneChangedByteChangesTheHash() {
        byte[] bytes = EventCodec.encode(event(new Act.SignedOut()));
        String hash = EventCodec.hash(bytes);
        bytes[10] ^= 1;
        assertThat(EventCodec.hash(bytes)).hasSize(64).isNotEqualTo(hash);
    }

    @Test
    void unknownActsAreRefusedAndNotGuessed() {
        byte[] bytes = EventCodec.text(EventCodec.encode(event(new Act.SignedOut())))
                .replace("signed-out", "teleported")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> EventCodec.decode(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void identifiersQuantitiesAndMovementsRefuseNonsense() {
        assertThatThrownBy(() -> new ItemId("b/ ")).hasMessage("SKU is empty");
        assertThatThrownBy(() -> new ItemId("b/A\u001dB"))
                .hasMessage("SKU cannot hold U+001D INFORMATION SEPARATOR THREE");
        assertThatThrownBy(() -> new ItemId("b/" + "x".repeat(41)))
                .hasMessage("SKU has 41 characters, at most 40 are allowed");
        assertThatThrownBy(() -> Quantity.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Movement(Goods.of(PADS), Quantity.ZERO, Place.SUPPLIER, Place.of(RACK)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Grams(new BigDecimal("1200.0"))).isEqualTo(Grams.of(1200));
    }
}
