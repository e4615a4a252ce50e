package dev.dockhand.station.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.protocol.Leases;
import dev.dockhand.model.task.ShipmentTask;
import dev.dockhand.station.Shop;
import dev.dockhand.station.link.Link.Errand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that is asked for by its name, and work that is given back; each errand is done when the test says so. */
class NamedWorkTest {

    private static final Leases.Request NAMED = new Leases.Request(2, null, new ToteCode("T-9"), null, null);

    @TempDir
    Path folder;

    private HttpTruth server;
    private Station station;

    @BeforeEach
    void openAtRest() throws Exception {
        server = new HttpTruth();
        server.truth.tell(Shop.basics(20));
        for (int i = 0; i < 2; i++) {
            server.truth.addWork(Shop.work(i));
        }
        Rigs.enrol(folder, server);
        station = Station.openAtRest(folder, Rigs.parts());
        station.step(Errand.PULL);
        station.wantWork(Leases.Request.any(2, null));
        station.step(Errand.LEASE);
    }

    @AfterEach
    void close() {
        station.close();
        server.close();
    }

    private boolean isReturned() {
        return server.asked.stream().anyMatch(line -> line.endsWith("/return"));
    }

    @Test
    void whatWasDoneIsToldBeforeTheLeaseIsGivenUp() throws Exception {
        ShipmentTask task = station.view().tasks().getFirst();
        station.record(List.of(Shop.pick(task, 1, 1)));
        station.giveBack(task.id());
        Rigs.await().until(() -> station.view().tasks().size() == 1);
        station.step(Errand.LEASE);
        assertThat(isReturned()).isFalse();
        station.step(Errand.PUSH);
        station.step(Errand.LEASE);
        assertThat(isReturned()).isTrue();
    }

    @Test
    void aRefusalIsToldOnce() throws Exception {
        List<Leases.Refusal> told = new ArrayList<>();
        station.onRefused(told::add);
        server.refusal = new Leases.Refusal(Leases.Why.BEING_PACKED, null, NAMED.tote(), null, null, null);
        station.wantWork(NAMED);
        station.step(Errand.LEASE);
        station.step(Errand.LEASE);
        assertThat(told).containsExactly(server.refusal);
    }

    @Test
    void whoWaitsForAToteIsNotForgottenForMoreWork() throws Exception {
        station.wantWork(NAMED);
        station.wantWork(Leases.Request.any(2, null));
        station.step(Errand.LEASE);
        assertThat(server.wished).contains(NAMED);
    }
}
