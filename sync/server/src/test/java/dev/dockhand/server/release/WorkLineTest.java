package dev.dockhand.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.catalogue.Goods;
import dev.dockhand.model.id.ItemId;
import dev.dockhand.model.id.LocationCode;
import dev.dockhand.model.measure.Quantity;
import dev.dockhand.model.task.PickLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkLineTest {

    /** The last one: a station that did not know of the answer picked the unit that another one had not found, and then lost it. */
    @ParameterizedTest
    @CsvSource({
        "5, 3, 0, 0, 0, 0, 5, 0",
        "5, 3, 2, 0, 0, 0, 5, 2",
        "5, 3, 2, 0, 2, 0, 3, 0",
        "5, 3, 2, 0, 1, 1, 3, 0",
        "5, 3, 2, 0, 1, 0, 4, 1",
        "5, 4, 0, 1, 0, 0, 4, 0",
        "5, 4, 0, 1, 1, 0, 4, 0",
        "5, 2, 2, 1, 2, 0, 3, 1",
        "1, 0, 1, 1, 2, 0, 0, 0"
    })
    void aStationIsToldToTakeWhatIsWantedAndNotAnswered(
            int quantity, int picked, int shorted, int lost, int replaced, int givenUp, int wanted, int open) {
        PickLine told = new WorkLine(
                        1,
                        Goods.of(new ItemId("b/A")),
                        new LocationCode("R1"),
                        quantity,
                        picked,
                        shorted,
                        0,
                        lost,
                        replaced,
                        givenUp,
                        false,
                        1)
                .forStation();
        assertThat(told.quantity()).isEqualTo(Quantity.of(wanted));
        assertThat(told.picked()).isEqualTo(Quantity.of(picked));
        assertThat(told.shorted()).isEqualTo(Quantity.of(open));
    }
}
