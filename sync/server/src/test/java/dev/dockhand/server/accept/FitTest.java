package dev.dockhand.server.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.EventCodec;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.exception.ExceptionKind;
import dev.dockhand.model.exception.ExceptionRecord;
import dev.dockhand.model.id.AsnId;
import dev.dockhand.model.id.LicensePlate;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.measure.Grams;
import dev.dockhand.model.protocol.Push;
import dev.dockhand.model.task.Lease;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.store.ServerDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events that a station would never write: their task, people or id is another's. */
class FitTest extends ForgedEvents {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    FitTest() {
        super(DATABASE);
    }

    private ShipmentTask under(long token) {
        return new ShipmentTask(
                task.id(),
                task.shipment(),
                task.order(),
                new Lease(token, task.lease().station(), task.lease().grantedAt()),
                task.stage(),
                task.basedOnSeq(),
                task.tote(),
                task.carrier(),
                task.service(),
                task.routing(),
                task.waybill(),
                task.cutOff(),
                task.sender(),
                task.recipient(),
                task.message(),
                task.lines());
    }

    @Test
    void anOrderIsNotClosedByAnEventWithoutATask() {
        other.act(null, packing());
        isKeptAndCountsNowhere(other, "belongs to a task");
        assertThat(packed()).isZero();
    }

    @Test
    void anOrderIsNotClosedByAStationThatItWasNeverGrantedTo() {
        other.act(task, packing());
        isKeptAndCountsNowhere(other, "never granted to S2");
        assertThat(packed()).isZero();
    }

    @Test
    void aTokenThatWasNeverGivenIsNone() {
        station.pick(under(7), line, 2);
        isKeptAndCountsNowhere(station, "with token 7");
    }

    @Test
    void aReceiptBelongsToNoTask() {
        station.act(task, new Act.ReceiptClosed(new AsnId("b/ASN-1"), List.of()));
        isKeptAndCountsNowhere(station, "belongs to no task");
        assertThat(warehouse.number(
                        "SELECT count(*) FROM asn WHERE company = :company AND warehouse = :warehouse" + " AND closed"))
                .isZero();
    }

    @Test
    void nobodyWhoIsUnknownSignsIn() {
        by("ghost", new Act.SignedIn(Operator.Role.SUPERVISOR));
        isKeptAndCountsNowhere(station, "there is no operator ghost");
    }

    @Test
    void anActHasItsOperator() {
        by(null, new Act.SignInRefused("B-1"));
        assertThat(station.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
        by(null, new Act.SignedOut());
        isKeptAndCountsNowhere(station, "nobody is said to have done it");
    }

    @Test
    void aPickerIsNoSupervisor() {
        station.act(null, new Act.SignedIn(Operator.Role.SUPERVISOR));
        isKeptAndCountsNowhere(station, "op-1 is no supervisor");
        station.act(null, new Act.Approved("receiving.close"));
        station.act(null, new Act.BadgeUnlocked(new OperatorId("boss")));
        station.act(task, new Act.ParcelWeighed(1, Grams.of(7), null, true, "", "keypad", "", TestWarehouse.OPERATOR));
        assertThat(station.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.QUARANTINED);
        by("boss", new Act.SignedIn(Operator.Role.SUPERVISOR));
        by("boss", new Act.Approved("receiving.close"));
        by("boss", new Act.BadgeUnlocked(TestWarehouse.OPERATOR));
        assertThat(station.push().outcomes()).extracting(Push.Outcome::status).containsOnly(Push.Status.ACCEPTED);
    }

    private void by(@Nullable String operator, Act act) {
        rewritten(
                station.act(null, act),
                "\"operator\":\"op-1\",",
                operator == null ? "" : "\"operator\":\"%s\",".formatted(operator));
    }

    /** The last event that was written, with some of its text changed. */
    private void rewritten(FloorEvent event, String from, String to) {
        String text = EventCodec.text(EventCodec.encode(event));
        assertThat(text).contains(from);
        station.journal.removeLast();
        station.raw(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyEventNamesTheOneBeforeIt() {
        station.act(null, new Act.SignedOut());
        FloorEvent received = station.receive("ASN-1", "A", new LicensePlate("P1"), 1);
        rewritten(received, ",\"previous\":\"%s\"".formatted(received.previous()), "");
        station.push();
        assertThat(warehouse.openExceptions())
                .extracting(ExceptionRecord::kind)
                .containsExactly(ExceptionKind.UNREADABLE_EVENT);
        assertThat(movements()).isEqualTo(movements);
    }

    @Test
    void anIdComesOnce() {
        FloorEvent received = station.receive("ASN-1", "A", new LicensePlate("P1"), 1);
        station.push();
        movements = movements();
        FloorEvent again = station.receive("ASN-1", "A", new LicensePlate("P1"), 1);
        rewritten(again, again.id().value(), received.id().value());
        isKeptAndCountsNowhere(station, "another event has its id");
    }

    @Test
    void anIdComesOnceWithinAPush() {
        FloorEvent received = station.receive("ASN-1", "A", new LicensePlate("P1"), 1);
        FloorEvent again = station.receive("ASN-1", "A", new LicensePlate("P1"), 1);
        rewritten(again, again.id().value(), received.id().value());
        movements++;
        isKeptAndCountsNowhere(station, "another event has its id");
    }
}
