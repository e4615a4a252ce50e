package dev.dockhand.model.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dockhand.model.id.CarrierCode;
import dev.dockhand.model.id.WarehouseId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What day it is in a warehouse, and when its carriers leave. */
class WarehouseTest {

    private static final CarrierCode CJ = new CarrierCode("CJ");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static Warehouse warehouse(String zone) {
        Warehouse usual = Warehouse.usual(new WarehouseId("W1"), ZoneId.of(zone));
        return new Warehouse(
                usual.id(),
                usual.name(),
                usual.zone(),
                usual.currency(),
                usual.companyPrefix(),
                usual.labelDpi(),
                usual.weighing(),
                List.of(
                        new CutOffTime(CJ, "", WORKDAYS, LocalTime.of(16, 0)),
                        new CutOffTime(CJ, "", EnumSet.of(DayOfWeek.SATURDAY), LocalTime.of(12, 0)),
                        new CutOffTime(CJ, "dawn", EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 30))),
                Set.of(LocalDate.of(2026, 12, 25)));
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Seoul, standard, 2026-11-23T06:59:59Z, 2026-11-23T07:00:00Z, a second before",
        "Asia/Seoul, standard, 2026-11-23T07:00:00Z, 2026-11-24T07:00:00Z, who is there when it leaves is late",
        "Asia/Seoul, standard, 2026-11-27T08:00:00Z, 2026-11-28T03:00:00Z, at noon on a Saturday",
        "Asia/Seoul, standard, 2026-11-28T04:00:00Z, 2026-11-30T07:00:00Z, never on a Sunday",
        "Asia/Seoul, standard, 2026-12-24T08:00:00Z, 2026-12-26T03:00:00Z, nor on a holiday",
        "Asia/Seoul, dawn, 2026-11-28T04:00:00Z, 2026-11-28T13:30:00Z, a service with times of its own",
        "Asia/Seoul, standard, 2026-11-22T20:00:00Z, 2026-11-23T07:00:00Z, it is Monday already in Seoul",
        "Europe/Berlin, standard, 2026-11-23T06:59:59Z, 2026-11-23T15:00:00Z, by the wall clock there",
        "Europe/Berlin, standard, 2026-07-06T06:00:00Z, 2026-07-06T14:00:00Z, which is put on in summer"
    })
    void theNextCutOff(String zone, String service, Instant now, Instant next, String why) {
        assertThat(warehouse(zone).nextCutOff(CJ, service, now)).as(why).contains(next);
    }

    @Test
    void aCarrierWithoutATimeHasNone() {
        Instant now = Instant.parse("2026-11-23T06:00:00Z");
        assertThat(warehouse("Asia/Seoul").nextCutOff(new CarrierCode("LOTTE"), "standard", now))
                .isEmpty();
    }

    @Test
    void whatPeopleTypeIsChecked() {
        Warehouse good = warehouse("Asia/Seoul");
        assertThat(good.checked()).isSameAs(good);
        Warehouse prefix = new Warehouse(
                good.id(),
                good.name(),
                good.zone(),
                good.currency(),
                "880",
                good.labelDpi(),
                good.weighing(),
                good.cutOffs(),
                good.holidays());
        assertThatThrownBy(prefix::checked).hasMessage("companyPrefix has seven digits");
    }
}
