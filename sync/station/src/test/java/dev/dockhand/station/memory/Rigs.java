package dev.dockhand.station.memory;

import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.FloorEvent;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.station.Health;
import dev.dockhand.station.MemoryException;
import dev.dockhand.station.Shop;
import dev.dockhand.station.journal.JournalSettings;
import dev.dockhand.station.link.HttpExchange;
import dev.dockhand.station.link.LinkSettings;
import dev.dockhand.station.replica.ReplicaSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What the tests of the whole memory share. */
final class Rigs {

    static final CompanyId COMPANY = new CompanyId("demo");
    static final WarehouseId WAREHOUSE = new WarehouseId("W1");

    static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    static final StationSettings SETTINGS = new StationSettings(
            new JournalSettings(256 << 10, 0, 0, Duration.ofDays(14)),
            ReplicaSettings.USUAL,
            link(Duration.ofHours(1)),
            512L << 20);

    private Rigs() {}

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(20));
    }

    private static LinkSettings link(Duration compareEvery) {
        return new LinkSettings(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(50), compareEvery);
    }

    static Station.Parts parts() {
        return Station.Parts.real(SETTINGS, InstantSource.system(), new SecureRandom());
    }

    /** A station that compares what it knows with the server all the time. */
    static Station.Parts comparing() {
        StationSettings settings = new StationSettings(
                SETTINGS.journal(), SETTINGS.replica(), link(Duration.ofMillis(50)), SETTINGS.pictures());
        return Station.Parts.real(settings, InstantSource.system(), new SecureRandom());
    }

    static void enrol(Path folder, HttpTruth server) throws Exception {
        Station.enrol(folder, server.uri(), "GOOD-CODE", Shop.STATION, HttpExchange::new);
    }

    static FloorEvent receive(Station station, int plate) throws MemoryException {
        Draft draft = Shop.receive(plate, 1, 1, Act.Condition.GOOD);
        return station.record(List.of(draft)).getFirst();
    }

    static boolean noticed(Station station, Health.Kind kind) {
        return station.health().notices().stream().anyMatch(notice -> notice.kind() == kind);
    }
}
