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
import dev.dockhand.model.json.Json;
import dev.dockhand.model.json.Reading;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.protocol.Digest.Kind;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.model.task.Shipment;
import dev.dockhand.model.task.TaskStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestTest {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final StationId HERE = new StationId("S04");
    private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");
    private static final LicensePlate PLATE = new LicensePlate("380123450000000017");
    private static final Place RACK = Place.of(new LocationCode("A-01"));
    private static final Set<Kind> KNOWN = EnumSet.complementOf(EnumSet.of(Kind.UNKNOWN));
    private static final Item PADS = item("120", "08801234567890");

    private static Item item(String grams, String code) {
        return new Item(
                new ItemId("b/TP-070"),
                "토너 패드",
                "Toner pads",
                List.of(code),
                true,
                true,
                new Grams(new BigDecimal(grams)),
                "");
    }

    private static Feed.StockChanged stock(Place place, String lot, int balance) {
        return new Feed.StockChanged(
                new StockBalance(place, new Goods(PADS.id(), new Lot(lot), LocalDate.of(2027, 1, 31)), balance));
    }

    private static Feed.AsnChanged asn(int received, boolean closed) {
        return new Feed.AsnChanged(new Asn(
                new AsnId("b/ASN-1"),
                "Supplier",
                LocalDate.of(2026, 11, 24),
                List.of(new Asn.Line(1, Goods.of(PADS.id()), Quantity.of(10), Quantity.of(received))),
                closed));
    }

    private static Feed.TaskChanged task(TaskStage stage, long token, Shipment.@Nullable Closing closing) {
        return new Feed.TaskChanged(new Shipment(
                new TaskId("t-1"),
                new ShipmentId("O-1.1"),
                new OrderId("b/O-1"),
                stage,
                HERE,
                token,
                new ToteCode("TOTE-1"),
                List.of(),
                closing));
    }

    private static Feed.ExceptionChanged exception(String detail, boolean settled) {
        return new Feed.ExceptionChanged(new ExceptionRecord(
                new ExceptionId("x-1"), ExceptionKind.SHORT_PICK, "A-01", HERE, null, detail, NOON, settled));
    }

    private static Feed.PlateChanged plate(Act.Condition condition) {
        return new Feed.PlateChanged(PLATE, condition, null);
    }

    private static Feed.LocationChanged location(int walk) {
        return new Feed.LocationChanged(new Location(new LocationCode("A-01"), "A", Location.Kind.STORAGE, walk));
    }

    private static Feed.OperatorChanged operator(boolean active) {
        return new Feed.OperatorChanged(
                new Operator(new OperatorId("op-1"), "김민지", "B-1", "", Operator.Role.PICKER, active));
    }

    private static List<Feed.Change> rows() {
        return List.of(
                new Feed.WarehouseChanged(Warehouse.usual(new WarehouseId("W1"), ZoneOffset.UTC)),
                new Feed.ItemChanged(PADS),
                location(3),
                operator(true),
                asn(4, false),
                stock(RACK, "L1", 7),
                stock(Place.of(PLATE), "L1", 5),
                plate(Act.Condition.GOOD),
                task(TaskStage.RELEASED, 1, null),
                new Feed.StationHead(HERE, 2, 17),
                exception("two missing", false));
    }

    private static Digest sums(List<? extends Feed.Change> rows) {
        return sum(rows).digest(1, 9, "a7");
    }

    private static DigestSum sum(List<? extends Feed.Change> rows) {
        DigestSum sum = new DigestSum(HERE, NOON);
        for (Feed.Change row : rows) {
            sum.add(row);
            if (row instanceof Feed.ItemChanged(Item item)) {
                sum.barcodes(item);
            }
        }
        return sum;
    }

    private static List<Feed.Change> with(Feed.Change... more) {
        return Stream.concat(rows().stream(), Arrays.stream(more)).toList();
    }

    @Test
    void theOrderOfTheRowsIsNothing() {
        Digest straight = sums(rows());
        assertThat(straight.rows().keySet()).isEqualTo(KNOWN);
        List<Feed.Change> shuffled = new ArrayList<>(rows());
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(sums(shuffled)).isEqualTo(straight);
            assertThat(sums(shuffled).differing(straight)).isEmpty();
        }
    }

    /**
     * A row on one side that is another one on the other.
     *
     * @param row a row of {@link #rows}
     * @param other what it is instead
     * @param found the kinds in which that shows
     */
    record Changed(Feed.Change row, Feed.Change other, Set<Kind> found) {}

    static Stream<Changed> changed() {
        return Stream.of(
                new Changed(
                        rows().get(1), new Feed.ItemChanged(item("120.5", "08801234567890")), EnumSet.of(Kind.ITEM)),
                new Changed(rows().get(1), new Feed.ItemChanged(item("120", "X")), EnumSet.of(Kind.ITEM, Kind.BARCODE)),
                new Changed(rows().get(2), location(4), EnumSet.of(Kind.LOCATION)),
                new Changed(rows().get(3), operator(false), EnumSet.of(Kind.OPERATOR)),
                new Changed(rows().get(4), asn(5, false), EnumSet.of(Kind.ASN)),
                new Changed(rows().get(4), asn(4, true), EnumSet.of(Kind.ASN)),
                new Changed(rows().get(5), stock(RACK, "L1", 8), EnumSet.of(Kind.STOCK)),
                new Changed(rows().get(5), stock(RACK, "L2", 7), EnumSet.of(Kind.STOCK)),
                new Changed(rows().get(5), stock(RACK, "L1", 0), EnumSet.of(Kind.STOCK)),
                new Changed(rows().get(7), plate(Act.Condition.DAMAGED), EnumSet.of(Kind.PLATE)),
                new Changed(rows().get(8), task(TaskStage.PICKED, 1, null), EnumSet.of(Kind.TASK)),
                new Changed(rows().get(8), task(TaskStage.RELEASED, 2, null), EnumSet.of(Kind.TASK)),
                new Changed(rows().get(9), new Feed.StationHead(HERE, 2, 18), EnumSet.of(Kind.STATION)),
                new Changed(rows().get(10), exception("one missing", false), EnumSet.of(Kind.EXCEPTION)),
                new Changed(rows().get(10), exception("two missing", true), EnumSet.of(Kind.EXCEPTION)));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void oneChangedFieldIsFoundInItsKind(Changed changed) {
        List<Feed.Change> others = new ArrayList<>(rows());
        assertThat(Collections.replaceAll(others, changed.row(), changed.other()))
                .isTrue();
        assertThat(sums(rows()).differing(sums(others))).isEqualTo(changed.found());
        assertThat(sums(others).differing(sums(rows()))).isEqualTo(changed.found());
    }

    @Test
    void rowsAreCountedAndOneThatIsThereTwiceIsFound() {
        Digest once = sums(rows());
        assertThat(once.rows().get(Kind.STOCK).count()).isEqualTo(2);
        assertThat(once.differing(sums(with(rows().get(2), rows().get(2))))).containsExactly(Kind.LOCATION);
        DigestSum more = sum(rows());
        more.barcode("X", PADS.id());
        assertThat(once.differing(more.digest(1, 9, "a7"))).containsExactly(Kind.BARCODE);
        assertThat(once.differing(sums(List.of()))).isEqualTo(KNOWN);
    }

    @Test
    void whatASideMayForgetIsLeftOut() {
        Instant before = NOON.minusMillis(1);
        assertThat(sums(with(
                        asn(4, true),
                        stock(RACK, "L9", 0),
                        stock(Place.SUPPLIER, "L1", -12),
                        stock(Place.of(new ShipmentId("O-9.1")), "L1", 3),
                        new Feed.PlateChanged(new LicensePlate("EMPTY"), Act.Condition.GOOD, null),
                        task(TaskStage.PACKED, 1, new Shipment.Closing(before, null)),
                        task(TaskStage.CANCELLED, 1, null),
                        new Feed.StationHead(new StationId("S05"), 1, 4),
                        exception("x", true))))
                .isEqualTo(sums(rows()));
        assertThat(sums(rows()).differing(sums(with(task(TaskStage.PACKED, 1, new Shipment.Closing(NOON, null))))))
                .as("what ended since is compared")
                .containsExactly(Kind.TASK);
    }

    @Test
    void onlyTheSameMomentCanBeCompared() {
        Digest ours = sums(rows());
        assertThat(ours.isOfTheSameMomentAs(sums(List.of()))).isTrue();
        for (Digest other : List.of(
                sum(rows()).digest(2, 9, "a7"),
                sum(rows()).digest(1, 8, "a7"),
                sum(rows()).digest(1, 9, "b7"),
                new DigestSum(HERE, NOON.plusSeconds(1)).digest(1, 9, "a7"),
                new Digest(Digest.FORM + 1, 1, 9, "a7", NOON, ours.rows()))) {
            assertThat(ours.isOfTheSameMomentAs(other)).as("%s", other).isFalse();
        }
    }

    @Test
    void itComesBackAsItWasAndNonsenseDoesNotComeAtAll() throws JsonProcessingException {
        Digest digest = sums(rows());
        String json = MAPPER.writeValueAsString(digest);
        assertThat(MAPPER.readValue(json, Digest.class)).isEqualTo(digest);
        for (String nonsense : List.of(
                "{}", json.replace("\"a7\"", "null"), json.replaceAll("\"hash\":\"[0-9a-f]+\"", "\"hash\":null"))) {
            assertThatThrownBy(() -> MAPPER.readValue(nonsense, Digest.class))
                    .as(nonsense)
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    /** A row that one side cannot tell as the other does is no difference, and hides none of another kind. */
    @Test
    void onlyRowsOfOneShapeAreCompared() throws JsonProcessingException {
        String later = MAPPER.writeValueAsString(sums(rows()))
                .replace("\"ITEM\":{", "\"ITEM\":{\"later\":true,")
                .replace("\"ASN\"", "\"WAVE\"")
                .replace("\"TASK\"", "\"CART\"")
                .replace(sums(rows()).rows().get(Kind.PLATE).shape(), "later");
        Digest theirs = Reading.tolerant(later, Digest.class).value();
        assertThat(sums(List.of()).differing(theirs))
                .containsExactlyInAnyOrder(
                        Kind.WAREHOUSE,
                        Kind.ITEM,
                        Kind.BARCODE,
                        Kind.LOCATION,
                        Kind.OPERATOR,
                        Kind.STOCK,
                        Kind.STATION,
                        Kind.EXCEPTION);
        assertThat(theirs.differing(sums(List.of()))).isEqualTo(sums(List.of()).differing(theirs));
    }

    /** A database keeps microseconds: whoever heard of a row and whoever read it must have the same. */
    @Test
    void timesHaveNoMoreDigitsThanADatabaseKeeps() {
        Instant fine = NOON.plusNanos(123_456_789);
        assertThat(new Shipment.Closing(fine, null).at()).isEqualTo(NOON.plusNanos(123_456_000));
        assertThat(new ExceptionRecord(new ExceptionId("x"), ExceptionKind.OVERSOLD, "", null, null, "", fine, false)
                        .raisedAt())
                .isEqualTo(NOON.plusNanos(123_456_000));
    }
}
