package dev.dockhand.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockhand.model.id.PictureId;
import dev.dockhand.server.catalogue.Items;
import dev.dockhand.server.picture.PictureSource;
import dev.dockhand.server.picture.PictureSources;
import dev.dockhand.server.picture.Pictures;
import dev.dockhand.server.picture.TestPictures;
import dev.dockhand.server.store.Database;
import dev.dockhand.server.store.ServerDatabase;
import dev.dockhand.server.store.Site;
import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no item names any more is not kept. */
class PicturesTidyTest {

    @RegisterExtension
    static final ServerDatabase DATABASE = new ServerDatabase();

    private final Database database = DATABASE.database();
    private final Site site = DATABASE.freshSite();
    private final TestWarehouse warehouse = new TestWarehouse(database, site);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T00:00:00Z"));
    private final Pictures pictures = new Pictures(database, warehouse.feed, Items::find, now::get);

    @Test
    void anUploadedFileWaitsForItsItemAndGoesAfterAWeek() throws Exception {
        byte[] red = TestPictures.png(20, 20, Color.RED);
        byte[] blue = TestPictures.png(20, 20, Color.BLUE);
        pictures.upload(site, new PictureSource("named.png"), red);
        pictures.upload(site, new PictureSource("other.png"), blue);
        warehouse.item("A-1");
        warehouse.execute(
                "UPDATE item SET picture_source = :source WHERE company = :company AND warehouse = :warehouse",
                Map.of("source", "named.png"));
        pictures.tidy(site);
        assertThat(pictures.find(site, PictureId.of(blue))).isPresent();
        now.set(now.get().plus(Duration.ofDays(8)));
        pictures.tidy(site);
        assertThat(pictures.find(site, PictureId.of(red)))
                .as("an item shows it")
                .isPresent();
        assertThat(pictures.find(site, PictureId.of(blue))).isEmpty();
    }

    @Test
    void theOldPictureGoesWhenAnotherTookItsPlace() throws Exception {
        byte[] red = TestPictures.png(20, 20, Color.RED);
        pictures.upload(site, new PictureSource("a.png"), red);
        pictures.upload(site, new PictureSource("a.png"), TestPictures.png(20, 20, Color.BLUE));
        pictures.tidy(site);
        assertThat(pictures.find(site, PictureId.of(red))).isEmpty();
    }

    @Test
    void anAddressThatNoItemNamesIsNotAskedAnyMore() {
        database.useTransaction(
                site, tx -> pictures.sources().tell(tx, List.of(new PictureSource("https://shop.example/a.png"))));
        assertThat(pictures.sources().missing(site, PictureSources.MissingKey.START, 10))
                .hasSize(1);
        pictures.tidy(site);
        assertThat(pictures.sources().missing(site, PictureSources.MissingKey.START, 10))
                .isEmpty();
    }
}
