package dev.dockhand.station.journal;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.catalogue.Operator;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.event.Movement;
import dev.dockhand.model.event.Place;
import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.id.OperatorId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.station.Health;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** What the journal's tests share: a station, acts of usual size, the parts of a journal. */
final class Floor {

    static final Author AUTHOR = new Author(new CompanyId("demo"), new WarehouseId("W1"), new StationId("S04"));
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T06:07:08.123Z"));
    static final OperatorId KIM = new OperatorId("op-1");

    final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    static Draft pick(int units) {
        ItemId item = new ItemId("b/TP-070");
        LocationCode rack = new LocationCode("A-01-02");
        ToteCode tote = new ToteCode("T-7");
        Quantity quantity = Quantity.of(units);
        return new Draft(
                KIM,
                new TaskId("t-1"),
                3L,
                new Act.Picked(1, Goods.of(item), quantity, rack, tote),
                List.of(new Movement(Goods.of(item), quantity, Place.of(rack), Place.of(tote))));
    }

    static Draft signIn() {
        return Draft.free(KIM, new Act.SignedIn(Operator.Role.PICKER), List.of());
    }

    static JournalSettings small() {
        return new JournalSettings(16 << 10, 2L << 30, 500L << 20, JournalSettings.USUAL.keep());
    }

    Journal.Parts parts(Disk disk, JournalSettings settings) {
        return new Journal.Parts(disk, settings, CLOCK, new SplittableRandom(1), Runnable::run, this::notice);
    }

    private void notice(Health.Kind kind, String detail) {
        notices.add(kind.name());
    }
}
