package dev.dockhand.app.flow.putback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.app.flow.Floor;
import dev.dockhand.app.flow.Floors;
import dev.dockhand.app.flow.Picked;
import dev.dockhand.app.flow.RandomWalk;
import dev.dockhand.model.event.Act;
import dev.dockhand.model.event.Draft;
import dev.dockhand.model.id.TaskId;
import dev.dockhand.model.id.ToteCode;
import dev.dockhand.rules.Drawn;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever comes in, nothing throws, and no order loses what lies in its tote. */
class PutBackWalkTest {

    @Test
    void putBackMovesNoMoreThanLaysInTotesThatNobodyWants() {
        AtomicInteger put = new AtomicInteger();
        Drawn.each(150, drawn -> {
            Floor floor = Floors.empty().with(Floors.shipment(1)).with(Floors.shipment(2));
            Picked.all(floor, Floors.shipment(1), "TOTE-1");
            Picked.all(floor, Floors.shipment(2), "TOTE-2");
            floor.callOff(new TaskId("T-1"));
            if (drawn.yes()) {
                floor.lagging();
            }
            RandomWalk.of(
                    new PutBackFlow(), floor, drawn.list(0, 60, () -> drawn.between(0, 120_000)), (desk, input) -> {
                        for (int number = 1; number <= 2; number++) {
                            ToteCode tote = new ToteCode("TOTE-" + number);
                            assertThat(floor.inTote(tote)).allMatch(balance -> balance.balance() > 0);
                        }
                        for (Draft draft : input == null ? List.<Draft>of() : desk.drafts()) {
                            if (draft.act() instanceof Act.PutBack back
                                    && back.tote().equals(new ToteCode("TOTE-2"))) {
                                assertThat(floor.progress(new TaskId("T-2")).cancelled())
                                        .isTrue();
                            }
                        }
                    });
            put.addAndGet(floor.acts(Act.PutBack.class).size());
        });
        assertThat(put).as("units are put back").hasPositiveValue();
    }
}
