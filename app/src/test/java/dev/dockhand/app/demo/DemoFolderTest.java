package dev.dockhand.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dockhand.model.id.CompanyId;
import dev.dockhand.model.id.StationId;
import dev.dockhand.model.id.WarehouseId;
import dev.dockhand.model.site.Warehouse;
import dev.dockhand.station.link.Identity;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    private static final URI FIRST = URI.create("http://127.0.0.1:1001");
    private static final URI SECOND = URI.create("http://127.0.0.1:1002");

    @TempDir
    private Path home;

    private DemoFolder enrolled() throws Exception {
        DemoFolder folder = DemoFolder.open(home.resolve("demo"), false);
        folder.enrol(FIRST, (station, server) -> identity(server).write(station));
        folder.loaded();
        Files.writeString(folder.station().resolve("journal"), "what was done");
        return folder;
    }

    private static Identity identity(URI server) {
        return new Identity(
                server,
                new CompanyId("demo"),
                Warehouse.usual(new WarehouseId("W1"), ZoneId.of("Asia/Seoul")),
                new StationId("S01"),
                1,
                3,
                7,
                "secret");
    }

    @Test
    void theSecondDemoGoesOnWithTheFirstAndDoesNotEnrolAnew() throws Exception {
        enrolled();
        DemoFolder again = DemoFolder.open(home.resolve("demo"), false);
        assertThat(again.isLoaded()).isTrue();
        again.enrol(SECOND, (station, server) -> fail("it is enrolled"));
        assertThat(Identity.read(again.station())).isEqualTo(identity(SECOND));
        assertThat(again.station().resolve("journal")).hasContent("what was done");
    }

    @Test
    void afreshThrowsAwayWhatADemoMadeAndNothingElse() throws Exception {
        DemoFolder folder = enrolled();
        Path other = Files.writeString(home.resolve("demo").resolve("report.html"), "mine");
        DemoFolder afresh = DemoFolder.open(home.resolve("demo"), true);
        assertThat(afresh.isLoaded()).isFalse();
        assertThat(folder.station()).doesNotExist();
        assertThat(other).hasContent("mine");
    }

    @Test
    void aFolderThatIsNoDemosIsLeftAlone() throws Exception {
        Path station = Files.createDirectories(home.resolve("work").resolve("station"));
        DemoFolder.open(home.resolve("work"), true);
        assertThat(station).exists();
    }
}
