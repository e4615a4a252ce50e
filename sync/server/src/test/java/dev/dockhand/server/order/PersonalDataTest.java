package dev.dockhand.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.BrandId;
import dev.dockhand.server.TestIntake;
import dev.dockhand.server.TestWarehouse;
import dev.dockhand.server.intake.ImportFile;
import dev.dockhand.server.intake.ImportKind;
import dev.dockhand.server.intake.ImportResult;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PersonalDataTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private static final Duration KEEP = Duration.ofDays(7);
    private static final Instant LONG_AGO = TestWarehouse.NOW.minus(Duration.ofDays(8));
    private static final Instant LATELY = TestWarehouse.NOW.minus(Duration.ofDays(6));

    private final Site site = DATABASE.freshSite();
    private final TestIntake shop = new TestIntake(DATABASE.database(), site);
    private final PersonalData personalData = new PersonalData(DATABASE.database(), () -> TestWarehouse.NOW, KEEP);

    @Test
    void whatIsOverForSevenDaysIsErasedAndNothingElse() {
        shop.item("S-1");
        for (String order : new String[] {"OPEN", "CALLED-OFF", "CALLED-OFF-LATELY", "PACKED", "PACKED-LATELY"}) {
            take(order);
        }
        calledOff("CALLED-OFF", LONG_AGO);
        calledOff("CALLED-OFF-LATELY", LATELY);
        packed("PACKED", LONG_AGO);
        packed("PACKED-LATELY", LATELY);

        assertThat(personalData.erase(site)).isEqualTo(2);

        assertThat(shop.text("SELECT string_agg(order_id, ' ' ORDER BY order_id) FROM order_party WHERE"
                        + " company = :company AND warehouse = :warehouse AND body IS NULL AND erased_at IS"
                        + " NOT NULL"))
                .isEqualTo("b/CALLED-OFF b/PACKED");
        assertThat(shop.state("PACKED")).isEqualTo("PACKED");
        assertThat(personalData.erase(site)).isZero();
    }

    private void take(String order) {
        ImportResult result = shop.load(
                ImportKind.ORDERS,
                ImportFile.of(ImportFile.Format.JSON, """
                    {"order":"%s","carrier":"CJ","service":"standard","cut_off":"2026-11-23T16:00:00+09:00",
                     "sender":{"name":"a","phone":"02-555-0100","postcode":"10881","address":"x"},
                     "recipient":{"name":"b","phone":"010-0000-0000","postcode":"06236","address":"y"},
                     "lines":[{"line":1,"sku":"S-1","quantity":1}]}\
                    """.formatted(order).getBytes(StandardCharsets.UTF_8))
                        .of(new BrandId("b")));
        assertThat(result.loaded()).isEqualTo(1);
    }

    private void calledOff(String order, Instant when) {
        shop.execute(
                "UPDATE orders SET state = 'CANCELLED', cancelled_at = :at "
                        + "WHERE company = :company AND warehouse = :warehouse AND order_id = :order",
                Map.of("order", "b/" + order, "at", at(when)));
    }

    private void packed(String order, Instant when) {
        shop.execute(
                "UPDATE orders SET state = 'PACKED' "
                        + "WHERE company = :company AND warehouse = :warehouse AND order_id = :order",
                Map.of("order", "b/" + order));
        shop.execute(
                "INSERT INTO shipment (company, warehouse, shipment, order_id, task, stage, carrier, cut_off, token,"
                        + " released_at, packed_at) VALUES (:company, :warehouse, :order, :order, :order,"
                        + " 'PACKED', 'CJ', :at, 1, :at, :at)",
                Map.of("order", "b/" + order, "at", at(when)));
    }

    private static OffsetDateTime at(Instant when) {
        return OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
    }
}
