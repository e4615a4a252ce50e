package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.LostEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.server.Invariants;
import dev.dockhand.server.TestStation;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a station's disk lost, and what the server does not take of it. */
class QuarantineTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private final TestWarehouse warehouse = new TestWarehouse(DATABASE.database(), DATABASE.freshSite());
    private final TestStation station = warehouse.station("S1");

    @AfterEach
    void everythingHolds() {
        Invariants.check(warehouse);
    }

    private List<byte[]> threeReceipts() {
        warehouse.item("A").asn("ASN-1", "A", 100);
        for (int plate = 1; plate <= 3; plate++) {
            station.receive("ASN-1", "A", new LicensePlate("P" + plate), plate);
        }
        return station.journal;
    }

    private Push.Result pushed(List<byte[]> lines) {
        Answer answer = warehouse.events.accept(warehouse.site, station.id, 1, lines, false);
        assertThat(answer).isInstanceOf(Answer.Taken.class);
        return ((Answer.Taken) answer).result();
    }

    private static byte[] standIn(long seq, byte[] lost) {
        return new LostEvent(seq, EventCodec.hash(lost)).encode();
    }

    private long onPlates() {
        return warehouse.number(
                "SELECT sum(quantity) FROM balance WHERE company = :company AND warehouse = :warehouse");
    }

    @Test
    void theEventsBehindALostOneCount() {
        List<byte[]> lines = threeReceipts();
        Push.Result result = pushed(List.of(lines.getFirst(), standIn(2, lines.get(1)), lines.getLast()));
        assertThat(result.acked()).isEqualTo(3);
        assertThat(result.outcomes())
                .extracting(Push.Outcome::status)
                .containsExactly(Push.Status.ACCEPTED, Push.Status.QUARANTINED, Push.Status.ACCEPTED);
        assertThat(onPlates()).isEqualTo(1 + 3);
        assertThat(warehouse.openExceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(ExceptionKind.UNREADABLE_EVENT);
            assertThat(exception.about()).isEqualTo("S1/1/2");
            assertThat(exception.detail()).contains("lost on the station's disk");
        });
    }

    /** The hash of all but the last in a row is known to nobody. */
    @Test
    void severalLostInARowHoldUpNobody() {
        List<byte[]> lines = threeReceipts();
        pushed(List.of(new LostEvent(1, null).encode(), standIn(2, lines.get(1)), lines.getLast()));
        assertThat(onPlates()).isEqualTo(3);
    }

    @Test
    void aLostEventThatTheServerHasStaysWhatItIs() {
        List<byte[]> lines = threeReceipts();
        pushed(lines.subList(0, 2));
        Push.Result again = pushed(List.of(new LostEvent(1, null).encode(), lines.get(1), lines.getLast()));
        assertThat(again.outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
        assertThat(onPlates()).isEqualTo(1 + 2 + 3);
        assertThat(warehouse.openExceptions()).isEmpty();
    }

    /** It does not know then what the next event has to name. */
    @Test
    void aStationGoesOnBehindItsNewestEventThatItLostThoughTheServerHasIt() {
        pushed(threeReceipts().subList(0, 1));
        TestStation damaged = new TestStation(warehouse, station.id, 1);
        damaged.raw(new LostEvent(1, null).encode());
        damaged.act(null, new Act.SignedOut());
        assertThat(pushed(damaged.journal.subList(1, 2)).acked()).isEqualTo(2);
    }

    /** It knew what the next event has to name, and the server did not. */
    @Test
    void aStationGoesOnBehindItsNewestEventThatItToldAsLost() {
        pushed(List.of(new LostEvent(1, null).encode()));
        assertThat(pushed(threeReceipts().subList(1, 3)).acked()).isEqualTo(3);
    }

    @Test
    void whatIsNotTakenIsKeptOnceAndASupervisorIsTold() {
        station.act(null, new Act.SignedOut());
        station.act(null, new Act.SignedOut());
        assertThat(warehouse.quarantine.keep(warehouse.site, station.id, 1, station.journal))
                .isEqualTo(new Push.Kept(2, EventCodec.hash(station.journal.getLast())));
        assertThat(warehouse.quarantine.keep(warehouse.site, station.id, 1, station.journal))
                .as("its answer was lost")
                .isEqualTo(new Push.Kept(0, EventCodec.hash(station.journal.getLast())));
        assertThat(warehouse.openExceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(ExceptionKind.REFUSED_EVENTS);
            assertThat(exception.about()).isEqualTo("S1/1");
            assertThat(exception.detail()).contains("events 1 to 2", "done by op-1");
        });
        List<Quarantine.Kept> kept = DATABASE.database()
                .read(
                        warehouse.site,
                        tx -> warehouse.quarantine.list(tx, station.id, 1, new Quarantine.Key(2, ""), 10));
        assertThat(kept).singleElement().satisfies(event -> {
            assertThat(event.seq()).isEqualTo(2);
            assertThat(event.raw()).isEqualTo(EventCodec.text(station.journal.getLast()));
        });
        assertThat(warehouse.openExceptions())
                .extracting(ExceptionRecord::station)
                .containsExactly(station.id);
    }
}
