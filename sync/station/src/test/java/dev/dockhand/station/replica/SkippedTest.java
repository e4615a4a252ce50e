package dev.dockhand.station.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.json.Json;
import dev.dockhand.model.json.Shape;
import dev.dockhand.model.protocol.Feed;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.Shop;
import dev.dockhand.station.Update;
import dev.dockhand.station.journal.EventSource;
import dev.dockhand.station.journal.Stored;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What this version cannot read of its own journal and of its leases. */
class SkippedTest extends KnownShop {

    private static final ObjectMapper MAPPER = Json.mapper();

    /** The journal, as it would be if a later version had written the receipts in it. */
    private static EventSource later(EventSource journal) {
        return (EventSource) Proxy.newProxyInstance(
                SkippedTest.class.getClassLoader(), new Class<?>[] {EventSource.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(journal, arguments);
                    return answer instanceof List<?> events
                            ? events.stream()
                                    .map(Stored.class::cast)
                                    .map(SkippedTest::later)
                                    .toList()
                            : answer;
                });
    }

    private static Stored later(Stored event) {
        byte[] bytes = EventCodec.text(event.bytes())
                .replace("\"goods-received\"", "\"goods-counted\"")
                .getBytes(StandardCharsets.UTF_8);
        return new Stored(event.seq(), bytes, event.hash(), event.isLost());
    }

    /** Nobody raises a number: whatever the server can tell and a station can do is part of the tables' version. */
    @Test
    void tablesOfAVersionWithOtherWordsAreMadeAnew() {
        assertThat(Schema.VERSION).endsWith(Shape.of(Feed.Change.class, ShipmentTask.class, FloorEvent.class));
    }

    @Test
    void anOwnActOfALaterVersionIsShownWhenThatVersionIsBack() throws Exception {
        FloorEvent counted = rig.act(Shop.receive(1, 1, 10, Act.Condition.GOOD));
        rig.act(Shop.putAway(1, 1, 4, Shop.rack(2)));
        assertThat(rig.view().plates()).hasSize(1);
        rig.replica.close();
        Update.of(rig.folder.resolve("view"));
        Replica before = Replica.open(new Replica.Parts(
                rig.folder.resolve("view"),
                rig.settings,
                Shop.STATION,
                Rig.AT_ENROLMENT,
                List.of(later(rig.journal)),
                (kind, text) -> rig.notices.add(kind + " " + text)));
        assertThat(before.awaitApplied()).isTrue();
        assertThat(rig.notices).containsExactly("SKIPPED Act goods-counted");
        assertThat(before.skipped()).containsExactly("Act goods-counted");
        assertThat(before.view().plates()).isEmpty();
        before.close();

        Update.of(rig.folder.resolve("view"));
        rig.journal.close();
        rig.openAll();
        assertThat(rig.view().plates())
                .singleElement()
                .satisfies(plate -> assertThat(plate.plate()).isEqualTo(((Act.GoodsReceived) counted.act()).plate()));
        assertThat(rig.view().platesMade()).isEqualTo(1);
        assertThat(rig.replica.skipped()).isEmpty();
    }

    @Test
    void aLeaseThatCannotBeReadIsToldAndTheOneThatIsHeldStays() throws Exception {
        rig.lease(2);
        List<ShipmentTask> held = rig.view().tasks();
        assertThat(held).hasSize(2);
        ObjectNode grant = MAPPER.valueToTree(rig.server.grant(Shop.STATION, 1, 3));
        for (int i = 0; i < 3; i += 2) {
            ((ObjectNode) grant.path("tasks").get(i)).remove("lines");
        }
        rig.replica.granted(MAPPER.readValue(grant.toString(), Leases.Grant.class));
        assertThat(rig.view().tasks())
                .as("one that is listed whole, one as it was before, and none that was never read")
                .isEqualTo(held);
        assertThat(rig.notices).containsExactly("SKIPPED ShipmentTask unreadable");
        rig.lease(3);
        assertThat(rig.view().tasks()).hasSize(3);
    }
}
