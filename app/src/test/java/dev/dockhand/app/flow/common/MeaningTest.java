package dev.dockhand.app.flow.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Desk;
import dev.dockhand.app.flow.Effect;
import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Flow;
import dev.dockhand.app.flow.Input;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.ScannedCode;
import dev.dockhand.app.flow.Text;
import dev.dockhand.app.flow.Verdict;
import dev.dockhand.app.flow.menu.MenuFlow;
import dev.dockhand.app.flow.packing.PackingFlow;
import dev.dockhand.app.flow.picking.PickingFlow;
import dev.dockhand.app.flow.putaway.PutawayFlow;
import dev.dockhand.app.flow.putback.PutBackFlow;
import dev.dockhand.app.flow.receiving.ReceivingFlow;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OrderId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.task.TaskStage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A code that ever got a meaning is answered with it in every job; unknown is only what nobody knows. */
class MeaningTest {

    private static final OrderId SHIPPED = new OrderId("b/O-7");
    private static final Map<String, Text> MEANINGS = Map.ofEntries(
            Map.entry("632912345677", Text.of("known.shipped-by", SHIPPED, "14:02", Floors.MINJI.name())),
            Map.entry("O-7", Text.of("known.shipped-by", SHIPPED, "14:02", Floors.MINJI.name())),
            Map.entry("O-8", Text.of("known.elsewhere", new OrderId("b/O-8"), new StationId("ST-2"))),
            Map.entry("O-11", Text.of("known.problem-shelf", new OrderId("b/O-11"))),
            Map.entry("632912345679", Text.of("known.cancelled-goods", new OrderId("b/O-9"), new ToteCode("BACK"), 4)),
            Map.entry("back", Text.of("known.cancelled-goods", new OrderId("b/O-9"), new ToteCode("BACK"), 4)),
            Map.entry("6329123456776", Text.of("known.cancelled-label", new OrderId("b/O-76"))),
            Map.entry("O-76", Text.of("known.cancelled", new OrderId("b/O-76"))),
            Map.entry("O-10", Text.of("known.stage-unknown", new OrderId("b/O-10"))),
            Map.entry("B-9", Text.of("known.badge", Floors.GONE.name())),
            Map.entry("111", Text.of("known.plate-put", new LicensePlate("111"), new LocationCode("A-02"))),
            Map.entry("112", Text.of("known.plate-gone", new LicensePlate("112"))),
            Map.entry("DH-NEW", Text.of("known.key", "DH-NEW")));

    private final Floor floor = Floors.empty()
            .with(Floors.asn())
            .with(Floors.shipment(1))
            .with(Floors.shipment(2))
            .with(Floors.elsewhere(7, TaskStage.PACKED, null, "TOTE-7"))
            .with(Floors.elsewhere(8, TaskStage.RELEASED, new StationId("ST-2"), null))
            .with(Floors.elsewhere(11, TaskStage.PICKED, new StationId("ST-1"), "SHORT"))
            .with(Floors.elsewhere(9, TaskStage.CANCELLED, null, "BACK"))
            .with(Floors.elsewhere(10, TaskStage.UNKNOWN, null, null))
            .with(Floors.elsewhere(76, TaskStage.CANCELLED, null, null))
            .inTote("BACK", Floors.CREAM, 4)
            .with(new Feed.PlateChanged(new LicensePlate("111"), Act.Condition.GOOD, new LocationCode("A-02")))
            .with(new Feed.PlateChanged(new LicensePlate("112"), Act.Condition.GOOD, null));

    MeaningTest() {
        Picked.all(floor, Floors.shipment(2), "TOTE-2");
    }

    private record Place(String name, Flow<?> flow, List<String> scans) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Place> places() {
        return Stream.of(
                new Place("menu", new MenuFlow(), List.of()),
                new Place("receiving", new ReceivingFlow(), List.of()),
                new Place("receiving an ASN", new ReceivingFlow(), List.of("ASN-1")),
                new Place("putaway", new PutawayFlow(), List.of()),
                new Place("tote for picking", new PickingFlow(), List.of()),
                new Place("place for picking", new PickingFlow(), List.of("TOTE-1")),
                new Place("picking", new PickingFlow(), List.of("TOTE-1", "A-01")),
                new Place("packing", new PackingFlow(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aCodeThatIsNotWantedHereIsAnsweredWithItsMeaning(Place place) {
        MEANINGS.forEach((code, meaning) -> {
            Desk<?> desk = Desk.open(place.flow(), floor);
            place.scans().forEach(desk::scan);
            desk.scan(code).didNothing();
            if (desk.effects().isEmpty()) {
                assertThat(said(desk)).as(code).isEqualTo(meaning);
            } else {
                assertThat(code)
                        .as("the menu hands it to the job that wants it")
                        .isEqualTo("back");
                desk.wants(new Effect.GoTo(PutBackFlow.ID, new Input.Scanned(ScannedCode.plain(code))));
            }
        });
    }

    private static Text said(Desk<?> desk) {
        Verdict verdict = desk.verdict();
        assertThat(verdict).isNotNull();
        Text text = verdict.text();
        return text.key().equals("common.means") ? (Text) text.arguments().getFirst() : text;
    }

    @ParameterizedTest
    @MethodSource("places")
    void onlyWhatNobodyKnowsIsUnknown(Place place) {
        Desk<?> desk = Desk.open(place.flow(), floor);
        place.scans().forEach(desk::scan);
        if (!place.name().equals("tote for picking")) {
            desk.scan("nobody-knows").says(Verdict.Tone.WARN, "common.unknown-code");
        }
    }

    /** 13 digits can be an order number as well as an item's: whoever gave them a meaning is right. */
    @Test
    void aKnownCodeIsNotCalledDamagedForItsCheckDigit() {
        ScannedCode doubtful =
                new ScannedCode("6329123456776", null, null, null, null, null, Text.of("test.check-digit"), false);
        Desk<?> desk = Desk.open(new PackingFlow(), floor).scan(doubtful);
        assertThat(said(desk)).isEqualTo(Text.of("known.cancelled-label", new OrderId("b/O-76")));
        desk.scan(new ScannedCode("1234567890123", null, null, null, null, null, Text.of("test.check-digit"), false))
                .says(Verdict.Tone.WARN, "test.check-digit");
    }

    @Test
    void shippedOnAnotherDayTellsTheDay() {
        floor.on(Floors.TODAY.plusDays(1));
        assertThat(Meaning.of(ScannedCode.plain("O-7"), floor))
                .contains(Text.of("known.shipped-by", SHIPPED, "11-23 14:02", Floors.MINJI.name()));
    }

    @Test
    void anOrderThatNobodyHoldsIsAskedOfTheServer() {
        floor.with(Floors.elsewhere(6, TaskStage.RELEASED, null, null));
        Desk.open(new PackingFlow(), floor)
                .scan("O-6")
                .says(Verdict.Tone.WARN, "packing.asked-for-order")
                .wants(new Effect.WantWork(new OrderId("b/O-6")));
    }
}
